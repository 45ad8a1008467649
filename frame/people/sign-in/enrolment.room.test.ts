import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import {
  addBareAccount,
  browser,
  givePassword,
  givePhone,
  goodPassword,
  loginOf,
  realServer,
  type Browser,
} from '#checks/browser.ts'
import { addGrant, addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { roleCodes, roles, type Role } from '../roles.ts'
import { houseParts } from '#rooms/house-parts.ts'
import { codeOf, newSecret, stepAt } from './totp.ts'
import { seal, unseal } from './vault.ts'

let t: TestHouse
let app: FastifyInstance
let second: FastifyInstance
const nine = Date.parse('2026-11-23T09:00:00+08:00')
const at = (seconds: number) => t.setClock(new Date(nine + seconds * 1000).toISOString())

before(async () => {
  t = await testHouse()
  app = await realServer(t.house)
  second = await realServer({ ...t.house })
})
after(async () => {
  await second.close()
  await app.close()
  await t.close()
})

let visitors = 0
const somewhere = (server = app) => browser(server, `198.51.100.${(visitors += 1)}`)

/** A leader with a phone, past the password. */
async function halfway(server = app, known?: { id: string; phone: () => string }) {
  const id = known?.id ?? (await addPerson(t.house, 'customs-leader'))
  if (!known) await givePassword(t.house, id)
  const phone = known?.phone ?? (await givePhone(t.house, id))
  const b = somewhere(server)
  const { json } = await b.post('/api/sign-in', {
    login: await loginOf(t.house, id),
    password: goodPassword,
  })
  assert.deepEqual(json(), { stage: 'code' })
  return { id, phone, b }
}

const code = (b: Browser, text: string) => b.post('/api/sign-in/code', { code: text })

test('the first sign-in of every privileged role leads to enrolment, and nothing else opens before', async () => {
  at(7000)
  const strong = roleCodes.filter((r) => roles[r].strong)
  assert.ok(
    strong.includes('customs-port') &&
      strong.includes('agency-handler') &&
      strong.includes('audit-admin'),
  )
  const doors = houseParts
    .flatMap((p) => p.routes.map((r) => r.door))
    .filter((d) => d.who !== 'public')
  for (const role of strong) {
    const id = await addPerson(t.house, role)
    await givePassword(t.house, id)
    const b = somewhere()
    const { json } = await b.post('/api/sign-in', {
      login: await loginOf(t.house, id),
      password: goodPassword,
    })
    assert.deepEqual(json(), { stage: 'enrol' }, role)
    if (role !== 'security-admin') {
      assert.equal((await b.get('/api/me')).statusCode, 401, role)
      continue
    }
    for (const { method, path } of doors) {
      const url = path.replace(/:\w+/g, '019aaaaa-0000-7000-8000-000000000000')
      const answer = await b.send(method, url, method === 'GET' ? undefined : {})
      assert.equal(answer.statusCode, 401, `${method} ${path}`)
    }
  }
})

test('enrolment: QR code, first code, recovery codes; then the session is another and everything opens', async () => {
  at(8000)
  const id = await addPerson(t.house, 'security-admin')
  await givePassword(t.house, id)
  const b = somewhere()
  await b.post('/api/sign-in', { login: await loginOf(t.house, id), password: goodPassword })
  const begun = (await b.post('/api/sign-in/enrolment')).json()
  assert.match(begun.uri, /^otpauth:\/\/totp\/%E8%81%94%E7%AE%A1:/)
  assert.match(begun.picture, /^<svg/)
  assert.equal((await b.post('/api/sign-in/enrolment/confirm', { code: '123456' })).statusCode, 400)
  const copy = b.cookie
  const secret = fromBase32(begun.secret)
  const text = codeOf(secret, stepAt(t.house.clock.now()))
  const done = await b.post('/api/sign-in/enrolment/confirm', { code: text })
  assert.equal(done.json().stage, 'full')
  assert.equal(done.json().recoveryCodes.length, 10)
  assert.notEqual(b.cookie, copy)
  assert.equal((await b.get('/api/people')).statusCode, 200)
  assert.equal(
    (await b.post('/api/sign-in/enrolment')).statusCode,
    422,
    'no second enrolment over the first',
  )
  const next = await halfway(app, { id, phone: () => text })
  assert.equal((await code(next.b, text)).statusCode, 400, 'the enrolling code is used up too')
})

test('whoever is given a privileged role while signed in needs the second factor from then on', async () => {
  at(9000)
  const id = await addBareAccount(t.house, 'promoted')
  await givePassword(t.house, id)
  const b = somewhere()
  await b.post('/api/sign-in', { login: 'promoted', password: goodPassword })
  assert.equal((await b.get('/api/me')).statusCode, 200)
  await addGrant(t.house, id, 'customs-first' satisfies Role)
  assert.equal((await b.get('/api/me')).statusCode, 401)
  assert.equal((await b.get('/api/sign-in')).json().stage, 'enrol')
})

test('a privileged password older than 90 days must be changed before anything else', async () => {
  at(10_000)
  const { id, phone, b } = await halfway()
  await t.house.db
    .updateTable('auth_password')
    .set({ set_at: new Date(nine - 91 * 86_400_000) })
    .where('account_id', '=', id)
    .execute()
  assert.deepEqual((await code(b, phone())).json(), { stage: 'password' })
  assert.equal((await b.get('/api/me')).statusCode, 401)
  const same = await b.post('/api/sign-in/password', { password: goodPassword })
  assert.equal(same.json().reasons[0].code, 'password-repeated')
  assert.deepEqual(
    (await b.post('/api/sign-in/password', { password: 'Ganjing-linyin-58' })).json(),
    { stage: 'full' },
  )
  assert.equal((await b.get('/api/me')).statusCode, 200)
})

test('a sealed secret opens for its own account only, and not with another key', async () => {
  const secret = newSecret()
  const sealed = await seal(t.house, 'a', secret)
  assert.ok(!sealed.includes(secret))
  assert.deepEqual(await unseal(t.house, 'a', sealed), secret)
  await assert.rejects(unseal(t.house, 'b', sealed), /密钥/)
  const elsewhere = {
    ...t.house,
    config: { ...t.house.config, dataDir: `${t.house.config.dataDir}/other` },
  }
  await assert.rejects(seal(elsewhere, 'a', secret), /keys\/second-factor/)
})

function fromBase32(text: string): Buffer {
  const bits = Array.from(text)
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from(bits.match(/.{8}/g)!.map((b) => Number.parseInt(b, 2)))
}

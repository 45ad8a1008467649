import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import {
  browser,
  givePassword,
  givePhone,
  goodPassword,
  loginOf,
  realServer,
  type Browser,
} from '#checks/browser.ts'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { spendCode } from './second-factor.ts'

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

test('a code passes once: not again in this session, another browser, or on another server', async () => {
  at(0)
  const first = await halfway()
  const other = await halfway(second, first)
  const text = first.phone()
  assert.equal((await code(first.b, text)).statusCode, 200)
  const again = await code(other.b, text)
  assert.equal(again.statusCode, 400)
  assert.equal(again.json().reasons[0].code, 'used-code')
  at(30)
  assert.equal((await code(other.b, first.phone())).statusCode, 200)
})

test('of twenty browsers with the same code at the same moment one gets in', async () => {
  at(1000)
  const first = await halfway()
  // Only five tries are examined before a lock; the race is what is tested here.
  await t.house.db.deleteFrom('auth_bucket').execute()
  const all = [first.b]
  for (let i = 1; i < 20; i += 1) all.push((await halfway(i % 2 ? second : app, first)).b)
  const text = first.phone()
  const answers = await Promise.all(all.map((b) => code(b, text)))
  assert.equal(answers.filter((a) => a.statusCode === 200).length, 1)
})

test('a step of the clock is taken once, whoever asks the database first', async () => {
  at(1500)
  const { id, phone } = await halfway()
  const text = phone()
  const answers = await Promise.all(
    Array.from({ length: 40 }, () => spendCode(t.house, t.house.db, id, text)),
  )
  assert.equal(answers.filter((a) => a === 'right').length, 1)
  assert.equal(answers.filter((a) => a === 'used').length, 39)
})

test('a code older than one accepted is refused, even within its time', async () => {
  at(2000)
  const { phone, b, id } = await halfway()
  const older = phone()
  at(2030)
  assert.equal((await code(b, phone())).statusCode, 200)
  const late = await halfway(app, { id, phone })
  assert.equal((await code(late.b, older)).json().reasons[0].code, 'used-code')
})

test('a code of a minute ago is wrong; five wrong ones lock, also with the right password', async () => {
  at(3000)
  const { phone, b, id } = await halfway()
  const old = phone()
  at(3090)
  assert.equal((await code(b, old)).json().reasons[0].code, 'wrong-code')
  for (let i = 0; i < 4; i += 1) assert.equal((await code(b, '000000')).statusCode, 400)
  assert.equal((await code(b, phone())).statusCode, 429)
  const anew = await halfway(app, { id, phone })
  assert.equal(
    (await code(anew.b, phone())).statusCode,
    429,
    'a new password step buys no new tries',
  )
  at(3090 + 901)
  assert.equal((await code((await halfway(app, { id, phone })).b, phone())).statusCode, 200)
})

test('a recovery code opens once, also when two use it at once, and codes are kept as hashes', async () => {
  at(5000)
  const { id, phone, b } = await halfway()
  await code(b, phone())
  const made = await b.post('/api/account/recovery-codes', { current: goodPassword })
  const codes: string[] = made.json().recoveryCodes
  assert.equal(codes.length, 10)
  const stored = await t.house.db.selectFrom('auth_recovery_code').selectAll().execute()
  assert.ok(stored.every((row) => !codes.some((c) => JSON.stringify(row).includes(c))))
  const [one, two] = [await halfway(app, { id, phone }), await halfway(second, { id, phone })]
  const answers = await Promise.all(
    [one.b, two.b].map((x) => x.post('/api/sign-in/recovery', { code: codes[0]!.toLowerCase() })),
  )
  assert.deepEqual(
    answers.map((a) => a.statusCode).toSorted((x, y) => x - y),
    [200, 400],
  )
  assert.equal(answers.find((a) => a.statusCode === 200)!.json().left, 9)
})

test('recovery codes are renewed only with the password, and the old ones end', async () => {
  at(6000)
  const { id, phone, b } = await halfway()
  await code(b, phone())
  assert.equal(
    (await b.post('/api/account/recovery-codes', { current: 'Wrong-1' })).statusCode,
    400,
  )
  const old: string[] = (
    await b.post('/api/account/recovery-codes', { current: goodPassword })
  ).json().recoveryCodes
  await b.post('/api/account/recovery-codes', { current: goodPassword })
  const later = await halfway(app, { id, phone })
  assert.equal((await later.b.post('/api/sign-in/recovery', { code: old[0] })).statusCode, 400)
})

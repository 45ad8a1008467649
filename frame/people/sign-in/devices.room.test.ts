import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
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
import { drainJobs } from '#frame/jobs/drain.ts'
import { sweepSignIn } from '../sweep.ts'
import { hashToken } from './tokens.ts'

let t: TestHouse
let app: FastifyInstance
const nine = '2026-11-23T09:00:00+08:00'

before(async () => {
  t = await testHouse({ at: nine })
  app = await realServer(t.house)
})
after(async () => {
  await app.close()
  await t.close()
})
beforeEach(() => t.setClock(nine))

let addresses = 0
const somewhere = () => browser(app, `198.51.100.${(addresses += 1)}`)

/** An applicant with a password. */
async function applicant() {
  const id = await addPerson(t.house, 'unit-operator')
  await givePassword(t.house, id)
  return { id, login: await loginOf(t.house, id) }
}

const enter = async (b: Browser, login: string, password = goodPassword) =>
  (await b.post('/api/sign-in', { login, password })).statusCode

/** Strangers lock a name by five wrong passwords. */
async function lock(login: string) {
  for (let i = 0; i < 5; i += 1) await enter(somewhere(), login, 'Wrong-1')
  assert.equal(await enter(somewhere(), login), 429)
}

/** Asks for a reset from somewhere. Out: the token of the newest mail to the person. */
async function reset({ id, login }: { id: string; login: string }): Promise<string> {
  await somewhere().post('/api/password-reset', { login })
  await drainJobs(t.house)
  const { path } = await t.house.db
    .selectFrom('message')
    .select('path')
    .where('account_id', '=', id)
    .where('kind', '=', 'account.reset')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return path!.split('#')[1]!
}

test('who locks a name from elsewhere does not lock out its owner in the browser he uses', async () => {
  const { login } = await applicant()
  const own = somewhere()
  assert.equal(await enter(own, login), 200)
  await lock(login)
  assert.equal(await enter(own, login), 200)
  const refused = await somewhere().post('/api/sign-in', { login, password: goodPassword })
  assert.match(refused.json().detail, /忘记密码/, 'and a locked person is told how to get in')
  assert.equal(await enter(own, ` ${login.toUpperCase()}`), 200)
})

test('a known browser has a counter of its own: it is no place to guess', async () => {
  const { login } = await applicant()
  const own = somewhere()
  await enter(own, login)
  for (let i = 0; i < 5; i += 1) assert.equal(await enter(own, login, `Wrong-${i}`), 400)
  assert.equal(await enter(own, login), 429)
  assert.equal(await enter(somewhere(), login), 200, 'elsewhere nobody failed')
  t.setClock('2026-11-23T09:15:01+08:00')
  assert.equal(await enter(own, login), 200)
})

test('a browser is known only once somebody was let in whole', async () => {
  const id = await addPerson(t.house, 'customs-first')
  await givePassword(t.house, id)
  const phone = await givePhone(t.house, id)
  const login = await loginOf(t.house, id)
  const own = somewhere()
  await enter(own, login)
  assert.equal(own.device, null, 'the password alone is not enough')
  await own.post('/api/sign-in/code', { code: phone() })
  assert.notEqual(own.device, null)
  await lock(login)
  assert.equal(await enter(own, login), 200)
})

test('the cookie cannot be read, guessed, planted or copied, and serves one name only', async () => {
  const [one, other] = [await applicant(), await applicant()]
  const own = somewhere()
  const planted = `lianguan-3000-device=${'A'.repeat(43)}`
  own.device = planted
  const answer = await own.post('/api/sign-in', { login: one.login, password: goodPassword })
  const line = String(answer.headers['set-cookie'])
  assert.match(
    line,
    /lianguan-3000-device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=7776000/,
  )
  assert.notEqual(own.device, planted)
  const token = own.device.split('=')[1]!
  const stored = await t.house.db.selectFrom('auth_device').selectAll().execute()
  assert.ok(!JSON.stringify(stored).includes(token))
  assert.ok(stored.some((d) => d.token_hash === hashToken(token)))
  const copy = somewhere()
  copy.device = own.device
  await enter(own, other.login)
  for (const { login } of [one, other]) await lock(login)
  assert.equal(await enter(copy, one.login), 429, 'another sign-in here ended the copy')
  for (const { login } of [one, other]) assert.equal(await enter(own, login), 200, 'a shared desk')
  const third = await applicant()
  await lock(third.login)
  assert.equal(await enter(own, third.login), 429)
})

test('a reset by mail opens the lock for the browser it is done in, whatever strangers go on trying', async () => {
  const person = await applicant()
  const thief = somewhere()
  await enter(thief, person.login)
  await lock(person.login)
  const own = somewhere()
  const password = 'Xiaoqiao-liushui'
  await own.post('/api/links/use', { token: await reset(person), password })
  await lock(person.login)
  assert.equal(await enter(thief, person.login, password), 429, 'earlier browsers are forgotten')
  assert.equal(await enter(own, person.login, password), 200)
})

test('a new password and a lost device make the house forget every other browser', async () => {
  const { id, login } = await applicant()
  const [own, other] = [somewhere(), somewhere()]
  await enter(other, login)
  await enter(own, login)
  const password = 'Ganjing-linyin-58'
  await own.post('/api/account/password', { current: goodPassword, password })
  await lock(login)
  assert.equal(await enter(other, login, password), 429)
  assert.equal(await enter(own, login, password), 200)
  const security = t.as(await addPerson(t.house, 'security-admin'))
  const { version } = (await security.get(`/api/people/${id}`)).json()
  await security.post(`/api/people/${id}/end-sessions`, { version, reason: '设备遗失' })
  assert.equal(await enter(own, login, password), 429)
})

test('a browser that has not been used for ninety days is a stranger again', async () => {
  const { login } = await applicant()
  const own = somewhere()
  await enter(own, login)
  t.setClock('2027-02-21T10:00:00+08:00')
  await lock(login)
  assert.equal(await enter(own, login), 429)
  const job = { id: 'x', attempt: 1, last: false, signal: new AbortController().signal }
  await sweepSignIn.run(t.house, {}, job)
  assert.deepEqual(await t.house.db.selectFrom('auth_device').selectAll().execute(), [])
})

test('whoever asks for resets of a name again and again does not keep its owner from using one', async () => {
  const person = await applicant()
  let newest = ''
  for (let i = 0; i < 8; i += 1) newest = await reset(person)
  const sent = await t.house.db
    .selectFrom('message')
    .select('id')
    .where('account_id', '=', person.id)
    .where('kind', '=', 'account.reset')
    .execute()
  assert.equal(sent.length, 5, 'no more mails than an address may ask for')
  t.setClock('2026-11-23T09:05:00+08:00')
  await reset(person)
  const used = await somewhere().post('/api/links/use', {
    token: newest,
    password: 'Xiaoqiao-liushui',
  })
  assert.equal(used.statusCode, 200, used.body)
})

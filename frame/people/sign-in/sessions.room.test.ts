import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import {
  addBareAccount,
  browser,
  givePassword,
  goodPassword,
  loginOf,
  realServer,
} from '#checks/browser.ts'
import { testHouse, type TestHouse } from '#checks/house.ts'

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

/** An applicant who can sign in. */
async function applicant(): Promise<string> {
  const id = await addBareAccount(t.house, `u-${Math.random().toString(36).slice(2, 12)}`)
  await givePassword(t.house, id)
  return loginOf(t.house, id)
}

let addresses = 0
const somewhere = () =>
  browser(app, `198.51.${100 + Math.floor(addresses / 250)}.${1 + (addresses++ % 250)}`)

test('signing in again gives another token and ends the one this browser had', async () => {
  const login = await applicant()
  const b = somewhere()
  await b.post('/api/sign-in', { login, password: goodPassword })
  const old = somewhere()
  old.cookie = b.cookie
  await b.post('/api/sign-in', { login, password: goodPassword })
  assert.notEqual(b.cookie, old.cookie)
  assert.equal((await old.get('/api/me')).statusCode, 401)
  assert.equal((await b.get('/api/me')).statusCode, 200)
})

test('a token that was fixed beforehand is not taken over', async () => {
  const login = await applicant()
  const b = somewhere()
  b.cookie = 'lianguan-3000=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
  await b.post('/api/sign-in', { login, password: goodPassword })
  assert.ok(!b.cookie.includes('AAAAAAAA'))
})

test('signing out ends the session on the server, not only in the browser', async () => {
  const b = somewhere()
  await b.post('/api/sign-in', { login: await applicant(), password: goodPassword })
  const copy = somewhere()
  copy.cookie = b.cookie
  assert.equal((await b.post('/api/sign-out')).statusCode, 200)
  assert.equal(b.cookie, null)
  assert.equal((await copy.get('/api/me')).statusCode, 401)
})

test('a session ends after fifteen idle minutes and after eight hours of work', async () => {
  const b = somewhere()
  await b.post('/api/sign-in', { login: await applicant(), password: goodPassword })
  t.setClock('2026-11-23T09:14:59+08:00')
  assert.equal((await b.get('/api/me')).statusCode, 200)
  t.setClock('2026-11-23T09:29:58+08:00')
  assert.equal((await b.get('/api/me', { 'x-lianguan': 'background' })).statusCode, 200)
  t.setClock('2026-11-23T09:29:59+08:00')
  assert.equal((await b.get('/api/me')).statusCode, 401, 'what a page fetches by itself is no work')
  t.setClock(nine)
  await b.post('/api/sign-in', { login: await applicant(), password: goodPassword })
  for (let minute = 10; minute < 480; minute += 10) {
    t.setClock(new Date(Date.parse(nine) + minute * 60_000).toISOString())
    assert.equal((await b.get('/api/me')).statusCode, 200, `after ${minute} minutes`)
  }
  t.setClock('2026-11-23T17:00:00+08:00')
  assert.equal((await b.get('/api/me')).statusCode, 401)
  t.setClock(nine)
})

test('a suspended person is out at once, and is told so only with the right password', async () => {
  const login = await applicant()
  const b = somewhere()
  await b.post('/api/sign-in', { login, password: goodPassword })
  await t.house.db
    .updateTable('account')
    .set({ status: 'suspended' })
    .where('login', '=', login)
    .execute()
  assert.equal((await b.get('/api/me')).statusCode, 401)
  const wrong = await somewhere().post('/api/sign-in', { login, password: 'Wrong-1' })
  assert.equal(wrong.statusCode, 400)
  const right = await somewhere().post('/api/sign-in', { login, password: goodPassword })
  assert.equal(right.statusCode, 403)
  assert.match(right.json().reasons[0].message, /停用/)
  assert.equal(right.headers['set-cookie'], undefined)
})

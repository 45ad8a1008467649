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

const withoutNumber = (body: string) => body.replace(/"instance":"[^"]*"/, '')

test('five failures lock the account for fifteen minutes, for every server and after a restart', async () => {
  const login = await applicant()
  for (let i = 0; i < 5; i += 1)
    assert.equal(
      (await somewhere().post('/api/sign-in', { login, password: 'Wrong-1' })).statusCode,
      400,
    )
  const right = await somewhere().post('/api/sign-in', { login, password: goodPassword })
  assert.equal(right.statusCode, 429)
  assert.equal(right.headers['retry-after'], '900')
  const restarted = await realServer({ ...t.house })
  const again = await browser(restarted, '203.0.113.9').post('/api/sign-in', {
    login,
    password: goodPassword,
  })
  assert.equal(again.statusCode, 429)
  await restarted.close()
  t.setClock('2026-11-23T09:15:01+08:00')
  assert.equal(
    (await somewhere().post('/api/sign-in', { login, password: goodPassword })).statusCode,
    200,
  )
  t.setClock(nine)
})

test('a name nobody has is locked just the same, so that a lock tells nothing', async () => {
  const login = await applicant()
  const bodies = new Map<string, string[]>()
  for (const name of [login, 'no-such-person'])
    for (let i = 0; i < 7; i += 1) {
      const answer = await somewhere().post('/api/sign-in', { login: name, password: 'Wrong-1' })
      bodies.set(name, [
        ...(bodies.get(name) ?? []),
        `${answer.statusCode}${withoutNumber(answer.body)}`,
      ])
    }
  assert.deepEqual(bodies.get(login), bodies.get('no-such-person'))
})

test('of twenty guesses sent at once only five are examined', async () => {
  const login = await applicant()
  const answers = await Promise.all(
    Array.from({ length: 20 }, () =>
      somewhere().post('/api/sign-in', { login, password: 'Wrong-1' }),
    ),
  )
  assert.equal(answers.filter((a) => a.statusCode === 400).length, 5)
  assert.equal(answers.filter((a) => a.statusCode === 429).length, 15)
})

test('failures are counted in a row: a success between them forgets the earlier ones', async () => {
  const login = await applicant()
  for (const password of [
    'w1',
    'w2',
    'w3',
    'w4',
    goodPassword,
    'w5',
    'w6',
    'w7',
    'w8',
    goodPassword,
  ]) {
    const { statusCode } = await somewhere().post('/api/sign-in', { login, password })
    assert.equal(statusCode, password === goodPassword ? 200 : 400)
  }
})

const forged = (n: number) => ({
  'x-forwarded-for': `10.0.0.${n}`,
  'x-real-ip': `10.0.1.${n}`,
  forwarded: `for=10.0.2.${n}`,
})

test('the limit per address counts the connection; a forged X-Forwarded-For changes nothing', async () => {
  const address = '203.0.113.50'
  const b = browser(app, address)
  for (let n = 0; n < 7; n += 1) {
    const { statusCode } = await b.post('/api/password-reset', { login: 'x' }, forged(n))
    assert.equal(statusCode, n < 5 ? 200 : 429)
  }
  const login = await applicant()
  await t.house.db
    .insertInto('auth_bucket')
    .values({ key: `sign-in:${address}`, tokens: 1, at: t.house.clock.now() })
    .execute()
  const body = { login, password: goodPassword }
  assert.equal((await b.post('/api/sign-in', body, forged(1))).statusCode, 200)
  const refused = await b.post('/api/sign-in', body, forged(2))
  assert.equal(refused.statusCode, 429)
  assert.ok(Number(refused.headers['retry-after']) > 0)
  t.setClock('2026-11-23T09:00:04+08:00')
  assert.equal((await b.post('/api/sign-in', body)).statusCode, 200, 'the bucket fills again')
  t.setClock(nine)
})

test('behind a configured proxy each client has its own limit', async () => {
  const house = { ...t.house, config: { ...t.house.config, trustedProxies: ['203.0.113.77'] } }
  const proxied = await realServer(house)
  const through = (client: string) =>
    browser(proxied, '203.0.113.77').post(
      '/api/password-reset',
      { login: 'x' },
      { 'x-forwarded-for': client },
    )
  for (let i = 0; i < 5; i += 1) assert.equal((await through('198.18.0.1')).statusCode, 200)
  assert.equal((await through('198.18.0.1')).statusCode, 429)
  assert.equal((await through('198.18.0.2')).statusCode, 200)
  const direct = browser(proxied, '203.0.113.78')
  for (let i = 0; i < 5; i += 1)
    await direct.post('/api/password-reset', { login: 'x' }, { 'x-forwarded-for': `198.19.0.${i}` })
  assert.equal((await direct.post('/api/password-reset', { login: 'x' })).statusCode, 429)
  await proxied.close()
})

test('how many failures lock is a setting, in force from the day it is given', async () => {
  await t.house.db
    .insertInto('setting_value')
    .values({
      key: 'sign-in.failures',
      valid_from: '2026-11-24',
      n: 9,
      value: '2',
      valid_to: null,
      source: '测试',
      ours: true,
      entered_at: t.house.clock.now(),
    })
    .execute()
  const login = await applicant()
  const tries = async () => {
    const codes: number[] = []
    for (let i = 0; i < 3; i += 1)
      codes.push((await somewhere().post('/api/sign-in', { login, password: 'w' })).statusCode)
    return codes
  }
  assert.deepEqual(await tries(), [400, 400, 400])
  t.setClock('2026-11-24T09:00:00+08:00')
  await t.house.db.deleteFrom('auth_attempt').execute()
  assert.deepEqual(await tries(), [400, 400, 429])
  t.setClock(nine)
})

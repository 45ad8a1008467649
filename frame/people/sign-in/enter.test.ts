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
} from '#checks/browser.ts'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { passwordDesk } from './enter.ts'
import { hashingLoad, hashPassword } from './hashing.ts'
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

test('a right name and password open a session; the reply holds no token and the database no usable one', async () => {
  const login = await applicant()
  const b = somewhere()
  const answer = await b.post('/api/sign-in', { login, password: goodPassword })
  assert.equal(answer.statusCode, 200)
  assert.deepEqual(answer.json(), { stage: 'full' })
  const token = b.cookie!.split('=')[1]!
  assert.ok(!answer.body.includes(token))
  const rows = await t.house.db.selectFrom('auth_session').select('token_hash').execute()
  assert.ok(rows.some((r) => r.token_hash === hashToken(token)))
  assert.ok(rows.every((r) => r.token_hash !== token))
  assert.equal((await b.get('/api/me')).statusCode, 200)
  const stolen = somewhere()
  stolen.cookie = `lianguan-3000=${hashToken(token)}`
  assert.equal((await stolen.get('/api/me')).statusCode, 401)
})

test('the cookie is HttpOnly and SameSite=Lax, and with https it is __Host- and Secure', async () => {
  const login = await applicant()
  const plain = await somewhere().post('/api/sign-in', { login, password: goodPassword })
  assert.match(
    String(plain.headers['set-cookie']),
    /^lianguan-3000=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/,
  )
  const house = {
    ...t.house,
    config: { ...t.house.config, publicUrl: 'https://lianguan.example.cn' },
  }
  const secure = await realServer(house)
  const answer = await browser(secure).post('/api/sign-in', { login, password: goodPassword })
  assert.match(
    String(answer.headers['set-cookie']),
    /^__Host-lianguan=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  )
  await secure.close()
})

test('none of the paths of the library exists, whatever the method', async () => {
  const b = somewhere()
  await b.post('/api/sign-in', { login: await applicant(), password: goodPassword })
  const paths = passwordDesk(t.house).paths
  assert.ok(paths.includes('/update-user') && paths.includes('/sign-up/email'))
  for (const path of paths)
    for (const at of ['/api/auth', ''])
      for (const method of ['GET', 'POST'] as const) {
        const answer = await b.send(
          method,
          at + path.replace(/:\w+/g, 'x'),
          method === 'POST' ? {} : undefined,
        )
        assert.equal(answer.statusCode, 404, `${method} ${at}${path}`)
      }
})

test('nobody renames himself: the sign-in name changes only through the account keeper', async () => {
  const login = await applicant()
  const b = somewhere()
  await b.post('/api/sign-in', { login, password: goodPassword })
  const { accountId } = (await b.get('/api/me')).json()
  const body = {
    version: 1,
    login: 'other',
    name: '某某',
    mailbox: 'x@example.cn',
    phone: null,
    reason: '改名',
  }
  assert.equal((await b.send('PUT', `/api/people/${accountId}`, body)).statusCode, 403)
  assert.equal(await loginOf(t.house, accountId), login)
})

test('unknown name, wrong password, unset password and malformed name answer alike and cost one hash each', async () => {
  const known = await applicant()
  const invited = await loginOf(t.house, await addBareAccount(t.house, 'without-password'))
  const answers: string[] = []
  const costs: number[] = []
  for (const login of [known, 'nobody-at-all', invited, '..', '名字', 'a'.repeat(100)]) {
    const before = hashingLoad().done
    const answer = await somewhere().post('/api/sign-in', { login, password: 'Wrong-password-1' })
    costs.push(hashingLoad().done - before)
    answers.push(`${answer.statusCode} ${withoutNumber(answer.body)}`)
    assert.equal(answer.headers['set-cookie'], undefined)
  }
  assert.deepEqual(new Set(answers).size, 1, answers.join('\n'))
  assert.deepEqual(costs, [1, 1, 1, 1, 1, 1])
})

test('a hash of the house costs the same for privileged people, applicants and nobody', async () => {
  const hash = await hashPassword('whatever-it-is')
  assert.match(hash, /^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
  // A hash of another cost is made anew at the next sign-in, so that time tells nothing of the account's age.
  const login = await applicant()
  await somewhere().post('/api/sign-in', { login, password: goodPassword })
  const row = await t.house.db
    .selectFrom('auth_password as p')
    .innerJoin('account as a', 'a.id', 'p.account_id')
    .select('p.hash')
    .where('a.login', '=', login)
    .executeTakeFirstOrThrow()
  assert.match(row.hash, /^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
})

test('never more than two hashes at once, however many sign in', async () => {
  const most: number[] = []
  const work = Array.from({ length: 6 }, () => hashPassword('something-long'))
  const watch = setInterval(() => most.push(hashingLoad().busy), 1)
  await Promise.all(work)
  clearInterval(watch)
  assert.equal(Math.max(...most), 2)
  assert.equal(hashingLoad().busy, 0)
})

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

test('the sign-in log names people by account, and what belongs to nobody only by hash', async () => {
  await somewhere().post('/api/sign-in', { login: 'My-secret-typed-here', password: 'x' })
  const rows = await t.house.db.selectFrom('sign_in_log').selectAll().execute()
  assert.ok(rows.some((r) => r.what === 'unknown-login' && r.login_hash?.length === 64))
  assert.ok(!JSON.stringify(rows).includes('My-secret'))
})

test('a privileged person with phone: password leads to the code, and only the code lets in', async () => {
  const id = await addPerson(t.house, 'customs-leader')
  await givePassword(t.house, id)
  const phone = await givePhone(t.house, id)
  const b = somewhere()
  const first = await b.post('/api/sign-in', {
    login: await loginOf(t.house, id),
    password: goodPassword,
  })
  assert.deepEqual(first.json(), { stage: 'code' })
  const half = somewhere()
  half.cookie = b.cookie
  assert.equal((await b.get('/api/me')).statusCode, 401)
  assert.deepEqual((await b.post('/api/sign-in/code', { code: phone() })).json(), { stage: 'full' })
  assert.notEqual(b.cookie, half.cookie)
  assert.equal(
    (await half.get('/api/me')).statusCode,
    401,
    'the token known before the code is worth nothing',
  )
  assert.equal((await b.get('/api/me')).statusCode, 200)
})

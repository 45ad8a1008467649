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

test('the cookies are HttpOnly and SameSite=Lax, and with https they are __Host- and Secure', async () => {
  const login = await applicant()
  const plain = await somewhere().post('/api/sign-in', { login, password: goodPassword })
  const [session, device] = [plain.headers['set-cookie'] ?? []].flat()
  assert.match(session!, /^lianguan-3000=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/)
  assert.match(device!, /^lianguan-3000-device=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=/)
  const house = {
    ...t.house,
    config: { ...t.house.config, publicUrl: 'https://lianguan.example.cn' },
  }
  const secure = await realServer(house)
  const answer = await browser(secure).post('/api/sign-in', { login, password: goodPassword })
  const given = [answer.headers['set-cookie'] ?? []].flat()
  assert.equal(given.length, 2)
  for (const line of given)
    assert.match(line, /^__Host-lianguan(-device)?=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Secure/)
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

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
} from '#checks/browser.ts'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { foundingLink } from '../found-administrator.ts'
import { administratorFaults } from '../invariants.ts'

let t: TestHouse
let app: FastifyInstance
const nine = '2026-11-23T09:00:00+08:00'
const today = '2026-11-23'

before(async () => {
  t = await testHouse({ at: nine })
  app = await realServer(t.house)
})
after(async () => {
  await app.close()
  await t.close()
})
beforeEach(() => t.setClock(nine))

let visitors = 0
const somewhere = () => browser(app, `198.51.100.${(visitors += 1)}`)

/** The token of the newest mail to an account, as the person would click it. */
async function mailedToken(mailbox: string): Promise<string> {
  const { path } = await t.house.db
    .selectFrom('message')
    .select('path')
    .where('address', '=', mailbox)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return path!.split('#')[1]!
}

const withoutNumber = (body: string) => body.replace(/"instance":"[^"]*"/, '')

const invitation = (login: string, role = 'customs-leader') => ({
  login,
  name: '新同事',
  mailbox: `${login}@example.cn`,
  grant: { role, validFrom: today },
  reason: '新到岗',
})

/** A person invited by the security administrator. */
async function invited(login: string): Promise<{ id: string; mailbox: string }> {
  const security = await addPerson(t.house, 'security-admin')
  const answer = await t.as(security).post('/api/people', invitation(login))
  assert.equal(answer.statusCode, 200, answer.body)
  return { id: answer.json().id, mailbox: `${login}@example.cn` }
}

test('S2-069 an invitation is mailed, S2-071 opening it and setting a password makes the account', async () => {
  const { mailbox } = await invited('gao.yifan')
  const token = await mailedToken(mailbox)
  const b = somewhere()
  const look = (await b.post('/api/links/look', { token })).json()
  assert.deepEqual([look.kind, look.login, look.roles[0].zh], ['invite', 'gao.yifan', '海关负责人'])
  assert.equal(look.demand.length, 12)
  const weak = await b.post('/api/links/use', { token, password: 'short' })
  assert.equal(weak.statusCode, 422)
  const done = await b.post('/api/links/use', { token, password: goodPassword })
  assert.deepEqual(
    done.json(),
    { kind: 'invite', login: 'gao.yifan' },
    'a refused password leaves the link good',
  )
  const entered = await b.post('/api/sign-in', { login: 'GAO.Yifan ', password: goodPassword })
  assert.deepEqual(entered.json(), { stage: 'enrol' })
})

test('a link works once, also when it is opened twice at the same moment', async () => {
  const { mailbox } = await invited('twice')
  const token = await mailedToken(mailbox)
  const answers = await Promise.all(
    [1, 2, 3].map(() => somewhere().post('/api/links/use', { token, password: goodPassword })),
  )
  assert.deepEqual(
    answers.map((a) => a.statusCode).toSorted((x, y) => x - y),
    [200, 422, 422],
  )
  const late = await somewhere().post('/api/links/look', { token })
  assert.equal(late.json().reasons[0].code, 'dead-link')
})

test('a link ends by itself and when a newer one is sent; only its hash is stored', async () => {
  const { id, mailbox } = await invited('again')
  const first = await mailedToken(mailbox)
  const stored = await t.house.db.selectFrom('mail_link').selectAll().execute()
  assert.ok(!JSON.stringify(stored).includes(first))
  const security = await addPerson(t.house, 'security-admin')
  const again = await t
    .as(security)
    .post(`/api/people/${id}/invite-again`, { version: 1, reason: '邮件丢失' })
  assert.equal(again.statusCode, 200, again.body)
  t.setClock('2026-11-23T09:00:01+08:00')
  const newer = await mailedToken(mailbox)
  assert.notEqual(newer, first)
  assert.equal((await somewhere().post('/api/links/look', { token: first })).statusCode, 422)
  t.setClock('2026-11-30T08:59:59+08:00')
  assert.equal((await somewhere().post('/api/links/look', { token: newer })).statusCode, 200)
  t.setClock('2026-11-30T09:00:00+08:00')
  assert.equal((await somewhere().post('/api/links/look', { token: newer })).statusCode, 422)
})

test('unknown, used and ended links are refused with the same bytes', async () => {
  const { mailbox } = await invited('bytes')
  const token = await mailedToken(mailbox)
  await somewhere().post('/api/links/use', { token, password: goodPassword })
  const used = await somewhere().post('/api/links/look', { token })
  const unknown = await somewhere().post('/api/links/look', { token: 'A'.repeat(43) })
  assert.equal(withoutNumber(used.body), withoutNumber(unknown.body))
})

test('asking for a reset answers alike for a name nobody has, and does the same work', async () => {
  const id = await addPerson(t.house, 'unit-operator')
  const planned = async () =>
    Number(
      (await t.house.pool.query("select count(*) from pgboss.job where name = 'people.send-reset'"))
        .rows[0].count,
    )
  const before = await planned()
  const known = await somewhere().post('/api/password-reset', { login: await loginOf(t.house, id) })
  const unknown = await somewhere().post('/api/password-reset', { login: 'nobody-here' })
  assert.equal(known.body, unknown.body)
  assert.equal(await planned(), before + 2)
})

test('a reset by mail sets the password, opens a lock, ends all sessions and tells the person', async () => {
  const id = await addPerson(t.house, 'unit-operator')
  await givePassword(t.house, id)
  const login = await loginOf(t.house, id)
  const signedIn = somewhere()
  await signedIn.post('/api/sign-in', { login, password: goodPassword })
  for (let i = 0; i < 6; i += 1)
    await somewhere().post('/api/sign-in', { login, password: 'Wrong-1' })
  await somewhere().post('/api/password-reset', { login })
  await drainJobs(t.house)
  const { mailbox } = await t.house.db
    .selectFrom('account')
    .select('mailbox')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const token = await mailedToken(mailbox)
  const password = 'Xiaoqiao-liushui'
  assert.equal((await somewhere().post('/api/links/use', { token, password })).statusCode, 200)
  assert.equal((await signedIn.get('/api/me')).statusCode, 401)
  assert.equal(
    (await somewhere().post('/api/sign-in', { login, password: goodPassword })).statusCode,
    400,
  )
  assert.equal((await somewhere().post('/api/sign-in', { login, password })).statusCode, 200)
  const told = await t.house.db
    .selectFrom('notice')
    .select('kind')
    .where('account_id', '=', id)
    .execute()
  assert.ok(told.some((n) => n.kind === 'account.password-changed'))
})

test('a reset does not take the second factor away, nor open its lock', async () => {
  const id = await addPerson(t.house, 'customs-first')
  await givePassword(t.house, id)
  const phone = await givePhone(t.house, id)
  const login = await loginOf(t.house, id)
  const b = somewhere()
  await b.post('/api/sign-in', { login, password: goodPassword })
  for (let i = 0; i < 5; i += 1) await b.post('/api/sign-in/code', { code: '000000' })
  await somewhere().post('/api/password-reset', { login })
  await drainJobs(t.house)
  const { mailbox } = await t.house.db
    .selectFrom('account')
    .select('mailbox')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await somewhere().post('/api/links/use', {
    token: await mailedToken(mailbox),
    password: 'Ganjing-linyin-58',
  })
  const entered = await b.post('/api/sign-in', { login, password: 'Ganjing-linyin-58' })
  assert.deepEqual(entered.json(), { stage: 'code' })
  assert.equal((await b.post('/api/sign-in/code', { code: phone() })).statusCode, 429)
})

test('a new mailbox counts only once its link is opened', async () => {
  const id = await addPerson(t.house, 'unit-operator')
  await givePassword(t.house, id)
  const wish = { mailbox: 'new.one@example.cn', phone: null, current: goodPassword }
  const asked = await t.as(id).put('/api/account/contact', wish)
  assert.equal(asked.statusCode, 200, asked.body)
  const mailboxOf = async () =>
    (
      await t.house.db
        .selectFrom('account')
        .select('mailbox')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).mailbox
  assert.notEqual(await mailboxOf(), 'new.one@example.cn')
  const token = await mailedToken('new.one@example.cn')
  assert.equal((await somewhere().post('/api/links/use', { token })).statusCode, 200)
  assert.equal(await mailboxOf(), 'new.one@example.cn')
  const told = await t.house.db
    .selectFrom('message')
    .select('address')
    .where('kind', '=', 'account.mailbox-changed')
    .execute()
  assert.equal(told.length, 1, 'the old mailbox learns of it')
  assert.notEqual(told[0]!.address, 'new.one@example.cn')
})

test('the first administrator makes himself by a printed link, once; there is no default account', async () => {
  const empty = await testHouse({ at: nine, config: { production: true, demo: false } })
  const server = await realServer(empty.house)
  assert.deepEqual(await empty.house.db.selectFrom('account').select('id').execute(), [])
  const printed = (await foundingLink(empty.house))!
  const newer = (await foundingLink(empty.house))!
  const person = { login: 'guardian', name: '顾问渠', mailbox: 'guwq@example.cn' }
  const use = (link: string, who = person) =>
    browser(server).post('/api/links/use', {
      token: link.split('#')[1],
      password: goodPassword,
      person: who,
    })
  assert.equal((await use(printed)).statusCode, 422, 'a newer print ends the older')
  assert.equal((await use(newer)).statusCode, 200)
  assert.equal((await use(newer, { ...person, login: 'intruder' })).statusCode, 422)
  assert.equal(await foundingLink(empty.house), null)
  const entered = await browser(server).post('/api/sign-in', {
    login: 'guardian',
    password: goodPassword,
  })
  assert.deepEqual(entered.json(), { stage: 'enrol' })
  assert.deepEqual(await administratorFaults(empty.house.db, today, false), [])
  await server.close()
  await empty.close()
})

import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import {
  browser,
  givePassword,
  givePhone,
  goodPassword,
  loginOf,
  realServer,
} from '#checks/browser.ts'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { addRoleGrant } from '../add-account.ts'
import { administratorFaults } from '../invariants.ts'
import type { Role } from '../roles.ts'

let t: TestHouse
let app: FastifyInstance
let founder = ''
const today = '2026-11-23'

before(async () => {
  t = await testHouse({ at: '2026-11-23T09:00:00+08:00' })
  app = await realServer(t.house)
})
after(async () => {
  await app.close()
  await t.close()
})

/** The three administrators in office, each a person of its own. */
let security = ''
let system = ''
let audit = ''

async function appoint(role: Role): Promise<string> {
  const id = await addPerson(t.house, 'customs-leader')
  await t.house.db.deleteFrom('role_grant').where('account_id', '=', id).execute()
  await t.house.db
    .transaction()
    .execute((tx) =>
      addRoleGrant(tx, id, { role }, { now: t.house.clock.now(), grantedBy: null, founding: true }),
    )
  return id
}

beforeEach(async () => {
  for (const table of [
    'account_proposal',
    'role_grant',
    'role_grant_past',
    'deputy',
    'auth_session',
  ] as const)
    await t.house.db.deleteFrom(table).execute()
  security = await appoint('security-admin')
  system = await appoint('system-admin')
  audit = await appoint('audit-admin')
  founder = security
})

// The separation holds after every step of every test, whatever was tried.
afterEach(async () => {
  assert.deepEqual(await administratorFaults(t.house.db, today), [])
})

const grantOf = (role: string, more: object = {}) => ({
  grant: { role, validFrom: today, ...more },
  reason: '工作需要',
})

const grant = (by: string, to: string, role: string, more: object = {}) =>
  t.as(by).post(`/api/people/${to}/roles`, grantOf(role, more))

const codesOf = (answer: LightMyRequestResponse): string[] =>
  answer.statusCode === 200 ? [] : answer.json().reasons.map((r: { code: string }) => r.code)

async function bare(): Promise<string> {
  const id = await addPerson(t.house, 'expert')
  await t.house.db.deleteFrom('role_grant').where('account_id', '=', id).execute()
  return id
}

async function grantId(account: string): Promise<string> {
  const { id } = await t.house.db
    .selectFrom('role_grant')
    .select('id')
    .where('account_id', '=', account)
    .executeTakeFirstOrThrow()
  return id
}

const version = async (id: string) =>
  (
    await t.house.db
      .selectFrom('account')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).version

test('the last holder of an administrator role stays, by whatever way he is to be removed', async () => {
  const other = await appoint('security-admin')
  for (const person of [system, audit]) {
    const step = { version: await version(person), reason: '离任' }
    for (const verb of ['suspend', 'end'])
      assert.deepEqual(codesOf(await t.as(security).post(`/api/people/${person}/${verb}`, step)), [
        'last-holder',
      ])
    const ended = await t
      .as(security)
      .post(`/api/roles/${await grantId(person)}/end`, { version: 1, reason: '离任' })
    assert.deepEqual(codesOf(ended), ['last-holder'])
  }
  assert.deepEqual(
    codesOf(
      await t.as(security).post(`/api/people/${security}/suspend`, { version: 1, reason: '休假' }),
    ),
    ['own-account'],
  )
  const out = await t
    .as(other)
    .post(`/api/people/${founder}/suspend`, { version: await version(founder), reason: '离任' })
  assert.equal(out.statusCode, 200)
})

const removal = async (by: string, whom: string) =>
  t.as(by).post(`/api/people/${whom}/suspend`, { version: await version(whom), reason: '离任' })

test('two security administrators removing each other at once leave one', async () => {
  const other = await appoint('security-admin')
  const answers = await Promise.all([removal(security, other), removal(other, security)])
  assert.equal(
    answers.filter((a) => a.statusCode === 200).length,
    1,
    answers.map((a) => a.body).join(),
  )
})

test('an administrator for a time does not count as the one who stays', async () => {
  const person = await bare()
  await t.house.db
    .transaction()
    .execute((tx) =>
      addRoleGrant(
        tx,
        person,
        { role: 'audit-admin', validTo: '2026-12-31' },
        { now: t.house.clock.now(), grantedBy: security, confirmedBy: system },
      ),
    )
  const step = { version: await version(audit), reason: '离任' }
  assert.deepEqual(codesOf(await t.as(security).post(`/api/people/${audit}/suspend`, step)), [
    'last-holder',
  ])
})

test('a house just founded appoints its first ones without a second person, and says so', async () => {
  for (const id of [system, audit])
    await t.house.db.deleteFrom('role_grant').where('account_id', '=', id).execute()
  const first = await bare()
  const answer = await grant(security, first, 'system-admin')
  assert.equal(answer.json().status, 'active')
  const row = await t.house.db
    .selectFrom('role_grant')
    .selectAll()
    .where('account_id', '=', first)
    .executeTakeFirstOrThrow()
  assert.equal(row.founding, true)
  const next = await grant(security, await bare(), 'audit-admin')
  assert.equal(next.json().status, 'proposed', 'from now on there is somebody to confirm')
  await t.as(first).post(`/api/proposals/${next.json().id}/confirm`, { version: 1, reason: '同意' })
})

test('the three administrators have no deputies and are none', async () => {
  const officer = await addPerson(t.house, 'customs-first')
  const body = { validFrom: today, validTo: today, reason: '休假' }
  for (const [absentId, deputyId] of [
    [officer, system],
    [system, officer],
  ]) {
    const answer = await t.as(security).post('/api/deputies', { ...body, absentId, deputyId })
    assert.ok(codesOf(answer).includes('administrator'), answer.body)
  }
})

test('a role given or taken ends the sessions, so that nobody goes on under old rights', async () => {
  const person = await addPerson(t.house, 'customs-window')
  await givePassword(t.house, person)
  const phone = await givePhone(t.house, person)
  const b = browser(app)
  await b.post('/api/sign-in', { login: await loginOf(t.house, person), password: goodPassword })
  await b.post('/api/sign-in/code', { code: phone() })
  assert.equal((await b.get('/api/me')).statusCode, 200)
  assert.equal((await grant(security, person, 'customs-first')).statusCode, 200)
  assert.equal((await b.get('/api/me')).statusCode, 401)
})

const step = async (id: string) => ({ version: await version(id), reason: '手机遗失' })

test('a lost phone: the security administrator resets it, and not his own', async () => {
  const person = await addPerson(t.house, 'customs-window')
  await givePassword(t.house, person)
  await givePhone(t.house, person)
  assert.equal(
    (await t.as(security).post(`/api/people/${person}/reset-factor`, await step(person)))
      .statusCode,
    200,
  )
  const entered = await browser(app).post('/api/sign-in', {
    login: await loginOf(t.house, person),
    password: goodPassword,
  })
  assert.deepEqual(entered.json(), { stage: 'enrol' })
  assert.deepEqual(
    codesOf(
      await t.as(security).post(`/api/people/${security}/reset-factor`, await step(security)),
    ),
    ['own-factor'],
  )
  assert.equal(
    (await t.as(system).post(`/api/people/${person}/reset-factor`, await step(person))).statusCode,
    403,
  )
})

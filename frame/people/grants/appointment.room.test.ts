import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { realServer } from '#checks/browser.ts'
import { addGrant, addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { addRoleGrant } from '../add-account.ts'
import { administratorFaults } from '../invariants.ts'
import type { Role } from '../roles.ts'

let t: TestHouse
let app: FastifyInstance
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
  await appoint('system-admin')
  audit = await appoint('audit-admin')
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

async function holds(id: string, role: string): Promise<boolean> {
  const rows = await t.house.db
    .selectFrom('role_grant')
    .select('id')
    .where('account_id', '=', id)
    .where('role', '=', role)
    .execute()
  return rows.length > 0
}

async function bare(): Promise<string> {
  const id = await addPerson(t.house, 'expert')
  await t.house.db.deleteFrom('role_grant').where('account_id', '=', id).execute()
  return id
}

test('an administrator is in force only after a second person confirmed it', async () => {
  const person = await bare()
  const proposed = await grant(security, person, 'system-admin')
  assert.equal(proposed.json().status, 'proposed')
  assert.equal(await holds(person, 'system-admin'), false)
  const step = { version: 1, reason: '同意' }
  const at = (verb: string) => `/api/proposals/${proposed.json().id}/${verb}`
  assert.deepEqual(codesOf(await t.as(security).post(at('confirm'), step)), ['four-eyes'])
  const leader = await addPerson(t.house, 'customs-leader')
  assert.equal((await t.as(leader).post(at('confirm'), step)).statusCode, 403)
  const done = await t.as(audit).post(at('confirm'), step)
  assert.equal(done.statusCode, 200, done.body)
  assert.equal(await holds(person, 'system-admin'), true)
  assert.equal((await t.as(audit).post(at('confirm'), { ...step, version: 2 })).statusCode, 422)
})

test('nobody confirms his own appointment', async () => {
  const proposed = await grant(security, await bare(), 'audit-admin')
  await t.house.db
    .updateTable('account_proposal')
    .set({ account_id: audit })
    .where('id', '=', proposed.json().id)
    .execute()
  const answer = await t
    .as(audit)
    .post(`/api/proposals/${proposed.json().id}/confirm`, { version: 1, reason: '同意' })
  assert.ok(codesOf(answer).includes('four-eyes'))
  await t.house.db.deleteFrom('account_proposal').execute()
})

test('a refused or withdrawn appointment never comes into force', async () => {
  for (const [verb, by] of [
    ['refuse', audit],
    ['withdraw', security],
  ] as const) {
    const person = await bare()
    const { id } = (await grant(security, person, 'system-admin')).json()
    assert.equal(
      (await t.as(by).post(`/api/proposals/${id}/${verb}`, { version: 1, reason: '不合适' }))
        .statusCode,
      200,
    )
    const late = await t
      .as(audit)
      .post(`/api/proposals/${id}/confirm`, { version: 2, reason: '同意' })
    assert.equal(late.statusCode, 422)
    assert.equal(await holds(person, 'system-admin'), false)
  }
})

test('no person holds two of the three, nor one of them and a business role', async () => {
  assert.deepEqual(codesOf(await grant(security, audit, 'system-admin')), ['kept-apart'])
  assert.deepEqual(codesOf(await grant(security, audit, 'customs-leader')), ['kept-apart'])
  const leader = await addPerson(t.house, 'customs-leader')
  assert.deepEqual(codesOf(await grant(security, leader, 'audit-admin')), ['kept-apart'])
})

test('two grants at the same moment cannot bring about together what neither may', async () => {
  for (let round = 0; round < 5; round += 1) {
    const person = await bare()
    const answers = await Promise.all([
      grant(security, person, 'customs-leader'),
      grant(security, person, 'system-admin'),
      grant(security, person, 'audit-admin'),
    ])
    assert.equal(answers.filter((a) => a.statusCode === 200).length, 1)
  }
})

test('a business role given while an appointment waits is refused, and so is the confirmation after one', async () => {
  const person = await bare()
  const { id } = (await grant(security, person, 'system-admin')).json()
  assert.deepEqual(codesOf(await grant(security, person, 'customs-leader')), ['kept-apart'])
  await addGrant(t.house, person, 'customs-port')
  const confirmed = await t
    .as(audit)
    .post(`/api/proposals/${id}/confirm`, { version: 1, reason: '同意' })
  assert.deepEqual(codesOf(confirmed), ['kept-apart'])
})

test('nobody gives himself a role', async () => {
  assert.ok(codesOf(await grant(security, security, 'audit-admin')).includes('own-grant'))
})

test('what the administrators do stands in the ledger with both names, and no name in clear', async () => {
  const person = await bare()
  const { id } = (await grant(security, person, 'system-admin')).json()
  await t.as(audit).post(`/api/proposals/${id}/confirm`, { version: 1, reason: '同意' })
  const events = await t.house.db
    .selectFrom('audit_event')
    .selectAll()
    .where('subject_id', '=', id)
    .execute()
  assert.deepEqual(
    events.map((e) => [e.act, e.actor_id]),
    [
      ['role.grant', security],
      ['proposal.confirm', audit],
    ],
  )
  const invited = await t.as(security).post('/api/people', {
    login: 'ming.zi',
    name: '不写明的名字',
    mailbox: 'ming.zi@example.cn',
    ...grantOf('customs-leader'),
  })
  const [event] = await t.house.db
    .selectFrom('audit_event')
    .selectAll()
    .where('subject_id', '=', invited.json().id)
    .execute()
  assert.ok(
    !event!.body.toString().includes('不写明的名字') &&
      !event!.body.toString().includes('ming.zi@'),
  )
})

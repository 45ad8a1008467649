import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { loginOf } from '#checks/browser.ts'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { addUnit } from '#checks/places.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { checkBusiness } from '#frame/ledger/check-business.ts'
import { Findings } from '#frame/ledger/findings.ts'

let t: TestHouse
let security = ''
let audit = ''
let unit = ''
let branch = ''

before(async () => {
  t = await testHouse({ at: '2026-11-23T09:00:00+08:00' })
  security = await addPerson(t.house, 'security-admin')
  audit = await addPerson(t.house, 'audit-admin')
  const row = await t.house.db.selectFrom('branch').select('id').limit(1).executeTakeFirstOrThrow()
  branch = row.id
  unit = await addUnit(t.house, branch)
})
after(() => t.close())

const codesOf = (answer: LightMyRequestResponse): string[] =>
  answer.statusCode === 200 ? [] : answer.json().reasons.map((r: { code: string }) => r.code)

const mailboxOf = async (id: string) => {
  const row = await t.house.db
    .selectFrom('account')
    .select('mailbox')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.mailbox
}

/** How many mails of a kind went to an address. */
const mailsTo = async (kind: string, address: string) => {
  const rows = await t.house.db
    .selectFrom('message')
    .select('id')
    .where('kind', '=', kind)
    .where('address', '=', address)
    .execute()
  return rows.length
}

/** Says that the person forgot his password, and lets the mail go out. */
async function forget(id: string) {
  await t.as(null).post('/api/password-reset', { login: await loginOf(t.house, id) })
  await drainJobs(t.house)
}

/** Another mailbox asked for by an account keeper. */
async function change(by: string, id: string, mailbox: string) {
  const login = await loginOf(t.house, id)
  const { version } = await t.house.db
    .selectFrom('account')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const body = { version, login, name: '某某', mailbox, phone: null, reason: '本人申请' }
  return t.as(by).put(`/api/people/${id}`, body)
}

const waiting = async (id: string) => {
  const { rows } = (await t.as(audit).get('/api/proposals')).json()
  return rows.filter(
    (r: { accountId: string; status: string }) => r.accountId === id && r.status === 'proposed',
  )
}

const settle = (by: string, proposal: string, verb: string, version = 1) =>
  t.as(by).post(`/api/proposals/${proposal}/${verb}`, { version, reason: '已电话核实' })

test('one administrator alone cannot lead the mails of an account to himself', async () => {
  for (const role of ['customs-first', 'unit-operator', 'audit-admin'] as const) {
    const reach = role === 'unit-operator' ? { unitId: unit } : {}
    const person = await addPerson(t.house, role, reach)
    const old = await mailboxOf(person)
    const mailbox = `taken-${role}@example.cn`
    assert.equal((await change(security, person, mailbox)).statusCode, 200)
    assert.equal(await mailboxOf(person), old, 'nothing has changed yet')
    assert.equal(await mailsTo('account.mailbox-proposed', old), 1, 'the person hears of it')
    const [proposal] = await waiting(person)
    assert.equal(proposal.mailbox, mailbox, 'who confirms it sees what he confirms')
    assert.deepEqual(codesOf(await settle(security, proposal.id, 'confirm')), ['four-eyes'])
    assert.notEqual((await settle(person, proposal.id, 'confirm')).statusCode, 200)
    await forget(person)
    assert.deepEqual(
      [await mailsTo('account.reset', old), await mailsTo('account.reset', mailbox)],
      [1, 0],
    )
    assert.equal((await settle(security, proposal.id, 'withdraw')).statusCode, 200)
  }
})

test('a second administrator confirms it; the old mailbox learns of it and its links end', async () => {
  const person = await addPerson(t.house, 'customs-leader')
  const old = await mailboxOf(person)
  await change(security, person, 'confirmed@example.cn')
  await forget(person)
  const [proposal] = await waiting(person)
  const seen = (await t.as(person).get('/api/account')).json()
  assert.equal(seen.mailboxProposed, 'confirmed@example.cn')
  const done = await settle(audit, proposal.id, 'confirm')
  assert.deepEqual(done.json().status, 'confirmed', done.body)
  assert.equal(await mailboxOf(person), 'confirmed@example.cn')
  assert.equal(await mailsTo('account.mailbox-changed', old), 1)
  const links = await t.house.db
    .selectFrom('mail_link')
    .select('id')
    .where('account_id', '=', person)
    .execute()
  assert.deepEqual(links, [])
})

test('customs’ account administrator proposes for units of his branch and confirms nothing', async () => {
  const keeper = await addPerson(t.house, 'customs-accounts', { branchId: branch })
  const person = await addPerson(t.house, 'unit-legal', { unitId: unit })
  assert.equal((await change(keeper, person, 'legal@example.cn')).statusCode, 200)
  const [proposal] = await waiting(person)
  const other = await addPerson(t.house, 'customs-accounts', { branchId: branch })
  assert.equal((await settle(other, proposal.id, 'confirm')).statusCode, 403)
  assert.equal((await settle(security, proposal.id, 'confirm')).statusCode, 200)
})

test('one proposal waits at a time, and a refused one is over', async () => {
  const person = await addPerson(t.house, 'unit-operator', { unitId: unit })
  await change(security, person, 'first@example.cn')
  await change(security, person, 'first@example.cn')
  await change(security, person, 'second@example.cn')
  const open = await waiting(person)
  assert.deepEqual(
    open.map((p: { mailbox: string }) => p.mailbox),
    ['second@example.cn'],
  )
  const refused = await settle(audit, open[0].id, 'refuse')
  assert.equal(refused.statusCode, 200, refused.body)
  assert.deepEqual(codesOf(await settle(audit, open[0].id, 'confirm', 2)), ['wrong-status'])
})

test('an ended account takes its proposals along, and the ledger agrees with all of this', async () => {
  const person = await addPerson(t.house, 'unit-operator', { unitId: unit })
  await change(security, person, 'late@example.cn')
  const ended = await t
    .as(security)
    .post(`/api/people/${person}/end`, { version: 2, reason: '离职' })
  assert.equal(ended.statusCode, 200, ended.body)
  assert.deepEqual(await waiting(person), [])
  const findings = new Findings()
  await checkBusiness(t.house.db, findings)
  assert.deepEqual(findings.list, [])
})

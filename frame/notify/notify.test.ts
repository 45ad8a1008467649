import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { z } from 'zod'
import { addGrant, addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { jobsPart } from '#frame/jobs/part.ts'
import { newId } from '#frame/kernel/id.ts'
import { defineNotice } from './kind.ts'
import { notify, type Notice } from './notify.ts'
import { notifyPart } from './part.ts'

const changed = defineNotice({
  kind: 'test.changed',
  words: { zh: '变更', en: 'Change' },
  params: z.strictObject({ number: z.string() }),
  channels: ['inbox', 'mail'],
  text: {
    zh: (p) => ({ title: `${p.number} 有变更`, lines: ['请查看。'] }),
    en: (p) => ({ title: `${p.number} has changed`, lines: ['Please look.'] }),
  },
})
const urgent = defineNotice({ ...changed, kind: 'test.urgent', always: true })

let t: TestHouse
let branches: string[]
let unitId: string
before(async () => {
  t = await testHouse({ parts: [notifyPart, jobsPart], at: '2026-11-23T09:00:00+08:00' })
  branches = [newId(), newId()]
  await t.house.db
    .insertInto('branch')
    .values(
      branches.map((id, i) => ({ id, code: `t${i}`, name_zh: `关区${i}`, name_en: `Branch ${i}` })),
    )
    .execute()
  unitId = newId()
  await t.house.db
    .insertInto('unit')
    .values({
      id: unitId,
      uscc: '91110000TEST00001X',
      name_zh: '示例大学',
      status: 'registered',
      branch_id: branches[0]!,
      classes: ['use'],
      address: '示例路 1 号',
      contact_name: '某人',
      contact_phone: '010-5550 0101',
      created_at: t.house.clock.now(),
    })
    .execute()
})
after(() => t.close())
beforeEach(async () => {
  await t.house.db.deleteFrom('message').execute()
  await t.house.db.deleteFrom('notice').execute()
  await sql`delete from pgboss.job`.execute(t.house.db)
})

const tell = (notice: Partial<Notice<typeof changed.params>>) =>
  t.house.db.transaction().execute((tx) =>
    notify(tx, {
      to: {},
      kind: changed,
      params: { number: '2026-001' },
      now: t.house.clock.now(),
      subject: { kind: 'licence', id: newId(), unitId },
      path: '/licences/1',
      ...notice,
    }),
  )
const inboxes = async () =>
  (await t.house.db.selectFrom('notice').select('account_id').execute()).map((r) => r.account_id)
const mailed = async () =>
  (await t.house.db.selectFrom('message').select('account_id').execute()).map((r) => r.account_id)
const same = (a: (string | null)[], b: (string | null)[]) => {
  assert.equal(a.length, b.length)
  assert.deepEqual(new Set(a), new Set(b))
}

test('a rolled back act leaves no notice, no mail and no job', async () => {
  const someone = await addPerson(t.house, 'office-clerk')
  const refused = t.house.db.transaction().execute(async (tx) => {
    await notify(tx, {
      to: { accountIds: [someone] },
      kind: changed,
      params: { number: '1' },
      now: t.house.clock.now(),
    })
    throw new Error('refused')
  })
  await assert.rejects(refused, /refused/)
  assert.deepEqual(await inboxes(), [])
  assert.deepEqual(await mailed(), [])
  assert.deepEqual(await drainJobs(t.house), [])
})

test('a role is told in its own branch and at headquarters, and nobody elsewhere', async () => {
  const here = await addPerson(t.house, 'customs-first', { branchId: branches[0]! })
  const there = await addPerson(t.house, 'customs-first', { branchId: branches[1]! })
  const headquarters = await addPerson(t.house, 'customs-first')
  const window = await addPerson(t.house, 'customs-window', { branchId: branches[0]! })
  await tell({ to: { roles: { anyOf: ['customs-first'], branchId: branches[0]! } } })
  same(await inboxes(), [here, headquarters])
  await t.house.db.deleteFrom('notice').execute()
  await tell({ to: { roles: { anyOf: ['customs-first', 'customs-window'] } } })
  same(await inboxes(), [here, there, headquarters, window])
})

test('everybody of a unit is told, each once, also with two roles and two ways to be meant', async () => {
  const operator = await addPerson(t.house, 'unit-operator', { unitId })
  await addGrant(t.house, operator, 'unit-biosafety', { unitId })
  const legal = await addPerson(t.house, 'unit-legal', { unitId })
  const told = await tell({ to: { unitMembers: unitId, accountIds: [legal] } })
  assert.deepEqual(told, { accounts: 2, outside: 0 })
  same(await inboxes(), [operator, legal])
  same(await mailed(), [operator, legal])
})

test('who holds the role no more, not yet, or whose account is ended is not told', async () => {
  const past = await addPerson(t.house, 'district')
  const coming = await addPerson(t.house, 'district')
  const ended = await addPerson(t.house, 'district')
  const lastDay = await addPerson(t.house, 'district')
  const { db } = t.house
  await db
    .updateTable('role_grant')
    .set({ valid_from: '2026-11-01', valid_to: '2026-11-22' })
    .where('account_id', '=', past)
    .execute()
  await db
    .updateTable('role_grant')
    .set({ valid_from: '2026-11-24' })
    .where('account_id', '=', coming)
    .execute()
  await db
    .updateTable('role_grant')
    .set({ valid_to: '2026-11-23' })
    .where('account_id', '=', lastDay)
    .execute()
  await db.updateTable('account').set({ status: 'ended' }).where('id', '=', ended).execute()
  await tell({ to: { roles: { anyOf: ['district'] } } })
  same(await inboxes(), [lastDay])
})

test('the same key is told once, at once and later', async () => {
  const someone = await addPerson(t.house, 'office-clerk')
  const once = () => tell({ to: { accountIds: [someone] }, key: 'case-1:accepted' })
  await Promise.all([once(), once()])
  await once()
  assert.equal((await inboxes()).length, 1)
  assert.equal((await mailed()).length, 1)
  assert.equal((await drainJobs(t.house)).length, 1)
})

test('params of another form are refused and write nothing', async () => {
  const someone = await addPerson(t.house, 'office-clerk')
  await assert.rejects(
    tell({ to: { accountIds: [someone] }, params: { wrong: 1 } as never }),
    /params of notice/,
  )
  assert.deepEqual(await inboxes(), [])
})

test('a mail switched off stays in the in-box only; account mails cannot be switched off', async () => {
  const someone = await addPerson(t.house, 'office-clerk')
  const set = (mailOff: string[]) =>
    t.as(someone).put('/api/inbox/wishes', { mailOff, digest: false, language: 'en' })
  const refused = await set(['test.changed', 'test.urgent', 'account.reset'])
  assert.equal(refused.statusCode, 422)
  const reasons = refused.json<{ reasons: { code: string }[] }>().reasons
  assert.deepEqual(
    reasons.map((r) => r.code),
    ['always', 'always'],
  )
  assert.equal((await set(['test.changed'])).statusCode, 200)
  await tell({ to: { accountIds: [someone] } })
  assert.deepEqual(await mailed(), [])
  await tell({ to: { accountIds: [someone] }, kind: urgent })
  assert.deepEqual(await mailed(), [someone])
  assert.equal((await inboxes()).length, 2)
  const message = await t.house.db.selectFrom('message').select('language').executeTakeFirst()
  assert.equal(message?.language, 'en')
})

test('wishes are shown with everything there is to choose from', async () => {
  const someone = await addPerson(t.house, 'office-clerk')
  const reply = await t.as(someone).get('/api/inbox/wishes')
  const { wishes, kinds } = reply.json<{
    wishes: unknown
    kinds: { kind: string; always: boolean }[]
  }>()
  assert.deepEqual(wishes, { mailOff: [], digest: false, language: null })
  assert.equal(kinds.find((k) => k.kind === 'test.changed')?.always, false)
  assert.equal(kinds.find((k) => k.kind === 'account.reset')?.always, true)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { drainJobs } from '#frame/jobs/drain.ts'
import { openQueues } from '#frame/jobs/queue-schema.ts'
import { plan } from '#frame/jobs/plan.ts'
import type { ClockEntry } from './clock-entries.ts'
import type { ClockRef } from './clock-store.ts'
import { calendarPart } from './part.ts'
import { passDay, reprojectClocks } from './reproject-jobs.ts'
import { addEntry, addUnit, deemed, holders, keptClock, openSample } from './room-samples.ts'
import { sample2027 } from './sample-notice.ts'

let t: TestHouse
let admin: string
let unitId: string
let member: string
let officer: string

before(async () => {
  t = await testHouse({ parts: [calendarPart] })
  await openQueues(t.house.db)
  admin = await addPerson(t.house, 'system-admin')
  unitId = await addUnit(t.house)
  member = await addPerson(t.house, 'unit-operator', { unitId })
  officer = await addPerson(t.house, 'customs-first')
})
after(() => t.close())

const at = (day: string) => t.setClock(`${day}T10:00:00+08:00`)
const opened = (first: ClockEntry, label: string) => openSample(t.house, unitId, first, label)
const add = (ref: ClockRef, entry: ClockEntry) => addEntry(t.house, ref, entry)
const rowOf = (ref: ClockRef) => keptClock(t.house, ref)

const noticesOf = (accountId: string) =>
  t.house.db
    .selectFrom('notice')
    .select(['kind', 'params', 'path'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute()

const drain = () =>
  drainJobs(t.house, { only: [reprojectClocks.name, passDay.name, 'sample.deemed'] })

async function runPassDay() {
  await t.house.db.transaction().execute((tx) => plan(tx, passDay, {}))
  await drain()
}

test('at night an intake that ran out is accepted by law, once, and the room is told', async () => {
  at('2026-09-18')
  const ref = await opened({ kind: 'received', day: '2026-09-18' }, '0110-2026-000005')
  at('2026-09-24')
  await runPassDay()
  assert.equal((await rowOf(ref)).state, 'intake')
  at('2026-09-25')
  await runPassDay()
  await runPassDay()
  const row = await rowOf(ref)
  assert.deepEqual([row.state, row.deemed, row.due_day], ['running', true, '2026-10-22'])
  assert.equal(deemed.filter((id) => id === ref.subject.id).length, 1)
})

test('S2-046 at night the due day under an open step moves on, and nobody is written to', async () => {
  at('2026-09-18')
  const ref = await opened({ kind: 'received', day: '2026-09-18' }, '0110-2026-000006')
  await add(ref, { kind: 'accepted', day: '2026-09-18' })
  at('2026-09-22')
  await add(ref, {
    kind: 'stepOpened',
    day: '2026-09-22',
    step: crypto.randomUUID(),
    stepKind: 'laboratory',
    reason: '需复核活性',
    notice: '特环〔2026〕1号',
    expectedDays: 10,
  })
  assert.deepEqual([(await rowOf(ref)).state, (await rowOf(ref)).due_day], ['paused', '2026-10-22'])
  at('2026-09-24')
  const before = (await noticesOf(member)).length
  await runPassDay()
  assert.equal((await rowOf(ref)).due_day, '2026-10-26')
  assert.equal((await noticesOf(member)).length, before)
})

test('a published year moves open clocks as the preview said, and tells unit and holder once', async () => {
  at('2026-12-10')
  holders.push(officer)
  const moving = await opened({ kind: 'received', day: '2026-12-10' }, '0110-2026-000101')
  await add(moving, { kind: 'accepted', day: '2026-12-10' })
  const still = await opened({ kind: 'received', day: '2026-12-10' }, '0110-2026-000102')
  await add(still, { kind: 'accepted', day: '2026-12-10' })
  await add(still, { kind: 'ended', day: '2026-12-10' })
  const draftless = await opened({ kind: 'received', day: '2026-12-10' }, '0110-2026-000103')
  assert.deepEqual(
    [(await rowOf(moving)).due_day, (await rowOf(moving)).provisional],
    ['2027-01-08', true],
  )
  // The sample notice frees Monday 01-04 too, which no rule of thumb could know.
  const notice = {
    ...sample2027,
    holidays: sample2027.holidays.map((h) => (h.name === '元旦' ? { ...h, to: '2027-01-04' } : h)),
  }
  const change = { notice, reason: null }
  const look = await t.as(admin).post('/api/calendar/preview', { what: 'publish', ...change })
  assert.equal(look.statusCode, 200, look.body)
  const preview = look.json<{
    reasons: unknown[]
    movedClocks: number
    moved: { label: string; oldDay: string; newDay: string; shift: number }[]
    days: { after: { day: string; workday: boolean } }[]
  }>()
  assert.deepEqual(preview.reasons, [])
  const [move] = preview.moved.filter((m) => m.label === '0110-2026-000101')
  assert.deepEqual([move?.oldDay, move?.newDay, move?.shift], ['2027-01-08', '2027-01-09', 1])
  assert.ok(preview.days.some((d) => d.after.day === '2027-01-09' && d.after.workday))
  assert.equal((await rowOf(moving)).due_day, '2027-01-08')

  const seen = (await t.as(null).get('/api/calendar/days')).json<{ version: number }>().version
  const done = await t.as(admin).post('/api/calendar/notices', { seen, ...change })
  assert.equal(done.statusCode, 200, done.body)
  await drain()
  await t.house.db
    .transaction()
    .execute((tx) => plan(tx, reprojectClocks, { version: seen + 1, sweep: true }))
  await drain()
  const row = await rowOf(moving)
  assert.deepEqual(
    [row.due_day, row.provisional, row.calendar_version],
    ['2027-01-09', false, seen + 1],
  )
  assert.equal((await rowOf(draftless)).due_day, '2026-12-17')
  assert.equal((await rowOf(still)).calendar_version, seen)
  const moves = await t.house.db
    .selectFrom('clock_move')
    .innerJoin('clock', (join) =>
      join
        .onRef('clock.unit_id', '=', 'clock_move.unit_id')
        .onRef('clock.id', '=', 'clock_move.clock_id'),
    )
    .select(['clock.label', 'old_due_day', 'new_due_day'])
    .execute()
  assert.equal(moves.length, preview.movedClocks)
  assert.deepEqual(
    moves.find((m) => m.label === '0110-2026-000101'),
    { label: '0110-2026-000101', old_due_day: '2027-01-08', new_due_day: '2027-01-09' },
  )
  for (const person of [member, officer]) {
    const told = (await noticesOf(person)).filter((n) => n.path === `/samples/${moving.subject.id}`)
    assert.equal(told.length, 1)
    assert.equal(told[0]?.kind, 'calendar.clock-moved')
  }
  const events = await t.house.db
    .selectFrom('audit_event')
    .select('body_json')
    .where('act', '=', 'clock.moved')
    .where('subject_id', '=', moving.subject.id)
    .execute()
  assert.equal(events.length, 1)
})

test('an act that counted by the old calendar while it changed is caught by the sweep', async () => {
  at('2026-12-11')
  const ref = await opened({ kind: 'received', day: '2026-12-11' }, '0110-2026-000104')
  await add(ref, { kind: 'accepted', day: '2026-12-11' })
  const { due_day: right, calendar_version: version } = await rowOf(ref)
  await t.house.db
    .updateTable('clock')
    .set({ calendar_version: version - 1, due_day: '2027-01-07' })
    .where('subject_id', '=', ref.subject.id)
    .execute()
  await t.house.db
    .transaction()
    .execute((tx) => plan(tx, reprojectClocks, { version, sweep: true }, { key: 'late' }))
  await drain()
  assert.equal((await rowOf(ref)).due_day, right)
})

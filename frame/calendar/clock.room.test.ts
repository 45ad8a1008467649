import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { testHouse, type TestHouse } from '#checks/house.ts'
import { clockTerms } from '#frame/catalogue/clock-terms.ts'
import { settingOn } from '#frame/catalogue/setting.ts'
import type { ClockEntry } from './clock-entries.ts'
import {
  addClockEntry,
  loadClock,
  openClock,
  showClock,
  viewOf,
  type ClockRef,
} from './clock-store.ts'
import { calendarPart } from './part.ts'
import { addEntry, addUnit, contextOf, keptClock, openSample } from './room-samples.ts'

let t: TestHouse
let unitId: string

before(async () => {
  t = await testHouse({ parts: [calendarPart] })
  unitId = await addUnit(t.house)
})
after(() => t.close())

const at = (day: string) => t.setClock(`${day}T10:00:00+08:00`)
const opened = (first: ClockEntry, label: string) => openSample(t.house, unitId, first, label)
const add = (ref: ClockRef, entry: ClockEntry) => addEntry(t.house, ref, entry)
const rowOf = (ref: ClockRef) => keptClock(t.house, ref)

test('S2-043 the due day is kept with the clock, so that queues can sort by it', async () => {
  at('2026-09-18')
  const ref = await opened({ kind: 'received', day: '2026-09-18' }, '0110-2026-000001')
  assert.deepEqual([(await rowOf(ref)).state, (await rowOf(ref)).due_day], ['intake', '2026-09-24'])
  await add(ref, { kind: 'accepted', day: '2026-09-18' })
  const row = await rowOf(ref)
  assert.deepEqual([row.state, row.due_day, row.entries], ['running', '2026-10-22', 2])
  const clock = await loadClock(t.house.db, ref)
  assert.ok(clock)
  const shown = showClock(clock, '2026-09-21')
  assert.equal(shown.days.at(-1)?.day, '2026-10-22')
  assert.equal(viewOf(clock, '2026-10-22').leftDays, 0)
})

test('an entry that does not fit is refused with its reasons, and nothing is written', async () => {
  at('2026-09-18')
  const ref = await opened({ kind: 'received', day: '2026-09-18' }, '0110-2026-000002')
  const step = { kind: 'stepClosed', day: '2026-09-18', step: crypto.randomUUID() } as const
  await assert.rejects(add(ref, step), { kind: 'refused' })
  assert.equal((await rowOf(ref)).entries, 1)
})

test('two entries written at once on one clock: the second is told that it has changed', async () => {
  at('2026-09-18')
  const ref = await opened({ kind: 'received', day: '2026-09-18' }, '0110-2026-000003')
  const clock = await loadClock(t.house.db, ref)
  assert.ok(clock)
  const write = (entry: ClockEntry) =>
    t.house.db.transaction().execute((tx) => addClockEntry(tx, clock, entry, contextOf(t.house)))
  const both = await Promise.allSettled([
    write({ kind: 'accepted', day: '2026-09-18' }),
    write({ kind: 'corrected', day: '2026-09-18' }),
  ])
  assert.deepEqual(both.map((b) => b.status).sort(), ['fulfilled', 'rejected'])
  assert.equal((await rowOf(ref)).entries, 2)
})

test('a subject has one clock of a kind', async () => {
  at('2026-09-18')
  const ref = await opened({ kind: 'received', day: '2026-09-18' }, '0110-2026-000004')
  const again = {
    ...ref,
    label: 'x',
    path: '/x',
    terms: clockTerms.decision(settingOn('2026-09-18')),
  }
  await assert.rejects(
    t.house.db
      .transaction()
      .execute((tx) =>
        openClock(tx, again, { kind: 'received', day: '2026-09-18' }, contextOf(t.house)),
      ),
  )
})

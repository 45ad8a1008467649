import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClockEntry, ClockTerms } from './clock-entries.ts'
import { entryReasons } from './clock-rules.ts'
import type { Day } from './day.ts'
import { lawNotices } from './law-notices.ts'
import { createWorkCalendar } from './work-calendar.ts'
import { recordsOf } from './year-notice.ts'

const calendar = createWorkCalendar(lawNotices.flatMap(recordsOf))
const terms: ClockTerms = { days: 20, usualDays: 5, intakeDays: 5, extensionDays: 10 }
const accepted: ClockEntry[] = [
  { kind: 'received', day: '2026-09-18' },
  { kind: 'accepted', day: '2026-09-18' },
]
const opened = (over: Partial<ClockEntry & { kind: 'stepOpened' }> = {}): ClockEntry => ({
  kind: 'stepOpened',
  day: '2026-09-22',
  step: 'a',
  stepKind: 'laboratory',
  reason: '需复核活性',
  notice: '特环〔2026〕1号',
  expectedDays: 10,
  ...over,
})
const extended = (over: Partial<ClockEntry & { kind: 'extended' }> = {}): ClockEntry => ({
  kind: 'extended',
  day: '2026-10-20',
  days: 10,
  reason: '需核实',
  notice: '延期〔2026〕1号',
  ...over,
})
const codes = (entries: ClockEntry[], entry: ClockEntry, today: Day = entry.day) =>
  entryReasons({ calendar, terms, entries, today }, entry).map((r) => r.code)

test('an ordinary course is accepted entry by entry', () => {
  const course: ClockEntry[] = [
    { kind: 'received', day: '2026-09-18' },
    { kind: 'corrected', day: '2026-09-21' },
    { kind: 'received', day: '2026-09-24' },
    { kind: 'accepted', day: '2026-09-28' },
    opened({ day: '2026-09-29' }),
    opened({ day: '2026-09-30', step: 'b' }),
    { kind: 'stepClosed', day: '2026-10-08', step: 'a' },
    { kind: 'stepClosed', day: '2026-10-09', step: 'b' },
    extended({ day: '2026-10-20' }),
    { kind: 'ended', day: '2026-10-21' },
  ]
  course.forEach((entry, i) => assert.deepEqual(codes(course.slice(0, i), entry), [], entry.kind))
})

test('an entry of a day to come, or before the last entry, is refused', () => {
  assert.deepEqual(codes(accepted, opened(), '2026-09-21'), ['clock.future-day'])
  assert.deepEqual(codes(accepted, opened({ day: '2026-09-17' }), '2026-09-22'), [
    'clock.before-last',
  ])
})

test('S2-047 a special step needs a written notice with the expected time, and a reason', () => {
  assert.deepEqual(codes(accepted, opened({ notice: ' ', expectedDays: 0, reason: '' })), [
    'clock.step-reason',
    'clock.step-notice',
    'clock.step-length',
  ])
})

test('S2-046 a step cannot open before acceptance, nor twice, nor close unopened or twice', () => {
  assert.deepEqual(codes([{ kind: 'received', day: '2026-09-22' }], opened()), [
    'clock.wrong-state',
  ])
  assert.deepEqual(codes([...accepted, opened()], opened()), ['clock.step-known'])
  const close: ClockEntry = { kind: 'stepClosed', day: '2026-09-23', step: 'a' }
  assert.deepEqual(codes(accepted, close), ['clock.wrong-state', 'clock.step-not-open'])
  const open = [...accepted, opened(), opened({ step: 'b' }), close]
  assert.deepEqual(codes(open, close), ['clock.step-not-open'])
})

test('S2-045 extension: once, ten days, before the end, with reason and notice', () => {
  assert.deepEqual(codes(accepted, extended()), [])
  assert.deepEqual(codes(accepted, extended({ day: '2026-10-22' })), [])
  assert.deepEqual(codes(accepted, extended({ day: '2026-10-23' })), ['clock.extension-late'])
  assert.deepEqual(codes([...accepted, extended()], extended()), ['clock.extended-twice'])
  assert.deepEqual(codes(accepted, extended({ days: 15, reason: '', notice: '' })), [
    'clock.extension-length',
    'clock.extension-reason',
    'clock.extension-notice',
  ])
})

test('S2-033 after five working days without a notice a correction can no longer be demanded', () => {
  const received: ClockEntry[] = [{ kind: 'received', day: '2026-09-18' }]
  assert.deepEqual(codes(received, { kind: 'corrected', day: '2026-09-24' }), [])
  assert.deepEqual(codes(received, { kind: 'corrected', day: '2026-09-25' }), [
    'clock.correction-late',
  ])
  assert.deepEqual(codes(received, { kind: 'accepted', day: '2026-09-25' }), [])
  assert.deepEqual(codes(received, { kind: 'deemedAccepted', day: '2026-09-25' }), [])
})

test('acceptance is recorded once, and nothing is recorded after the end', () => {
  assert.deepEqual(codes(accepted, { kind: 'accepted', day: '2026-09-20' }), [
    'clock.accepted-twice',
  ])
  const ended: ClockEntry[] = [...accepted, { kind: 'ended', day: '2026-09-28' }]
  assert.deepEqual(codes(ended, { kind: 'ended', day: '2026-09-28' }), ['clock.wrong-state'])
  assert.deepEqual(codes(ended, opened({ day: '2026-09-28' })), ['clock.wrong-state'])
})

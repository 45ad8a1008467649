import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { seed, sizes } from '#checks/sizes.ts'
import { clockDays } from './clock-days.ts'
import type { ClockEntry, ClockTerms } from './clock-entries.ts'
import { projectClock } from './clock.ts'
import { addDays, compareDays, type Day } from './day.ts'
import { lawNotices } from './law-notices.ts'
import { statutoryDays } from './statutory-days.ts'
import { createWorkCalendar } from './work-calendar.ts'
import { recordsOf } from './year-notice.ts'

const calendar = createWorkCalendar(lawNotices.flatMap(recordsOf))
const terms: ClockTerms = { days: 20, usualDays: 5, intakeDays: 5, extensionDays: 10 }

// The slow reference shares no code with the clock: dates by the machine's own Date, sets of days off and
// days in exchange from the notices, and a man with a pencil who goes from day to day.
const off = new Set<Day>()
const work = new Set<Day>()
for (const notice of lawNotices)
  for (const holiday of notice.holidays) {
    for (let d = holiday.from; d <= holiday.to; d = tomorrow(d)) off.add(d)
    for (const d of holiday.work) work.add(d)
  }
for (const year of [2027, 2028]) for (const d of statutoryDays(year).keys()) off.add(d)

function tomorrow(day: Day): Day {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

function works(day: Day): boolean {
  if (work.has(day)) return true
  if (off.has(day)) return false
  const n = new Date(`${day}T12:00:00Z`).getUTCDay()
  return n !== 0 && n !== 6
}

interface History {
  received: Day
  /** Days from receipt to acceptance; null: nobody ever answers. */
  acceptedAfter: number | null
  corrected: { after: number; returned: number } | null
  steps: { from: number; length: number | null }[]
  extended: boolean
  endedAfter: number | null
  seenAfter: number
}

const history: fc.Arbitrary<History> = fc.record({
  received: fc.integer({ min: 0, max: 1400 }).map((n) => addDays('2023-01-01', n)),
  acceptedAfter: fc.option(fc.integer({ min: 0, max: 12 }), { freq: 4 }),
  corrected: fc.option(
    fc.record({
      after: fc.integer({ min: 0, max: 10 }),
      returned: fc.integer({ min: 0, max: 40 }),
    }),
    { freq: 2 },
  ),
  steps: fc.array(
    fc.record({
      from: fc.integer({ min: 0, max: 40 }),
      length: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 5 }),
    }),
    { maxLength: 4 },
  ),
  extended: fc.boolean(),
  endedAfter: fc.option(fc.integer({ min: 0, max: 60 }), { freq: 2 }),
  seenAfter: fc.integer({ min: 0, max: 150 }),
})

/** The entries of a history; null when the case was never accepted and never could be. */
function entriesOf(h: History): { entries: ClockEntry[]; start: Day } {
  const before: ClockEntry[] = [{ kind: 'received', day: h.received }]
  let received = h.received
  let start: Day | null = null
  if (h.corrected) {
    const sent = addDays(received, h.corrected.after)
    before.push({ kind: 'corrected', day: sent })
    if (sent > fifthWorkday(received)) start = received
    else {
      received = addDays(sent, h.corrected.returned)
      before.push({ kind: 'received', day: received })
    }
  }
  const accepted =
    start === null && h.acceptedAfter !== null ? addDays(received, h.acceptedAfter) : null
  if (accepted !== null) before.push({ kind: 'accepted', day: accepted })
  start ??= accepted !== null && accepted <= fifthWorkday(received) ? accepted : received
  // Nothing more happens until the case is accepted, by an officer or by law.
  const base = [
    before.at(-1)?.day ?? start,
    ...(accepted === null ? [tomorrow(fifthWorkday(start))] : []),
  ]
    .sort(compareDays)
    .at(-1) as Day
  return { entries: [...before, ...laterEntries(h, base)], start }
}

function laterEntries(h: History, base: Day): ClockEntry[] {
  const later: ClockEntry[] = []
  const end = h.endedAfter === null ? null : addDays(base, h.endedAfter)
  const alive = (day: Day) => end === null || day <= end
  h.steps.forEach((s, i) => {
    const day = addDays(base, s.from)
    if (!alive(day)) return
    const words = { reason: '核实', notice: '告知', expectedDays: 5 }
    later.push({ kind: 'stepOpened', day, step: String(i), stepKind: 'onsite', ...words })
    const closed = s.length === null ? null : addDays(day, s.length)
    if (closed !== null && alive(closed))
      later.push({ kind: 'stepClosed', day: closed, step: String(i) })
  })
  if (h.extended)
    later.push({ kind: 'extended', day: base, days: 10, reason: '核实', notice: '延期' })
  if (end !== null) later.push({ kind: 'ended', day: end })
  return later.sort((a, b) => compareDays(a.day, b.day))
}

function fifthWorkday(from: Day): Day {
  let day = from
  for (let n = 0; n < 5;) {
    day = tomorrow(day)
    if (works(day)) n += 1
  }
  return day
}

/** Goes from day to day with a pencil: which days lie under a step, which of the others count. */
function slowly(
  entries: ClockEntry[],
  start: Day,
  seen: Day,
): { due: Day; used: number; total: number } {
  const known = entries.filter((e) => e.day <= seen)
  const ended = known.find((e) => e.kind === 'ended')?.day ?? null
  const settled = new Set<Day>()
  const running = new Set<Day>()
  for (const e of known) {
    if (e.kind !== 'stepOpened') continue
    const closed = known.find((c) => c.kind === 'stepClosed' && c.step === e.step)?.day ?? ended
    for (let d = e.day; d <= (closed ?? seen); d = tomorrow(d)) {
      if (closed !== null || d < seen) settled.add(d)
      else running.add(d)
    }
  }
  const total = known.some((e) => e.kind === 'extended') ? 30 : 20
  let due = start
  for (let n = 0; n < total;) {
    due = tomorrow(due)
    if (works(due) && !settled.has(due)) n += 1
  }
  let used = 0
  for (let d = tomorrow(start); d <= (ended ?? seen); d = tomorrow(d)) {
    if (works(d) && !settled.has(d) && !running.has(d)) used += 1
  }
  return { due, used, total }
}

test('S2-043 due dates equal a slow day-by-day reference on random histories', () => {
  fc.assert(
    fc.property(history, (h) => {
      const { entries, start } = entriesOf(h)
      const lastEntry = entries.at(-1)?.day ?? start
      const byLaw = tomorrow(fifthWorkday(start))
      const settledDay = [lastEntry, byLaw].sort(compareDays).at(-1) as Day
      const seen = addDays(settledDay, h.seenAfter)
      const expected = slowly(entries, start, seen)
      const clock = projectClock(calendar, terms, entries, seen)
      assert.deepEqual(
        { due: clock.dueDay, used: clock.usedDays, total: clock.totalDays },
        expected,
        JSON.stringify({ entries, seen }),
      )
      assert.equal(clock.startDay, start)
      assert.equal(clock.leftDays, expected.total - expected.used)
    }),
    { numRuns: sizes.dueDates, seed },
  )
})

test('the table of days tells the same as the due date: counted rows number up to the total', () => {
  fc.assert(
    fc.property(history, (h) => {
      const { entries, start } = entriesOf({ ...h, endedAfter: null })
      const seen = addDays(start, h.seenAfter)
      const clock = projectClock(calendar, terms, entries, seen)
      const days = clockDays(calendar, terms, entries, seen)
      const counted = days.filter((d) => d.kind === 'counted')
      assert.deepEqual(
        counted.map((d) => d.n),
        counted.map((_, i) => i + 1),
      )
      if (clock.dueDay === null) return assert.deepEqual(days, [])
      assert.equal(days.find((d) => d.n === clock.totalDays)?.day, clock.dueDay)
      for (const row of days) assert.notEqual(row.reason.zh, '')
    }),
    { numRuns: sizes.properties, seed },
  )
})

test('a special step never brings the due date forward, and an extension never does', () => {
  fc.assert(
    fc.property(history, (h) => {
      const { entries, start } = entriesOf({ ...h, endedAfter: null })
      const seen = addDays(start, 200)
      const without = (kind: string) =>
        projectClock(
          calendar,
          terms,
          entries.filter((e) => e.kind !== kind),
          seen,
        ).dueDay as Day
      const due = projectClock(calendar, terms, entries, seen).dueDay as Day
      assert.ok(without('stepOpened') <= due)
      assert.ok(without('extended') <= due)
    }),
    { numRuns: sizes.properties, seed },
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { seed, sizes } from '#checks/sizes.ts'
import { addDays, type Day } from '#frame/calendar/day.ts'
import { lawNotices } from '#frame/calendar/law-notices.ts'
import { createWorkCalendar } from '#frame/calendar/work-calendar.ts'
import { recordsOf } from '#frame/calendar/year-notice.ts'
import { settingOn } from '#frame/catalogue/setting.ts'
import { handInBy, handInTerms } from './hand-in.ts'

const calendar = createWorkCalendar(lawNotices.flatMap(recordsOf))
const terms = handInTerms(settingOn('2026-11-23'))
const by = (submitted: Day, over: { days?: number; weekdays?: readonly number[] } = {}) => {
  const { days = terms.days, weekdays = terms.hours.weekdays } = over
  return handInBy(submitted, calendar, { days, hours: { ...terms.hours, weekdays } })
}

test('S2-006 the terms are those of the guide: a week, Mondays and Thursdays in the afternoon', () => {
  assert.deepEqual(terms, { days: 7, hours: { weekdays: [1, 4], from: '13:30', to: '16:30' } })
})

test('S2-024 originals are due seven calendar days after the submission', () => {
  assert.equal(by('2026-11-23'), '2026-11-30')
  assert.equal(by('2026-11-25'), '2026-12-02')
})

test('C-27 where no window day falls in the week, the next one counts as in time', () => {
  // only one weekday receives: submitted on the eve of the holiday, its next day comes after the week
  const weekdays = [4]
  assert.equal(by('2026-09-30', { weekdays }), '2026-10-08')
  assert.equal(by('2026-09-24', { weekdays }), '2026-10-08')
  assert.equal(by('2026-09-23', { weekdays }), '2026-09-30')
  // Spring Festival: nine days off
  assert.equal(by('2026-02-14'), '2026-02-26')
  // a window that never receives bends nothing
  assert.equal(by('2026-11-23', { weekdays: [6, 7] }), '2026-11-30')
})

// The slow reference: dates by the machine's own Date, days off from the notices, day by day.
const off = new Set<Day>()
for (const notice of lawNotices)
  for (const holiday of notice.holidays)
    for (let d = holiday.from; d <= holiday.to; d = tomorrow(d)) off.add(d)

function tomorrow(day: Day): Day {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

function receives(day: Day, weekdays: readonly number[]): boolean {
  const n = new Date(`${day}T12:00:00Z`).getUTCDay()
  return n >= 1 && n <= 5 && weekdays.includes(n) && !off.has(day)
}

function slowly(submitted: Day, { days, weekdays }: { days: number; weekdays: number[] }): Day {
  let day = submitted
  let met = false
  for (let i = 0; i < days; i += 1) {
    day = tomorrow(day)
    met ||= receives(day, weekdays)
  }
  if (met) return day
  let next = day
  for (let i = 0; i < 60; i += 1) {
    next = tomorrow(next)
    if (receives(next, weekdays)) return next
  }
  return day
}

test('C-27 the last day to hand in is what a man with a pencil finds, day by day', () => {
  const submitted = fc.integer({ min: 0, max: 1430 }).map((n) => addDays('2023-01-01', n))
  const asked = fc.record({
    days: fc.integer({ min: 1, max: 20 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }),
  })
  fc.assert(
    fc.property(submitted, asked, (day, one) => {
      const found = by(day, one)
      assert.equal(found, slowly(day, one))
      assert.ok(found >= addDays(day, one.days))
    }),
    { seed, numRuns: sizes.properties },
  )
})

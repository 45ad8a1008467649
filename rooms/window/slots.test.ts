import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lawNotices } from '#frame/calendar/law-notices.ts'
import { defaultWindowHours } from '#frame/calendar/periods.ts'
import { createWorkCalendar } from '#frame/calendar/work-calendar.ts'
import { recordsOf } from '#frame/calendar/year-notice.ts'
import { settingOn } from '#frame/catalogue/setting.ts'
import {
  beijingInstant,
  beijingMoment,
  bookableSlots,
  liesAhead,
  slotAt,
  windowTerms,
} from './slots.ts'

const calendar = createWorkCalendar(lawNotices.flatMap(recordsOf))
const terms = windowTerms(settingOn('2026-11-23'))
const times = (day: string, over = terms) =>
  bookableSlots(calendar, { from: day, to: day }, over).map((s) => s.from)
const daysIn = (from: string, to: string, over = terms) => [
  ...new Set(bookableSlots(calendar, { from, to }, over).map((s) => s.day)),
]

test('S2-006 a window day is cut into slots of the set length from 13:30 to 16:30', () => {
  assert.deepEqual(terms, { hours: defaultWindowHours, minutes: 30, places: 2 })
  assert.deepEqual(times('2026-11-23'), ['13:30', '14:00', '14:30', '15:00', '15:30', '16:00'])
  assert.deepEqual(slotAt(calendar, '2026-11-23', '16:00', terms), {
    day: '2026-11-23',
    from: '16:00',
    to: '16:30',
    provisional: false,
  })
})

test('S2-006 days and times that give no slot', () => {
  const none: [string, string, string][] = [
    ['2026-11-24', '13:30', 'a Tuesday'],
    ['2026-02-16', '13:30', 'Monday of the Spring Festival'],
    ['2026-02-19', '13:30', 'Thursday of the Spring Festival'],
    ['2026-04-06', '13:30', 'Monday after Tomb-Sweeping Day'],
    ['2026-10-01', '13:30', 'National Day, a Thursday'],
    ['2026-10-05', '13:30', 'Monday of the National Day holiday'],
    ['2026-09-20', '13:30', 'a make-up Sunday'],
    ['2026-02-14', '13:30', 'a make-up Saturday'],
    ['2026-11-23', '13:00', 'before the window opens'],
    ['2026-11-23', '16:30', 'when the window closes'],
    ['2026-11-23', '13:45', 'between two slots'],
  ]
  for (const [day, time, why] of none) assert.equal(slotAt(calendar, day, time, terms), null, why)
  const sunday = { ...terms, hours: { ...terms.hours, weekdays: [1, 4, 7] } }
  assert.equal(slotAt(calendar, '2026-09-20', '13:30', sunday), null, 'even if Sundays were named')
})

test('S2-006 the days around the holidays of 2026', () => {
  assert.deepEqual(daysIn('2026-02-09', '2026-02-27'), ['2026-02-09', '2026-02-12', '2026-02-26'])
  assert.deepEqual(daysIn('2026-09-24', '2026-10-12'), [
    '2026-09-24',
    '2026-09-28',
    '2026-10-08',
    '2026-10-12',
  ])
})

test('S2-006 other weekdays, hours and lengths are a setting', () => {
  const other = { hours: { weekdays: [2], from: '09:00', to: '10:10' }, minutes: 20, places: 5 }
  assert.deepEqual(daysIn('2026-11-23', '2026-11-29', other), ['2026-11-24'])
  assert.deepEqual(times('2026-11-24', other), ['09:00', '09:20', '09:40'])
  assert.deepEqual(times('2026-11-24', { ...other, minutes: 90 }), [], 'shorter than one slot')
})

test('C-27 in a year without a notice slots are provisional, and its statutory holidays give none', () => {
  const slot = slotAt(calendar, '2027-03-01', '13:30', terms)
  assert.equal(slot?.provisional, true)
  assert.deepEqual(daysIn('2027-05-03', '2027-05-06'), ['2027-05-03', '2027-05-06'])
  assert.equal(slotAt(calendar, '2028-05-01', '13:30', terms), null)
})

test('only what lies ahead in Beijing is booked', () => {
  const now = beijingMoment(new Date('2026-11-23T06:00:00Z'))
  assert.deepEqual(now, { day: '2026-11-23', time: '14:00' })
  assert.equal(liesAhead({ day: '2026-11-23', from: '14:00' }, now), false)
  assert.equal(liesAhead({ day: '2026-11-23', from: '14:30' }, now), true)
  assert.equal(liesAhead({ day: '2026-11-26', from: '13:30' }, now), true)
  assert.equal(liesAhead({ day: '2026-11-19', from: '16:00' }, now), false)
  assert.equal(beijingInstant('2026-11-23', '14:00').toISOString(), '2026-11-23T06:00:00.000Z')
})

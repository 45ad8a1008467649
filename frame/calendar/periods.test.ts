import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inSpan } from './day.ts'
import { lawNotices } from './law-notices.ts'
import { ban, handInSlots, lastDayOf, validity, windowSlots } from './periods.ts'
import { createWorkCalendar } from './work-calendar.ts'
import { recordsOf } from './year-notice.ts'

const calendar = createWorkCalendar(lawNotices.flatMap(recordsOf))
const days = (slots: { day: string }[]) => slots.map((slot) => slot.day)

test('a permit of 3 months issued 2026-11-30 is valid through 2027-02-28', () => {
  const permit = validity('2026-11-30', { months: 3 })
  assert.deepEqual(permit, { from: '2026-11-30', to: '2027-02-28' })
  assert.equal(inSpan('2027-02-28', permit), true)
  assert.equal(inSpan('2027-03-01', permit), false)
  assert.equal(validity('2026-11-23', { months: 12 }).to, '2027-11-23')
  assert.equal(validity('2026-08-31', { months: 6 }).to, '2027-02-28')
})

test('S1-166 a ban decided 2026-03-01 refuses on 2028-03-01 and accepts on 2028-03-02', () => {
  const bar = ban('2026-03-01', { years: 2 })
  assert.equal(inSpan('2028-03-01', bar), true)
  assert.equal(bar.freeFrom, '2028-03-02')
})

test('S1-166 a ban decided on 29 February ends on 28 February, that day included', () => {
  const bar = ban('2028-02-29', { years: 2 })
  assert.equal(inSpan('2030-02-28', bar), true)
  assert.equal(bar.freeFrom, '2030-03-01')
})

test('a period of weeks and days ends on its last day, holidays or not', () => {
  assert.equal(lastDayOf('2026-09-24', { weeks: 1 }), '2026-10-01')
  assert.equal(lastDayOf('2026-11-23', { days: 30 }), '2026-12-23')
})

test('S2-006 the window receives on Mondays and Thursdays that are working days', () => {
  const november = windowSlots(calendar, { from: '2026-11-01', to: '2026-11-14' })
  assert.deepEqual(days(november), ['2026-11-02', '2026-11-05', '2026-11-09', '2026-11-12'])
  assert.deepEqual(november[0], {
    day: '2026-11-02',
    from: '13:30',
    to: '16:30',
    provisional: false,
  })
})

test('S2-006 a holiday Monday or Thursday has no slot, and a make-up Sunday gives none', () => {
  const slots = windowSlots(calendar, { from: '2026-09-20', to: '2026-10-12' })
  assert.deepEqual(days(slots), [
    '2026-09-21',
    '2026-09-24',
    '2026-09-28',
    '2026-10-08',
    '2026-10-12',
  ])
  const withSunday = { weekdays: [1, 4, 7], from: '13:30', to: '16:30' }
  assert.deepEqual(windowSlots(calendar, { from: '2026-09-20', to: '2026-09-20' }, withSunday), [])
})

test('S2-006 a slot in a year without a notice is provisional', () => {
  assert.equal(
    windowSlots(calendar, { from: '2027-03-01', to: '2027-03-01' })[0]?.provisional,
    true,
  )
})

test('S2-024 originals are handed in within seven calendar days', () => {
  const { slots, lastDay } = handInSlots(calendar, '2026-11-23')
  assert.equal(lastDay, '2026-11-30')
  assert.deepEqual(days(slots), ['2026-11-26', '2026-11-30'])
})

test('S2-024 when holidays leave no slot in the week, the next one counts as in time', () => {
  assert.deepEqual(days(handInSlots(calendar, '2026-02-13').slots), ['2026-02-26'])
  assert.equal(handInSlots(calendar, '2026-02-13').lastDay, '2026-02-26')
  assert.equal(handInSlots(calendar, '2026-09-30').lastDay, '2026-10-08')
})

test('window hours that name no weekday are refused instead of searched for ever', () => {
  const none = { weekdays: [], from: '13:30', to: '16:30' }
  assert.throws(() => handInSlots(calendar, '2026-11-23', none), /没有窗口受理日/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { seed, sizes } from '#checks/sizes.ts'
import {
  addDays,
  addMonths,
  addYears,
  beijingMidnight,
  compareDays,
  dayFromNumber,
  dayInWords,
  daysBetween,
  daysOf,
  inSpan,
  isDay,
  isWeekend,
  monthOf,
  todayInBeijing,
  weekday,
} from './day.ts'

test('the legal day changes at midnight in Beijing, not in UTC', () => {
  assert.equal(todayInBeijing(new Date('2026-11-23T15:59:59.999Z')), '2026-11-23')
  assert.equal(todayInBeijing(new Date('2026-11-23T16:00:00.000Z')), '2026-11-24')
  assert.equal(beijingMidnight('2026-11-24').toISOString(), '2026-11-23T16:00:00.000Z')
})

test('a day that does not exist is refused', () => {
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-1-1',
    '',
    '0000-01-01',
  ])
    assert.equal(isDay(text), false, text)
  assert.equal(isDay('2028-02-29'), true)
  assert.throws(() => addDays('2026-02-29', 1), /不是有效日期：2026-02-29/)
  assert.throws(() => addMonths('2026-02-29', 1), /不是有效日期/)
})

test('months and years end on the corresponding day or the last of the month (民法典 201–202)', () => {
  assert.equal(addMonths('2026-11-30', 3), '2027-02-28')
  assert.equal(addMonths('2026-08-31', 6), '2027-02-28')
  assert.equal(addMonths('2027-11-30', 3), '2028-02-29')
  assert.equal(addMonths('2026-02-28', 12), '2027-02-28')
  assert.equal(addMonths('2026-12-15', 1), '2027-01-15')
  assert.equal(addMonths('2026-01-31', -2), '2025-11-30')
  assert.equal(addYears('2028-02-29', 2), '2030-02-28')
  assert.equal(addYears('2026-03-01', 2), '2028-03-01')
  assert.equal(addYears('2028-02-29', 4), '2032-02-29')
})

test('weekdays, spans and words of a day', () => {
  assert.equal(weekday('2026-11-23'), 1)
  assert.equal(weekday('2026-11-22'), 7)
  assert.equal(weekday('1969-12-28'), 7)
  assert.equal(isWeekend('2026-09-20'), true)
  assert.deepEqual(daysOf({ from: '2026-02-27', to: '2026-03-01' }), [
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
  ])
  assert.deepEqual(daysOf({ from: '2026-03-01', to: '2026-02-27' }), [])
  assert.deepEqual(monthOf('2028-02-10'), { from: '2028-02-01', to: '2028-02-29' })
  assert.deepEqual(monthOf('2026-12-31'), { from: '2026-12-01', to: '2026-12-31' })
  assert.equal(inSpan('2026-03-01', { from: '2026-02-27', to: '2026-03-01' }), true)
  assert.equal(inSpan('2026-03-02', { from: '2026-02-27', to: '2026-03-01' }), false)
  assert.deepEqual(['2026-03-02', '2025-12-31'].sort(compareDays), ['2025-12-31', '2026-03-02'])
  assert.equal(dayInWords('2026-03-05'), '2026年3月5日')
})

test('adding days and counting them are one thing, and weekdays go round', () => {
  const day = fc.integer({ min: -20_000, max: 60_000 }).map(dayFromNumber)
  fc.assert(
    fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, n) => {
      const to = addDays(from, n)
      assert.equal(daysBetween(from, to), n)
      assert.equal((((weekday(from) - 1 + n) % 7) + 7) % 7, weekday(to) - 1)
      assert.equal(Math.sign(compareDays(to, from)), Math.sign(n))
      assert.equal(todayInBeijing(beijingMidnight(from)), from)
    }),
    { numRuns: sizes.properties, seed },
  )
})

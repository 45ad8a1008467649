import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { seed, sizes } from '#checks/sizes.ts'
import { addDays, dayFromNumber, dayNumber } from './day.ts'
import { lawNotices } from './law-notices.ts'
import { sample2027 } from './sample-notice.ts'
import { statutoryDays } from './statutory-days.ts'
import { createWorkCalendar } from './work-calendar.ts'
import { noticeFaults } from './notice-faults.ts'
import { recordsOf } from './year-notice.ts'

const calendar = createWorkCalendar(lawNotices.flatMap(recordsOf))

for (const [start, ...due] of [
  ['2025-01-20', '2025-01-26', '2025-02-08', '2025-02-21', '2025-03-07'],
  ['2025-09-26', '2025-10-10', '2025-10-16', '2025-10-30', '2025-11-13'],
  ['2026-02-10', '2026-02-24', '2026-03-02', '2026-03-16', '2026-03-30'],
  ['2026-09-18', '2026-09-24', '2026-10-09', '2026-10-22', '2026-11-05'],
  ['2026-09-20', '2026-09-28', '2026-10-10', '2026-10-23', '2026-11-06'],
  ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-21', '2027-01-05'],
] as const) {
  test(`S2-043 from ${start}: 5, 10, 20 and 30 working days end on the published days`, () => {
    assert.deepEqual(
      [5, 10, 20, 30].map((n) => calendar.addWorkdays(start, n)),
      due,
    )
  })
}

for (const [year, days] of [
  [2023, 249],
  [2024, 251],
  [2025, 248],
  [2026, 248],
] as const) {
  test(`${year} has the ${days} working days of its notice`, () => {
    assert.equal(calendar.workdaysBetween(`${year - 1}-12-31`, `${year}-12-31`), days)
  })
}

test('every day of 2023–2026 is what the notices say', (t) => {
  const file = new URL('../../../shared/data/cn-workcalendar-2023-2026.json', import.meta.url)
  if (!existsSync(file)) return t.skip('the reference data does not lie beside this checkout')
  const { years } = JSON.parse(readFileSync(file, 'utf8')) as {
    years: Record<string, { offDays: string[]; workWeekends: string[] }>
  }
  for (const notice of lawNotices) {
    const records = recordsOf(notice)
    const of = (kind: string) => records.filter((r) => r.kind === kind).map((r) => r.date)
    assert.deepEqual(of('off'), years[notice.year]?.offDays)
    assert.deepEqual(of('work'), years[notice.year]?.workWeekends)
  }
})

test('each day says why, in Chinese and English, with its source', () => {
  const reason = (day: string) => calendar.day(day).reason
  assert.deepEqual(reason('2026-11-23'), { zh: '工作日', en: 'Working day' })
  assert.deepEqual(reason('2026-11-22'), { zh: '周末', en: 'Weekend' })
  assert.deepEqual(reason('2026-02-17'), { zh: '春节', en: 'Spring Festival' })
  assert.deepEqual(reason('2022-12-31'), { zh: '元旦', en: "New Year's Day" })
  assert.deepEqual(reason('2026-09-20'), {
    zh: '调休上班（国庆节）',
    en: 'Make-up working day (National Day)',
  })
  assert.equal(
    calendar.day('2026-02-17').source,
    '《国务院办公厅关于2026年部分节假日安排的通知》（国办发明电〔2025〕7号）',
  )
  assert.equal(calendar.day('2026-11-23').source, null)
})

test('a year without a notice is provisional: weekends and the statutory days, never 调休', () => {
  assert.equal(calendar.isPublished(2026), true)
  assert.equal(calendar.isPublished(2027), false)
  assert.equal(calendar.isPublished(2022), false)
  assert.deepEqual(calendar.day('2027-10-01').reason, {
    zh: '国庆节（暂定）',
    en: 'National Day (provisional)',
  })
  assert.equal(calendar.isWorkday('2027-10-01'), false)
  assert.deepEqual(calendar.day('2027-03-02').reason.zh, '工作日（暂定）')
  assert.deepEqual(calendar.day('2027-03-06').reason.zh, '周末（暂定）')
  assert.equal(calendar.day('2022-12-31').provisional, false)
  assert.equal(calendar.day('2022-12-30').provisional, true)
})

test('the thirteen statutory days of 2027 by lunar arithmetic', () => {
  assert.deepEqual(
    [...statutoryDays(2027).keys()],
    '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03'
      .split(' ')
      .map((date) => `2027-${date}`),
  )
  assert.equal(statutoryDays(2028).get('2028-10-03')?.zh, '中秋节、国庆节')
})

test('the statutory days of 2025 and 2026 are all off in their notices', () => {
  for (const year of [2025, 2026])
    for (const day of statutoryDays(year).keys()) assert.equal(calendar.isWorkday(day), false, day)
})

test('publishing 2027 ends 暂定 and puts in its 调休; an own day before it does not', () => {
  const own = {
    date: '2027-03-02',
    kind: 'off',
    name: { zh: '全市停电检修', en: 'Power works' },
  } as const
  const record = { ...own, year: 2027, source: '京机管〔2027〕1号', published: false }
  const before = createWorkCalendar([...lawNotices.flatMap(recordsOf), record])
  assert.equal(before.isWorkday('2027-03-02'), false)
  assert.equal(before.day('2027-03-02').reason.zh, '全市停电检修（暂定）')
  assert.equal(before.isPublished(2027), false)
  const after = createWorkCalendar([...lawNotices, sample2027].flatMap(recordsOf))
  assert.equal(after.isPublished(2027), true)
  assert.equal(after.day('2027-02-06').provisional, false)
  assert.equal(after.isWorkday('2027-02-14'), true)
})

test('a notice with faults is refused with all of them', () => {
  const faults = noticeFaults({
    ...sample2027,
    holidays: [
      { name: '元旦', nameEn: "New Year's Day", from: '2027-01-03', to: '2027-01-01', work: [] },
      {
        name: '春节',
        nameEn: 'Spring',
        from: '2027-02-05',
        to: '2027-02-11',
        work: ['2027-02-15'],
      },
      {
        name: '国庆节',
        nameEn: 'National Day',
        from: '2027-10-01',
        to: '2027-10-07',
        work: ['2027-10-02'],
      },
      { name: '其他', nameEn: 'Other', from: '2026-10-01', to: '2026-10-01', work: [] },
      { name: '长假', nameEn: 'Long', from: '2027-07-01', to: '2027-08-31', work: [] },
    ],
  })
  assert.deepEqual([...new Set(faults.map((fault) => fault.code))].sort(), [
    'calendar.day-twice',
    'calendar.other-year',
    'calendar.span-long',
    'calendar.span-reversed',
    'calendar.statutory-missing',
    'calendar.work-not-weekend',
  ])
  for (const notice of lawNotices) assert.deepEqual(noticeFaults(notice), [], String(notice.year))
})

test('a calendar with more than a year off in a row says so instead of running for ever', () => {
  const closed = Array.from({ length: 500 }, (_, i) => ({
    date: addDays('2026-01-01', i),
    kind: 'off' as const,
    name: { zh: '停工', en: 'Closed' },
    year: 2026,
    source: '测试',
    published: true,
  }))
  assert.throws(() => createWorkCalendar(closed).addWorkdays('2026-01-01', 1), /没有工作日/)
})

test('adding working days and counting them are one thing', () => {
  const day = fc
    .integer({ min: dayNumber('2022-06-01'), max: dayNumber('2028-06-01') })
    .map(dayFromNumber)
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 80 }), (from, n) => {
      const to = calendar.addWorkdays(from, n)
      assert.equal(calendar.isWorkday(to), true)
      assert.equal(calendar.workdaysBetween(from, to), n)
      assert.equal(calendar.workdaysBetween(to, from), -n)
      assert.equal(calendar.addWorkdays(to, 0), to)
      if (calendar.isWorkday(from)) assert.equal(calendar.addWorkdays(to, -n), from)
    }),
    { numRuns: sizes.properties, seed },
  )
})

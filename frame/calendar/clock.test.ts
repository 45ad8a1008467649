import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clockDays } from './clock-days.ts'
import type { ClockEntry, ClockTerms } from './clock-entries.ts'
import { daysLeft, projectClock } from './clock.ts'
import type { Day } from './day.ts'
import { lawNotices } from './law-notices.ts'
import { createWorkCalendar } from './work-calendar.ts'
import { recordsOf } from './year-notice.ts'

const calendar = createWorkCalendar(lawNotices.flatMap(recordsOf))
const terms: ClockTerms = { days: 20, usualDays: 5, intakeDays: 5, extensionDays: 10 }
const accepted = (day: Day): ClockEntry[] => [
  { kind: 'received', day },
  { kind: 'accepted', day },
]
const opened = (step: string, day: Day): ClockEntry => ({
  kind: 'stepOpened',
  day,
  step,
  stepKind: 'expert',
  reason: '病原背景不明',
  notice: '特环〔2026〕1号',
  expectedDays: 10,
})
const step = (name: string, from: Day, to: Day): ClockEntry[] => [
  opened(name, from),
  { kind: 'stepClosed', step: name, day: to },
]
const extended = (day: Day): ClockEntry => ({
  kind: 'extended',
  day,
  days: 10,
  reason: '需核实国外实验室资质',
  notice: '延期〔2026〕1号',
})
const look = (entries: ClockEntry[], asOf: Day) => projectClock(calendar, terms, entries, asOf)

for (const [what, steps, due] of [
  ['no step', [], '2026-10-22'],
  ['a step 09-22…09-29', step('a', '2026-09-22', '2026-09-29'), '2026-10-29'],
  [
    'that step and another 09-28…10-12, overlapping',
    [...step('a', '2026-09-22', '2026-09-29'), ...step('b', '2026-09-28', '2026-10-12')],
    '2026-11-05',
  ],
  ['a step of one day, 09-21', step('a', '2026-09-21', '2026-09-21'), '2026-10-23'],
  ['a step inside the holiday, 10-01…10-07', step('a', '2026-10-01', '2026-10-07'), '2026-10-22'],
] as const) {
  test(`S2-046 20 days from 2026-09-18 with ${what} end on ${due}`, () => {
    assert.equal(look([...accepted('2026-09-18'), ...steps], '2026-11-20').dueDay, due)
  })
}

test('S2-045 30 days from 2026-02-10 with a step 02-24…03-06 end on 2026-04-14', () => {
  const entries = [
    ...accepted('2026-02-10'),
    ...step('a', '2026-02-24', '2026-03-06'),
    extended('2026-03-09'),
  ]
  const clock = look(entries, '2026-03-09')
  assert.equal(clock.dueDay, '2026-04-14')
  assert.equal(clock.totalDays, 30)
})

test('S2-045 an extension adds to the number of days: a step after it still moves the date', () => {
  const entries = [
    ...accepted('2026-09-18'),
    extended('2026-10-20'),
    ...step('a', '2026-10-26', '2026-10-26'),
  ]
  assert.equal(look(entries, '2026-10-20').dueDay, '2026-11-05')
  assert.equal(look(entries, '2026-10-27').dueDay, '2026-11-06')
})

test('S2-044 the usual five days are a target of their own and move with steps', () => {
  assert.equal(look(accepted('2026-09-18'), '2026-09-18').usualDueDay, '2026-09-24')
  const entries = [...accepted('2026-09-18'), ...step('a', '2026-09-21', '2026-09-21')]
  assert.equal(look(entries, '2026-09-22').usualDueDay, '2026-09-28')
})

test('S2-043 the acceptance day is day 0, the due day has 0 days left, the day after is overdue', () => {
  for (const [asOf, ...expected] of [
    ['2026-09-18', 0, 20, false],
    ['2026-09-19', 0, 20, false],
    ['2026-09-20', 1, 19, false],
    ['2026-10-22', 20, 0, false],
    ['2026-10-23', 21, -1, true],
  ] as const) {
    const { usedDays, leftDays, overdue } = look(accepted('2026-09-18'), asOf)
    assert.deepEqual([usedDays, leftDays, overdue], expected, asOf)
  }
})

test('no correction notice within 5 working days: accepted as of the day of receipt', () => {
  const received: ClockEntry[] = [{ kind: 'received', day: '2026-09-18' }]
  const last = look(received, '2026-09-24')
  assert.deepEqual([last.state, last.dueDay, last.leftDays], ['intake', '2026-09-24', 0])
  const after = look(received, '2026-09-25')
  assert.deepEqual([after.state, after.deemed, after.startDay], ['running', true, '2026-09-18'])
  assert.equal(after.dueDay, '2026-10-22')
})

test('acceptance or a correction notice after the five days cannot move the start', () => {
  for (const late of ['accepted', 'deemedAccepted', 'corrected'] as const) {
    const entries: ClockEntry[] = [
      { kind: 'received', day: '2026-09-18' },
      { kind: late, day: '2026-09-28' },
    ]
    assert.equal(look(entries, '2026-09-28').dueDay, '2026-10-22', late)
    assert.equal(look(entries, '2026-09-28').deemed, true, late)
  }
})

test('a correction notice in time gives the turn to the applicant; the papers begin the intake anew', () => {
  const entries: ClockEntry[] = [
    { kind: 'received', day: '2026-09-18' },
    { kind: 'corrected', day: '2026-09-24' },
  ]
  const waiting = look(entries, '2026-10-30')
  assert.deepEqual([waiting.state, waiting.dueDay, waiting.deemed], ['correcting', null, false])
  entries.push({ kind: 'received', day: '2026-11-02' })
  assert.deepEqual(look(entries, '2026-11-02').dueDay, '2026-11-09')
  entries.push({ kind: 'accepted', day: '2026-11-04' })
  assert.deepEqual(look(entries, '2026-11-04').startDay, '2026-11-04')
  assert.equal(look(entries, '2026-11-04').dueDay, '2026-12-02')
})

test('S2-046 a step without an end runs on: the projection as of yesterday, moving day by day', () => {
  const entries = [...accepted('2026-09-18'), opened('a', '2026-09-22')]
  const at = (asOf: Day) => {
    const { state, runsOn, dueDay, usedDays } = look(entries, asOf)
    return [state, runsOn, dueDay, usedDays]
  }
  assert.deepEqual(at('2026-09-21'), ['running', false, '2026-10-22', 2])
  assert.deepEqual(at('2026-09-22'), ['paused', true, '2026-10-22', 2])
  assert.deepEqual(at('2026-09-23'), ['paused', true, '2026-10-23', 2])
  assert.deepEqual(at('2026-09-24'), ['paused', true, '2026-10-26', 2])
  // Closed on the 24th, the 24th itself is not counted either.
  assert.equal(
    look([...entries, { kind: 'stepClosed', step: 'a', day: '2026-09-24' }], '2026-09-24').dueDay,
    '2026-10-27',
  )
})

test('a clock that has ended stands still, whatever the day', () => {
  const entries: ClockEntry[] = [...accepted('2026-09-18'), { kind: 'ended', day: '2026-09-28' }]
  for (const asOf of ['2026-09-28', '2026-12-31']) {
    const clock = look(entries, asOf)
    assert.deepEqual([clock.state, clock.usedDays, clock.overdue], ['ended', 6, false])
  }
  assert.equal(
    look([...accepted('2026-09-18'), { kind: 'ended', day: '2026-10-23' }], '2026-12-31').overdue,
    true,
  )
  assert.equal(
    look(
      [
        { kind: 'received', day: '2026-09-18' },
        { kind: 'ended', day: '2026-09-21' },
      ],
      '2026-12-31',
    ).deemed,
    false,
  )
})

test('a due date that rests on an unpublished year is provisional', () => {
  assert.equal(look(accepted('2026-11-23'), '2026-11-23').provisional, false)
  assert.equal(
    look([...accepted('2026-11-23'), extended('2026-12-01')], '2026-12-01').provisional,
    true,
  )
})

test('nothing runs before anything is received', () => {
  const clock = look([], '2026-09-18')
  assert.deepEqual(
    [clock.state, clock.dueDay, clockDays(calendar, terms, [], '2026-09-18')],
    ['waiting', null, []],
  )
})

test('a clock without intake counts from its first day, e.g. delivery within 10 days', () => {
  const delivery: ClockTerms = { days: 10, usualDays: null, intakeDays: null, extensionDays: null }
  const clock = projectClock(
    calendar,
    delivery,
    [{ kind: 'started', day: '2026-09-18' }],
    '2026-09-18',
  )
  assert.deepEqual([clock.state, clock.dueDay, clock.usualDueDay], ['running', '2026-10-09', null])
})

test('every day from start to due date says why it counts or not', () => {
  const entries = [...accepted('2026-09-18'), ...step('a', '2026-09-22', '2026-09-23')]
  const days = clockDays(calendar, terms, entries, '2026-09-24')
  const row = (day: Day) => {
    const found = days.find((d) => d.day === day)
    return [found?.kind, found?.n, found?.reason.zh, found?.projected]
  }
  assert.deepEqual(row('2026-09-18'), ['start', null, '受理，当日不计', false])
  assert.deepEqual(row('2026-09-19'), ['weekend', null, '周末', false])
  assert.deepEqual(row('2026-09-20'), ['counted', 1, '调休上班（国庆节）', false])
  assert.deepEqual(row('2026-09-23'), ['step', null, '专家资料审查，不计入', false])
  assert.deepEqual(row('2026-09-24'), ['counted', 3, '工作日', false])
  assert.deepEqual(row('2026-09-25'), ['holiday', null, '中秋节', true])
  assert.deepEqual([days.at(-1)?.day, days.at(-1)?.n], ['2026-10-26', 20])
})

test('days left by the kept due day are those of the projection, running, paused and ended', () => {
  const paused = [...accepted('2026-09-18'), opened('a', '2026-09-22')]
  const histories: ClockEntry[][] = [
    accepted('2026-09-18'),
    paused,
    [...paused, { kind: 'stepClosed', step: 'a', day: '2026-09-24' }],
    [{ kind: 'received', day: '2026-09-25' }],
  ]
  for (const entries of histories)
    for (const asOf of ['2026-09-28', '2026-09-29', '2026-10-08']) {
      const { state, dueDay, leftDays } = look(entries, asOf)
      assert.equal(daysLeft(calendar, { state, dueDay }, asOf), leftDays, JSON.stringify(entries))
    }
  assert.equal(daysLeft(calendar, { state: 'ended', dueDay: '2026-10-22' }, '2026-09-28'), null)
  const due = { state: 'running', dueDay: '2026-10-16' }
  assert.equal(daysLeft(calendar, due, '2026-10-20'), -2)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyCharacter } from '#frame/papers/coverage.ts'
import { registrationLife } from '#rooms/registration/public.ts'
import type { CounterRow, OpenVisit, Tick } from './facts.ts'
import {
  isComplete,
  oneAtATime,
  sheetReasons,
  slotReasons,
  stillAwaits,
  wantingRows,
} from './rules.ts'
import type { BookableSlot } from './slots.ts'

const codes = (reasons: { duty: string | null; code: string }[]) =>
  reasons.map((r) => `${r.duty} ${r.code}`)

test('S2-129 S2-137 S2-143 originals are shown while the registration waits for them, and at no other time', () => {
  const statuses = Object.keys(
    registrationLife.statuses,
  ) as (keyof typeof registrationLife.statuses)[]
  for (const status of statuses)
    assert.deepEqual(
      codes(stillAwaits({ status })),
      status === 'awaiting' ? [] : ['S2-129 not-awaiting'],
      status,
    )
})

test('S2-006 a registration has one open visit: another booking is refused, with the way to mend it', () => {
  const open: OpenVisit = {
    id: 'v',
    status: 'booked',
    version: 1,
    day: '2026-11-26',
    from: '14:00',
    to: '14:30',
  }
  assert.deepEqual(oneAtATime(null), [])
  const [booked] = oneAtATime(open)
  assert.equal(booked?.code, 'open-visit')
  assert.match(booked?.message ?? '', /2026-11-26 14:00.*改约.*取消/)
  assert.match(oneAtATime({ ...open, status: 'present' })[0]?.message ?? '', /正在窗口办理/)
})

const slot = (day: string, from: string): BookableSlot => ({
  day,
  from,
  to: '23:59',
  provisional: false,
})
const now = { day: '2026-11-23', time: '14:00' }

test('S2-006 a time is booked that the window has, that lies ahead and not too far', () => {
  const cases: [string, BookableSlot | null, string[]][] = [
    ['2026-11-24', null, ['S2-006 no-slot']],
    ['2026-11-23', slot('2026-11-23', '13:30'), ['S2-006 slot-past']],
    ['2026-11-23', slot('2026-11-23', '14:00'), ['S2-006 slot-past']],
    ['2026-11-23', slot('2026-11-23', '14:30'), []],
    ['2026-11-19', slot('2026-11-19', '14:30'), ['S2-006 slot-past']],
    ['2026-12-23', slot('2026-12-23', '14:30'), []],
    ['2026-12-24', slot('2026-12-24', '14:30'), ['S2-006 slot-far']],
  ]
  for (const [day, found, expected] of cases)
    assert.deepEqual(codes(slotReasons({ day, slot: found, aheadDays: 30 }, now)), expected, day)
})

const row = (slot: string, required: boolean, fileId: string | null = null): CounterRow => ({
  slot,
  title: { zh: slot, en: slot },
  duty: 'S2-098',
  required,
  inForce: false,
  file: fileId
    ? { id: fileId, name: `${slot}.pdf`, version: 1, href: `/${fileId}`, usable: true }
    : null,
})
const tick = (
  slot: string,
  outcome: Tick['outcome'],
  remark = '',
  fileId: string | null = null,
) => ({
  slot,
  outcome,
  remark,
  byName: '王窗口',
  at: new Date(0),
  fileId,
})
const rows = [row('a', true), row('b', false), row('c', false, 'scan'), row('form', false)]
const rest = [tick('c', 'seen', '', 'scan'), tick('form', 'seen')]

test('S2-025 S2-129 complete: what is required, what was brought though it need not be and what was typed were all looked at, and nothing is wanting', () => {
  const cases: [Tick[], boolean, string[]][] = [
    [[], false, ['not-looked-at', 'not-looked-at', 'not-looked-at']],
    [[tick('b', 'seen'), ...rest], false, ['not-looked-at']],
    [[tick('a', 'seen')], false, ['not-looked-at', 'not-looked-at']],
    [[tick('a', 'seen'), tick('form', 'seen')], false, ['not-looked-at']],
    [[tick('a', 'seen'), tick('c', 'seen', '', 'scan')], false, ['not-looked-at']],
    [[tick('a', 'seen'), ...rest], true, []],
    [[tick('a', 'seen'), tick('b', 'seen'), ...rest], true, []],
    [[tick('a', 'wanting'), ...rest], false, ['remark-missing']],
    [[tick('a', 'wanting', '未出示原件'), ...rest], false, []],
    // an optional document that does not agree, or what was typed, holds it up like any other
    [[tick('a', 'seen'), tick('b', 'wanting', '过期'), ...rest], false, []],
    [[tick('a', 'seen'), rest[0]!, tick('form', 'wanting', '地址不符')], false, []],
    [
      [tick('a', 'wanting'), tick('b', 'wanting', ' '), ...rest],
      false,
      ['remark-missing', 'remark-missing'],
    ],
  ]
  for (const [ticks, complete, reasons] of cases) {
    const facts = { rows, ticks, fields: [], coverage: everyCharacter }
    assert.equal(isComplete(facts), complete)
    assert.deepEqual(
      sheetReasons(facts).map((r) => r.code),
      reasons,
    )
  }
})

test('S2-025 all that is wanting is told at once, each with its place', () => {
  const ticks = [tick('a', 'wanting', '缺原件'), tick('b', 'seen'), tick('form', 'wanting', '不符')]
  assert.deepEqual(
    wantingRows({ rows, ticks }).map(({ row: r, tick: t }) => [r.slot, t.remark]),
    [
      ['a', '缺原件'],
      ['form', '不符'],
    ],
  )
})

test('S2-025 a copy that was replaced after it was looked at is looked at again', () => {
  const withFile = [row('a', true, 'new')]
  const old = { rows: withFile, ticks: [tick('a', 'seen', '', 'old')] }
  assert.deepEqual(codes(sheetReasons(old)), ['S2-025 file-changed'])
  const same = { rows: withFile, ticks: [tick('a', 'seen', '', 'new')] }
  assert.deepEqual(sheetReasons(same), [])
})

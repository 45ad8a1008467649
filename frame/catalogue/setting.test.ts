import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { addDays } from '#frame/calendar/day.ts'
import { seed, sizes } from '#checks/sizes.ts'
import { clockTerms } from './clock-terms.ts'
import { inForce, settingFormOf, settingForms, settingOn } from './setting.ts'
import { settingFault } from './setting-check.ts'

const now = settingOn('2026-11-23')
const ours = (key: string) => settingFormOf(key)?.values[0]?.ours
const fault = (key: string, value: unknown) => settingFault(settingFormOf(key)!, value)
const ended = () => [
  { validFrom: '2020-01-01', validTo: null, value: 1 },
  { validFrom: '2021-01-01', validTo: '2021-12-31', value: 2 },
]

test('S2-043 decision in 20 working days, usually 5, extension 10', () => {
  assert.deepEqual(
    [
      now('licence.decision-days'),
      now('licence.usual-decision-days'),
      now('licence.extension-days'),
    ],
    [20, 5, 10],
  )
})

test('S2-045 a clock takes its lengths from the settings of its day', () => {
  assert.deepEqual(clockTerms.decision(now), {
    days: 20,
    usualDays: 5,
    intakeDays: 5,
    extensionDays: 10,
  })
  assert.equal(clockTerms.delivery(now).days, 10)
  assert.equal(clockTerms.publicity(now).days, 5)
})

test('S2-024 originals within one week, S2-006 window on Monday and Thursday', () => {
  assert.equal(now('registration.hand-in-days'), 7)
  assert.deepEqual(now('registration.window-weekdays'), [1, 4])
  assert.deepEqual(
    [now('registration.window-from'), now('registration.window-to')],
    ['13:30', '16:30'],
  )
})

test('S2-160 one file a slot, S2-161 of at most 2 MB', () => {
  assert.equal(now('files.s2-per-slot'), 1)
  assert.equal(now('files.s2-bytes'), 2_097_152)
})

test('S1-166 two-year ban, S1-085 look-back, S1-094 experience', () => {
  assert.deepEqual(
    [now('pilot.ban-years'), now('pilot.look-back-years'), now('pilot.experience-years')],
    [2, 2, 2],
  )
  assert.equal(now('pilot.ends'), '2026-12-31')
})

test('validity of a permit by grade in months', () => {
  assert.deepEqual(
    [
      now('permit.months-a'),
      now('permit.months-b'),
      now('permit.months-c'),
      now('permit.months-c2'),
    ],
    [3, 6, 12, 12],
  )
})

test('every value brought along fits its own type and bounds and names its source', () => {
  for (const form of settingForms()) {
    for (const value of form.values) {
      assert.equal(settingFault(form, value.value), null, form.key)
      assert.ok(value.source.length > 3, form.key)
    }
    assert.ok(form.duty === undefined || /^S[12]-\d{3}$/.test(form.duty), form.key)
  }
})

test('a number of ours is marked as ours, a number of law is not', () => {
  assert.equal(ours('pilot.publicity-days'), true)
  assert.equal(ours('licence.decision-days'), false)
  for (const form of settingForms())
    for (const value of form.values)
      if (value.source.startsWith('本系统默认值')) assert.equal(value.ours, true, form.key)
})

test('nothing in force is a fault and not a silent default', () => {
  assert.throws(() => settingOn('1999-01-01')('licence.decision-days'), RangeError)
  assert.equal(settingFormOf('no.such'), undefined)
})

test('the value in force is the latest started, whatever the order it was entered in', () => {
  const start = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n))
  fc.assert(
    fc.property(fc.uniqueArray(start, { minLength: 1 }), start, (starts, on) => {
      const values = starts.map((validFrom) => ({ validFrom, validTo: null }))
      const expected = starts
        .filter((s) => s <= on)
        .sort()
        .at(-1)
      assert.equal(inForce(values, on)?.validFrom, expected)
    }),
    { numRuns: sizes.properties, seed },
  )
})

test('an ended value leaves a gap instead of bringing back the older one', () => {
  assert.equal(settingOn('2021-12-31', ended)('permit.months-a'), 2)
  assert.throws(() => settingOn('2022-01-01', ended)('permit.months-a'), RangeError)
})

test('a value of the wrong kind is refused with the way to mend it', () => {
  assert.match(fault('licence.decision-days', 0) ?? '', /1 至 250/)
  assert.match(fault('licence.decision-days', 2.5) ?? '', /整数/)
  assert.match(fault('licence.decision-days', '20') ?? '', /整数/)
  assert.match(fault('registration.window-weekdays', []) ?? '', /至少/)
  assert.match(fault('registration.window-weekdays', [1, 1]) ?? '', /重复/)
  assert.match(fault('registration.window-weekdays', [8]) ?? '', /1 至 7/)
  assert.match(fault('registration.window-from', '24:00') ?? '', /13:30/)
  assert.match(fault('pilot.ends', '2026-02-30') ?? '', /日期/)
  assert.match(fault('sign-in.password-profile', 'weak') ?? '', /mlps3、asvs/)
  assert.match(fault('assessment.panel-odd', 1) ?? '', /“是”或“否”/)
  assert.equal(fault('pilot.ends', '2027-12-31'), null)
  assert.equal(fault('registration.window-weekdays', [2, 5]), null)
})

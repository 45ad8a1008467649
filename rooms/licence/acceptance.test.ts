import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contextOf, licenceFacts } from '#checks/samples/licence-facts.ts'
import type { ClockEntry } from '#frame/calendar/clock-entries.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import { acceptAct } from './accept.ts'
import { deemAcceptedAct } from './deem-accepted.ts'

const codes = (reasons: Reason[] = []) => reasons.map((r) => `${r.duty} ${r.code}`)
const received: ClockEntry[] = [{ kind: 'received', day: '2026-11-20' }]
const window = (day: string) => contextOf('customs-window', 'a-1', day)

test('S2-029 an acceptance that the clock already holds is not recorded a second time', () => {
  const twice: ClockEntry[] = [...received, { kind: 'accepted', day: '2026-11-23' }]
  const ready = (entries: ClockEntry[]) =>
    codes(acceptAct.ready?.(licenceFacts('pending', {}, entries), window('2026-11-24')))
  assert.deepEqual(ready(received), [])
  assert.deepEqual(ready(twice), ['null clock.accepted-twice'])
})

test('S2-033 while a correction may still be asked the law has accepted nothing', () => {
  const ready = (day: string) =>
    codes(deemAcceptedAct.ready?.(licenceFacts('pending', {}, received), window(day)))
  assert.deepEqual(ready('2026-11-27'), ['S2-033 still-in-time', 'null clock.wrong-state'])
  assert.deepEqual(ready('2026-11-30'), [])
})

test('S2-029 an acceptance by law that the clock already holds is not recorded a second time', () => {
  const twice: ClockEntry[] = [...received, { kind: 'deemedAccepted', day: '2026-11-30' }]
  const facts = licenceFacts('pending', {}, twice)
  assert.deepEqual(codes(deemAcceptedAct.ready?.(facts, window('2026-12-01'))), [
    'null clock.accepted-twice',
  ])
})

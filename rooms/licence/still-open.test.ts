import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contextOf, licenceFacts, sampleCaseId, serumForm } from '#checks/samples/licence-facts.ts'
import type { ClockEntry } from '#frame/calendar/clock-entries.ts'
import { askCorrectionAct } from './ask-correction.ts'
import type { LicenceFacts } from './facts.ts'
import { stillOpen } from './still-open.ts'

const received: ClockEntry[] = [{ kind: 'received', day: '2026-11-20' }]
const correction = {
  items: [{ at: 'consignor', what: '请填写完整名称' }],
  answerBy: '2026-12-07',
  day: '2026-11-23',
}
const ctx = contextOf('customs-window')

/** A case whose notice named the consignor, filed again with `over` changed. */
function answered(over: Partial<LicenceFacts> = {}): LicenceFacts {
  const facts = licenceFacts('pending', { correction }, received)
  const previous = { form: facts.form, lines: facts.lines, documents: facts.documents }
  return { ...facts, previous, ...over }
}
function asks(facts: LicenceFacts, places: string[], answerDays?: number): string[] {
  const items = places.map((at) => ({ at, what: '请按要求补正' }))
  const said = { id: sampleCaseId, version: 3, items, ...(answerDays ? { answerDays } : {}) }
  const decision = askCorrectionAct.decide(facts, said, ctx)
  return decision.ok ? [] : decision.reasons.map((r) => `${r.duty} ${r.code} ${r.at ?? ''}`.trim())
}

test('S2-033 the first notice may name any place, a further one only what is still open', () => {
  assert.deepEqual(asks(licenceFacts('pending', {}, received), ['purpose', 'lines']), [])
  assert.deepEqual(asks(answered(), ['consignor']), [])
  assert.deepEqual(asks(answered(), ['consignor', 'purpose']), ['S2-033 not-at-once purpose'])
})

test('S2-033 what the return itself changed may be named again: fields, rows and documents', () => {
  const changed: [string, Partial<LicenceFacts>][] = [
    ['destination', { form: { ...serumForm, destination: '天津市' } }],
    ['lines', { lines: [] }],
    [
      'slot.test-report',
      { documents: answered().documents.filter((d) => d.slot !== 'test-report') },
    ],
  ]
  for (const [place, over] of changed) {
    assert.deepEqual(asks(answered(), [place]), [`S2-033 not-at-once ${place}`])
    assert.deepEqual(asks(answered(over), [place]), [])
  }
  assert.equal(stillOpen(licenceFacts('pending')), null)
})

test('S2-033 the days to answer are working days of the setting, and an officer gives no fewer', () => {
  const facts = licenceFacts('pending', {}, received)
  const items = [{ at: 'consignor', what: '请填写完整名称' }]
  const answerBy = (more: { answerDays?: number }) => {
    const said = { id: sampleCaseId, version: 3, items, ...more }
    const decision = askCorrectionAct.decide(facts, said, ctx)
    return decision.ok && decision.next.answerBy
  }
  assert.equal(answerBy({}), '2026-12-07')
  assert.equal(answerBy({ answerDays: 15 }), '2026-12-14')
  assert.deepEqual(asks(facts, ['consignor'], 9), ['S2-033 answer-too-short answerDays'])
})

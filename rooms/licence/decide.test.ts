import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contextOf, licenceFacts, sampleCaseId, strainForm } from '#checks/samples/licence-facts.ts'
import type { Decision, Reason } from '#frame/kernel/reason.ts'
import type { ClockEntry } from '#frame/calendar/clock-entries.ts'
import { askCorrectionAct } from './ask-correction.ts'
import { closeStepAct } from './close-step.ts'
import { grantAct } from './grant.ts'
import { openStepAct } from './open-step.ts'
import { proposeAct } from './propose.ts'
import { refuseAct } from './refuse.ts'
import { returnToFirstAct } from './return-to-first.ts'
import { acceptAct } from './accept.ts'

const on = { id: sampleCaseId, version: 3 }
const confirmed = { ...on, gradeReason: '' }
const codesOf = (d: Decision<unknown>) => (d.ok ? [] : d.reasons.map((r) => r.code))
const dutiesOf = (reasons: Reason[] = []) => reasons.map((r) => `${r.duty} ${r.code}`)

const received: ClockEntry[] = [{ kind: 'received', day: '2026-11-20' }]
const accepted: ClockEntry[] = [...received, { kind: 'accepted', day: '2026-11-23' }]
const inStep: ClockEntry[] = [
  ...accepted,
  {
    kind: 'stepOpened',
    day: '2026-11-23',
    step: 's',
    stepKind: 'expert',
    reason: '复杂',
    notice: '1',
    expectedDays: 10,
  },
]
const proposal = { conclusion: 'grant' as const, grade: 'A', gradeReason: '', opinion: '材料属实' }

test('S2-033 after five working days without an answer no correction can be asked: the law accepted', () => {
  const ready = (day: string) =>
    dutiesOf(
      askCorrectionAct.ready?.(
        licenceFacts('pending', {}, received),
        contextOf('customs-window', 'a-1', day),
      ),
    )
  assert.deepEqual(ready('2026-11-27'), [])
  assert.deepEqual(ready('2026-11-30'), ['S2-033 clock.correction-late'])
})

test('a correction names each place once, and only places the form has; all faults are told', () => {
  const items = [
    { at: 'consignor', what: '请填写完整名称' },
    { at: 'consignor', what: '另一条' },
    { at: 'slot.nothing', what: '没有这个位置' },
  ]
  const decision = askCorrectionAct.decide(
    licenceFacts('pending', {}, received),
    { ...on, items, answerDays: 30 },
    contextOf('customs-window'),
  )
  assert.deepEqual(codesOf(decision), ['no-such-place', 'listed-twice'])
})

test('S2-029 a document waiting for the scanner holds acceptance back', () => {
  const facts = licenceFacts('pending', {}, received)
  assert.deepEqual(acceptAct.ready?.(facts, contextOf('customs-window')), [])
  const waiting = { ...facts, documents: [{ ...facts.documents[0]!, usable: false }] }
  assert.equal(acceptAct.ready?.(waiting, contextOf('customs-window')).length, 1)
})

test('S2-046 a second special step waits for the first, and closing needs an open one', () => {
  const ctx = contextOf('customs-first')
  assert.deepEqual(openStepAct.ready?.(licenceFacts('accepted', {}, accepted), ctx), [])
  assert.deepEqual(dutiesOf(openStepAct.ready?.(licenceFacts('accepted', {}, inStep), ctx)), [
    'S2-046 step-open',
  ])
  assert.deepEqual(dutiesOf(closeStepAct.ready?.(licenceFacts('accepted', {}, accepted), ctx)), [
    'S2-046 no-step',
  ])
  assert.deepEqual(closeStepAct.ready?.(licenceFacts('accepted', {}, inStep), ctx), [])
})

test('S2-035 the first review waits for an open special step', () => {
  const ctx = contextOf('customs-first')
  assert.deepEqual(proposeAct.ready?.(licenceFacts('accepted', {}, accepted), ctx), [])
  assert.equal(proposeAct.ready?.(licenceFacts('accepted', {}, inStep), ctx).length, 1)
})

test('a grade other than the proposed one needs a reason', () => {
  const facts = licenceFacts('accepted', {}, accepted)
  const said = {
    ...on,
    conclusion: 'grant' as const,
    grade: 'B' as const,
    gradeReason: '',
    opinion: '材料属实，拟同意',
  }
  assert.deepEqual(codesOf(proposeAct.decide(facts, said, contextOf('customs-first'))), [
    'grade-reason',
  ])
  const reasoned = { ...said, gradeReason: '经检测不具传染性' }
  assert.ok(proposeAct.decide(facts, reasoned, contextOf('customs-first')).ok)
})

test('S2-012 a grant cannot be proposed for a class-2 strain in a BSL-2 laboratory, a refusal can', () => {
  const facts = licenceFacts('accepted', { form: strainForm }, accepted)
  const said = { ...on, grade: 'A' as const, gradeReason: '', opinion: '实验室等级不足' }
  const ctx = contextOf('customs-first')
  assert.deepEqual(codesOf(proposeAct.decide(facts, { ...said, conclusion: 'grant' }, ctx)), [
    'laboratory-too-low',
  ])
  assert.ok(proposeAct.decide(facts, { ...said, conclusion: 'refuse' }, ctx).ok)
})

test('S2-037 the second review is by another person, whatever it concludes', () => {
  const facts = licenceFacts('second-review', { proposal, firstReviewer: 'a-1' }, accepted)
  const same = contextOf('customs-second', 'a-1')
  const other = contextOf('customs-second', 'a-2')
  for (const act of [grantAct, refuseAct, returnToFirstAct]) {
    assert.ok(dutiesOf(act.ready?.(facts, same)).includes('S2-037 same-person'), act.name)
    assert.ok(!dutiesOf(act.ready?.(facts, other)).includes('S2-037 same-person'), act.name)
  }
})

test('S2-037 grant and refusal follow the proposal; who disagrees sends it back', () => {
  const ctx = contextOf('customs-second', 'a-2')
  const toGrant = licenceFacts('second-review', { proposal, firstReviewer: 'a-1' }, accepted)
  const toRefuse = { ...toGrant, proposal: { ...proposal, conclusion: 'refuse' as const } }
  assert.deepEqual(grantAct.ready?.(toGrant, ctx), [])
  assert.deepEqual(dutiesOf(grantAct.ready?.(toRefuse, ctx)), ['S2-037 proposed-refusal'])
  assert.deepEqual(refuseAct.ready?.(toRefuse, ctx), [])
  assert.deepEqual(dutiesOf(refuseAct.ready?.(toGrant, ctx)), ['S2-037 proposed-grant'])
})

test('S2-037 without a proposal, or with a grade the rule set does not know, nothing is granted', () => {
  const ctx = contextOf('customs-second', 'a-2')
  const none = licenceFacts('second-review', { proposal: null, firstReviewer: 'a-1' }, accepted)
  const strange = { ...none, proposal: { ...proposal, grade: 'A1' } }
  for (const [facts, code] of [
    [none, 'no-proposal'],
    [strange, 'unknown-grade'],
  ] as const) {
    assert.deepEqual(dutiesOf(grantAct.ready?.(facts, ctx)), [`S2-037 ${code}`])
    assert.deepEqual(codesOf(grantAct.decide(facts, confirmed, ctx)), [code])
  }
})

test('S2-012 not even a mistaken proposal lets a grant through', () => {
  const facts = licenceFacts(
    'second-review',
    { form: strainForm, proposal, firstReviewer: 'a-1' },
    accepted,
  )
  const reasons = dutiesOf(grantAct.ready?.(facts, contextOf('customs-second', 'a-2')))
  assert.deepEqual(reasons, ['S2-012 laboratory-too-low'])
})

test('S2-040 a grant opens a permit whose terms follow from the grade and the day', () => {
  const facts = licenceFacts('second-review', { proposal, firstReviewer: 'a-1' }, accepted)
  const decision = grantAct.decide(
    facts,
    confirmed,
    contextOf('customs-second', 'a-2', '2026-11-30'),
  )
  assert.ok(decision.ok)
  assert.deepEqual(decision.ok && decision.next.terms, {
    grade: 'A',
    issuedDay: '2026-11-30',
    validThrough: '2027-02-28',
    inBatches: false,
  })
})

test('S1-012 S2-039 human blood for clinical use is neither proposed nor granted, for research it is', () => {
  const clinical = licenceFacts('second-review', { proposal, firstReviewer: 'a-1' }, accepted)
  const forbidden = { ...clinical, form: { ...clinical.form, purpose: 'clinical-use' as const } }
  const second = contextOf('customs-second', 'a-2')
  assert.deepEqual(grantAct.ready?.(clinical, second), [])
  const [against] = grantAct.ready?.(forbidden, second) ?? []
  assert.equal(against?.duty, 'S2-039')
  assert.match(against?.message ?? '', /艾滋病防治条例.*S1-012.*负责人/)
  const said = {
    ...on,
    conclusion: 'grant' as const,
    grade: 'A',
    gradeReason: '',
    opinion: '材料属实',
  }
  assert.deepEqual(codesOf(proposeAct.decide(forbidden, said, contextOf('customs-first'))), [
    'prohibited',
  ])
})

test('C-34 under the rules of 2025 the grades are those of that set, and its letter needs no reason', () => {
  const facts = licenceFacts('accepted', { ruleSet: '2025' }, accepted)
  const propose = (grade: string) =>
    proposeAct.decide(
      facts,
      { ...on, conclusion: 'grant', grade, gradeReason: '', opinion: '材料属实' },
      contextOf('customs-first'),
    )
  assert.deepEqual(codesOf(propose('A')), ['unknown-grade'])
  assert.ok(propose('A1').ok && propose('A2').ok)
  assert.deepEqual(codesOf(propose('B1')), ['grade-reason'])
})

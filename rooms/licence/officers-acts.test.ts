import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contextOf, licenceFacts, sampleCaseId } from '#checks/samples/licence-facts.ts'
import type { ClockEntry } from '#frame/calendar/clock-entries.ts'
import type { Decision, Reason } from '#frame/kernel/reason.ts'
import { clearProhibitionAct } from './clear-prohibition.ts'
import { deliverAct } from './deliver.ts'
import { extendAct } from './extend.ts'
import type { LicenceFacts } from './facts.ts'
import { grantAct } from './grant.ts'
import { lapseAct } from './lapse.ts'
import { notInScopeAct } from './not-in-scope.ts'
import { openStepAct } from './open-step.ts'
import { proposeRefusalAct } from './propose-refusal.ts'
import { returnToWindowAct } from './return-to-window.ts'

const on = { id: sampleCaseId, version: 3 }
const named = (reasons: Reason[] = []) => reasons.map((r) => `${r.duty} ${r.code}`)
const against = (d: Decision<unknown>) => (d.ok ? [] : named(d.reasons))

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
const leader = contextOf('customs-leader')

test('S2-036 a case is sent back to the window only when no special step runs', () => {
  const ctx = contextOf('customs-first')
  const ready = (entries: ClockEntry[]) =>
    named(returnToWindowAct.ready?.(licenceFacts('accepted', {}, entries), ctx))
  assert.deepEqual(ready(accepted), [])
  assert.deepEqual(ready(inStep), ['S2-046 step-open'])
})

test('S2-036 the window proposes a refusal with facts, reasons and basis for the second reviewer', () => {
  const said = { facts: '菌株来源不明', reasons: '无法补齐来源证明', basis: '第三十八条第二款' }
  const facts = licenceFacts('returned', {}, accepted)
  const decision = proposeRefusalAct.decide(facts, { ...on, ...said }, contextOf('customs-window'))
  assert.ok(decision.ok)
  assert.deepEqual(decision.ok && decision.next, {
    conclusion: 'refuse',
    grade: 'A',
    gradeReason: '',
    opinion: said.reasons,
    refusal: said,
  })
})

test('S2-034 another body is named; whoever needs no approval need not be sent anywhere', () => {
  const facts = licenceFacts('pending', {}, received)
  const ctx = contextOf('customs-window')
  const said = { ...on, reason: '申请物品按兽药管理', instead: '' }
  assert.deepEqual(against(notInScopeAct.decide(facts, { ...said, kind: 'no-approval' }, ctx)), [])
  assert.deepEqual(against(notInScopeAct.decide(facts, { ...said, kind: 'elsewhere' }, ctx)), [
    'S2-034 body-unnamed',
  ])
  const sent = { ...said, kind: 'elsewhere' as const, instead: '请向农业农村主管部门申请' }
  assert.deepEqual(against(notInScopeAct.decide(facts, sent, ctx)), [])
})

test('S2-034 what the law has accepted by silence is not turned away', () => {
  const ready = (day: string) =>
    named(
      notInScopeAct.ready?.(
        licenceFacts('pending', {}, received),
        contextOf('customs-window', 'a-1', day),
      ),
    )
  assert.deepEqual(ready('2026-11-27'), [])
  assert.deepEqual(ready('2026-11-30'), ['S2-034 accepted-by-law'])
})

test('S2-045 the leader extends once, in time, and not while a special step runs', () => {
  const ready = (entries: ClockEntry[], day = '2026-11-24') =>
    named(
      extendAct.ready?.(
        licenceFacts('accepted', {}, entries),
        contextOf('customs-leader', 'a-1', day),
      ),
    )
  assert.deepEqual(ready(accepted), [])
  assert.deepEqual(ready(inStep), ['S2-045 step-open'])
  const extended: ClockEntry = {
    kind: 'extended',
    day: '2026-11-24',
    days: 10,
    reason: '核实',
    notice: '1',
  }
  assert.deepEqual(ready([...accepted, extended]), ['S2-045 clock.extended-twice'])
  assert.deepEqual(ready(accepted, '2026-12-22'), ['S2-045 clock.extension-late'])
})

const clinical: Partial<LicenceFacts> = {
  form: { ...licenceFacts('accepted').form, purpose: 'clinical-use' },
}

test('S2-039 the leader clears a prohibition by naming an exception the law knows, and only once', () => {
  const facts = licenceFacts('accepted', clinical, accepted)
  const clear = (exception: string, over: Partial<LicenceFacts> = {}) =>
    clearProhibitionAct.decide(
      { ...facts, ...over },
      { ...on, exception, basis: '中国红十字会证明' },
      leader,
    )
  assert.deepEqual(clearProhibitionAct.ready?.(facts, leader), [])
  assert.deepEqual(against(clear('anything')), ['S2-039 unknown-exception'])
  const decision = clear('stem-cells')
  assert.ok(decision.ok)
  const clearances = decision.ok ? [decision.next] : []
  assert.equal(clearances[0]?.prohibition, 'aids-37')
  const cleared = { ...facts, clearances }
  assert.deepEqual(named(clearProhibitionAct.ready?.(cleared, leader)), ['S2-039 nothing-to-clear'])
  assert.deepEqual(against(clear('stem-cells', { clearances })), ['S2-039 nothing-to-clear'])
  const harmless = licenceFacts('accepted', {}, accepted)
  assert.deepEqual(named(clearProhibitionAct.ready?.(harmless, leader)), [
    'S2-039 nothing-to-clear',
  ])
})

const proposal = { conclusion: 'grant' as const, grade: 'A', gradeReason: '', opinion: '属实' }
const second = contextOf('customs-second', 'a-2')

test('S2-039 a prohibited article is granted only after the exception was named', () => {
  const facts = licenceFacts(
    'second-review',
    { ...clinical, proposal, firstReviewer: 'a-1' },
    accepted,
  )
  assert.deepEqual(named(grantAct.ready?.(facts, second)), ['S2-039 prohibited'])
  const clearances = [
    { prohibition: 'aids-37', exception: 'rare-blood', basis: '证明', day: '2026-11-23' },
  ]
  assert.deepEqual(grantAct.ready?.({ ...facts, clearances }, second), [])
})

test('S2-037 the second reviewer confirms the proposed grade, or changes it with a reason', () => {
  const facts = licenceFacts('second-review', { proposal, firstReviewer: 'a-1' }, accepted)
  const grant = (said: { grade?: string; gradeReason: string }) =>
    grantAct.decide(facts, { ...on, ...said }, second)
  assert.ok(grant({ gradeReason: '' }).ok)
  assert.deepEqual(against(grant({ grade: 'B', gradeReason: '' })), ['S2-037 grade-reason'])
  assert.deepEqual(against(grant({ grade: 'A1', gradeReason: '按新的分级' })), [
    'S2-037 unknown-grade',
  ])
  const changed = grant({ grade: 'B', gradeReason: '经检测不具传染性' })
  assert.ok(changed.ok)
  assert.deepEqual(changed.ok && [changed.next.terms.grade, changed.next.gradeReason], [
    'B',
    '经检测不具传染性',
  ])
})

test('S2-046 nothing is granted while a special step runs', () => {
  const facts = licenceFacts('second-review', { proposal, firstReviewer: 'a-1' }, inStep)
  assert.deepEqual(named(grantAct.ready?.(facts, second)), ['S2-046 step-open'])
})

test('S2-031 an on-site assessment names two officers or more, each once', () => {
  const facts = licenceFacts('accepted', {}, accepted)
  const open = (kind: 'expert' | 'onsite', officers: string) =>
    openStepAct.decide(
      facts,
      { ...on, kind, reason: '核实储存条件', expectedDays: 5, officers },
      contextOf('customs-first'),
    )
  assert.deepEqual(against(open('onsite', '')), ['S2-031 officers-unnamed'])
  assert.deepEqual(against(open('onsite', '张三、张三')), ['S2-031 officers-unnamed'])
  const named = open('onsite', '张三、李四')
  assert.deepEqual(named.ok && named.next.officers, ['张三', '李四'])
  assert.deepEqual(against(open('expert', '')), [])
})

test('S2-033 an unanswered notice ends the application after its last day, not on it', () => {
  const correction = { items: [], answerBy: '2026-12-07', day: '2026-11-23' }
  const facts = licenceFacts('correcting', { correction }, received)
  const ready = (day: string) =>
    named(lapseAct.ready?.(facts, contextOf('customs-window', 'a-1', day)))
  assert.deepEqual(ready('2026-12-07'), ['S2-033 answer-time-left'])
  assert.deepEqual(ready('2026-12-08'), [])
})

test('S2-041 a decision is delivered once, on a day between its own and today', () => {
  const base = licenceFacts('granted', {}, [{ kind: 'started', day: '2026-11-20' }])
  const facts = { ...base, deliveryClock: base.clock }
  const ctx = contextOf('customs-window')
  const deliver = (day?: string) =>
    against(
      deliverAct.decide(facts, { ...on, way: 'handed', note: '', ...(day ? { day } : {}) }, ctx),
    )
  assert.deepEqual(deliverAct.ready?.(facts, ctx), [])
  assert.deepEqual([deliver(), deliver('2026-11-20'), deliver('2026-11-23')], [[], [], []])
  for (const day of ['2026-11-19', '2026-11-24'])
    assert.deepEqual(deliver(day), ['null impossible-day'])
  const delivery = { way: 'electronic' as const, day: '2026-11-21', note: '' }
  assert.deepEqual(named(deliverAct.ready?.({ ...facts, delivery }, ctx)), ['S2-041 delivered'])
  assert.deepEqual(named(deliverAct.ready?.(base, ctx)), ['S2-041 delivered'])
})

test('what officers write for the papers of these acts must have a drawing in the fonts', () => {
  const coverage = { has: (code: number) => code !== 0xe000 }
  const sign = '理由如上\ue000'
  const at = (d: Decision<unknown>) => (d.ok ? [] : d.reasons.map((r) => [r.code, r.at]))
  const window = contextOf('customs-window')
  const pending = licenceFacts('pending', { coverage }, received)
  const away = { ...on, kind: 'elsewhere' as const, reason: sign, instead: sign }
  assert.deepEqual(at(notInScopeAct.decide(pending, away, window)), [
    ['no-glyph', 'reason'],
    ['no-glyph', 'instead'],
  ])
  const facts = licenceFacts('accepted', { coverage }, accepted)
  assert.deepEqual(at(extendAct.decide(facts, { ...on, reason: sign }, leader)), [
    ['no-glyph', 'reason'],
  ])
  const refusal = { ...on, facts: sign, reasons: '理由如上', basis: '第三十八条' }
  assert.deepEqual(at(proposeRefusalAct.decide(facts, refusal, window)), [['no-glyph', 'facts']])
  const step = { ...on, kind: 'onsite' as const, reason: '核实条件', expectedDays: 5 }
  const officers = '张三、李\ue000'
  assert.deepEqual(
    at(openStepAct.decide(facts, { ...step, officers }, contextOf('customs-first'))),
    [['no-glyph', 'officers']],
  )
})

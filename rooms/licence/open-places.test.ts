import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceFacts, sampleCaseId, serumForm } from '#checks/samples/licence-facts.ts'
import type { CaseForm } from './forms.ts'
import { openPlaces } from './open-places.ts'
import { submissionReasons } from './rules.ts'
import { decideSave } from './save.ts'

const day = '2026-11-23'
const { documents, lines } = licenceFacts('draft')
const filed = {
  form: serumForm,
  lines,
  documents: documents.filter((d) => d.slot !== 'lab-level' && d.slot !== 'biology'),
}
/** A case being corrected at one place, with the form as it is now. */
const facts = (form: CaseForm, at: string) =>
  licenceFacts('correcting', {
    form,
    filed,
    documents: filed.documents,
    correction: { items: [{ at, what: '请改正' }], answerBy: '2026-12-01', day },
  })

test('S2-033 as long as nothing else changes, exactly what the notice names is open', () => {
  assert.deepEqual([...openPlaces(facts(serumForm, 'consignor'))], ['consignor'])
})

test('S2-184 an answer of the notice opens what it calls for, and the return must bring it', () => {
  const changed = facts({ ...serumForm, pathogenState: 'contained' }, 'pathogenState')
  const open = openPlaces(changed)
  const against = submissionReasons(changed, day).map((r) => r.at)
  for (const at of ['pathogens', 'laboratory', 'slot.lab-level', 'slot.biology']) {
    assert.ok(open.has(at), at)
    assert.ok(against.includes(at), at)
  }
  assert.ok(!open.has('consignor'))
})

test('a currency opens its rate, a class its kind, another way of keeping the remarks', () => {
  const dollars = { ...filed, form: { ...serumForm, currency: 'USD' as const, rate: undefined } }
  assert.ok(openPlaces({ ...facts(serumForm, 'currency'), filed: dollars }).has('rate'))
  const tissue = facts({ ...serumForm, articleClass: 'human-tissue' }, 'articleClass')
  assert.ok(openPlaces(tissue).has('articleKind'))
  assert.ok(openPlaces(facts({ ...serumForm, storage: 'other' }, 'storage')).has('remarks'))
})

/** Takes 无此内容 from the contract number while one place is open. Out: where that is locked. */
const untick = (at: string) => {
  const seen = serumForm.notApplicable ?? null
  const changes = [{ name: 'notApplicable' as const, seen, value: ['hsCode', 'ciqCode'] }]
  const decision = decideSave(facts(serumForm, at), { id: sampleCaseId, changes })
  return decision.ok ? [] : decision.reasons.map((r) => r.at)
}

test('S2-146 无此内容 is ticked or taken away where its field is open, and only there', () => {
  assert.deepEqual(untick('contractNo'), [])
  assert.deepEqual(untick('consignor'), ['contractNo'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceFacts, serumForm, serumLine, strainForm } from '#checks/samples/licence-facts.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import type { CaseForm } from './forms.ts'
import { noPersonForPathogens, onlyOwnDisease, withinPrescription } from './own-medicine.ts'
import { submissionReasons } from './rules.ts'

const { unit } = licenceFacts('draft')
const person = { ...unit, kind: 'person' as const, classes: [] }
const own: CaseForm = { ...serumForm, purpose: 'personal-use', prescribed: 10 }
const codes = (reasons: Reason[]) => reasons.map((r) => `${r.duty} ${r.at}`)

test('S2-126 a natural person applies only for a disease of his own, a unit never for one', () => {
  assert.deepEqual(onlyOwnDisease(own, person), [])
  assert.deepEqual(codes(onlyOwnDisease(serumForm, person)), ['S2-126 purpose'])
  assert.deepEqual(codes(onlyOwnDisease(own, unit)), ['S2-126 purpose'])
  assert.deepEqual(onlyOwnDisease(serumForm, unit), [])
})

test('S2-127 the quantity of all lines is no more than the prescription says', () => {
  assert.deepEqual(withinPrescription(own, person, [serumLine]), [])
  assert.deepEqual(codes(withinPrescription(own, person, [serumLine, serumLine])), [
    'S2-127 prescribed',
  ])
  assert.deepEqual(withinPrescription(own, unit, [serumLine, serumLine]), [])
})

test('S2-128 a natural person does not apply for pathogens, nor for what may contain them', () => {
  assert.deepEqual(codes(noPersonForPathogens(strainForm, person)), ['S2-128 pathogenState'])
  assert.deepEqual(noPersonForPathogens(serumForm, person), [])
  assert.deepEqual(noPersonForPathogens(strainForm, unit), [])
  const facts = licenceFacts('draft', { form: strainForm, unit: person })
  assert.ok(submissionReasons(facts, '2026-11-23').some((r) => r.duty === 'S2-128'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceFacts, serumForm, strainForm } from '#checks/samples/licence-facts.ts'
import { askOf } from './ask-of.ts'
import { describedPoints, undescribed } from './described.ts'
import type { CaseForm } from './forms.ts'

const { unit } = licenceFacts('draft')
const missing = (form: CaseForm, over = {}) =>
  undescribed(askOf(licenceFacts('draft', { form, ...over }))).map((r) => r.duty)
const silent = (form: CaseForm): CaseForm => ({ ...form, describes: [] })
/** The duties that are missing when one point of the strain's file is not confirmed. */
const without = (code: string) =>
  missing({ ...strainForm, describes: strainForm.describes!.filter((one) => one !== code) })

test('a file that says everything has nothing against it', () => {
  assert.deepEqual(missing(serumForm), [])
  assert.deepEqual(missing(strainForm), [])
})

test('S2-171 the file says how the applicant stands to the others; a natural person need not', () => {
  assert.deepEqual(without('relation'), ['S2-171'])
  const person = { unit: { ...unit, kind: 'person' as const } }
  assert.ok(!missing(silent(serumForm), person).includes('S2-171'))
})

test('S2-172 the file says source, process, use and level', () => {
  assert.deepEqual(without('making'), ['S2-172'])
})

test('S2-173 the file names pathogens in Chinese and Latin, where there are any', () => {
  assert.deepEqual(without('names'), ['S2-173'])
  assert.ok(!missing(silent(serumForm)).includes('S2-173'))
})

test('S2-174 the file says how the article is kept and carried', () => {
  assert.deepEqual(without('conditions'), ['S2-174'])
})

test('S2-175 for research the file says what is studied', () => {
  assert.deepEqual(without('research'), ['S2-175'])
  assert.ok(!missing(silent({ ...serumForm, purpose: 'testing' })).includes('S2-175'))
})

test('S2-176 the file says which approvals are needed and uploaded', () => {
  assert.deepEqual(without('approvals'), ['S2-176'])
})

test('S2-177 the file promises that all is true', () => {
  assert.deepEqual(without('truth'), ['S2-177'])
})

test('S2-178 other information is offered and never demanded', () => {
  assert.ok(describedPoints.some((p) => p.duty === 'S2-178'))
  assert.ok(!missing(silent(strainForm)).includes('S2-178'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceFacts, serumForm, strainForm } from '#checks/samples/licence-facts.ts'
import type { CaseForm } from './forms.ts'
import { gradeLaw, proposeGrade } from './grade.ts'
import { namedPathogens } from './named-pathogens.ts'

const gradeOf = (form: CaseForm) => proposeGrade(form, namedPathogens(form)).grade

test('human blood that enters is grade A, leaving it is not by that alone', () => {
  assert.equal(gradeOf(serumForm), 'A')
  assert.equal(gradeOf({ ...serumForm, direction: 'exit' }), 'C')
})

test('a class-2 pathogen is grade A, class 3 is B', () => {
  assert.equal(gradeOf(strainForm), 'A')
  const class3 = [{ pathogenId: 'bacteria-20', activity: 'liveCulture' }]
  assert.equal(gradeOf({ ...strainForm, pathogens: class3 }), 'B')
})

test('two hazards: the highest applies, and only its reasons are named', () => {
  const both = [
    { pathogenId: 'bacteria-20', activity: 'liveCulture' },
    { pathogenId: 'bacteria-2', activity: 'liveCulture' },
  ]
  const form = { ...strainForm, pathogens: both }
  const proposal = proposeGrade(form, namedPathogens(form))
  assert.equal(proposal.grade, 'A')
  assert.equal(proposal.because.length, 1)
})

test('unknown infectivity is grade B, nothing known against it C', () => {
  assert.equal(gradeOf({ ...strainForm, pathogens: [] }), 'B')
  assert.equal(gradeOf(protein('antibody')), 'C')
})

const protein = (articleKind: string): CaseForm => ({
  ...serumForm,
  articleClass: 'biological-product',
  articleKind,
})

test('the kind counts: toxins and parasites B, environmental agents A, cell lines C', () => {
  assert.equal(gradeOf(protein('toxin')), 'B')
  assert.equal(gradeOf({ ...serumForm, articleKind: 'parasite' }), 'B')
  assert.equal(gradeOf({ ...serumForm, articleKind: 'environmental-agent' }), 'A')
  assert.equal(
    gradeOf({ ...serumForm, articleClass: 'human-tissue', articleKind: 'cell-line' }),
    'C',
  )
})

test('human genetic resources that leave are A, registered medical products D', () => {
  assert.equal(gradeOf({ ...serumForm, direction: 'exit', humanGenetic: 'yes' }), 'A')
  assert.equal(gradeOf({ ...protein('vaccine'), purpose: 'clinical-use' }), 'D')
})

test('the law of a grade: A 3 months and once, B 6, C and D 12 months and in batches', () => {
  const law = ['A', 'B', 'C', 'D'].map((grade) => gradeLaw(licenceFacts('second-review'), grade))
  assert.deepEqual(
    law.map((l) => [l?.months, l?.inBatches]),
    [
      [3, false],
      [6, true],
      [12, true],
      [12, true],
    ],
  )
  assert.equal(gradeLaw(licenceFacts('second-review'), 'A1'), undefined)
})

test('pathogens chosen and then said not to be contained count no more', () => {
  assert.deepEqual(namedPathogens({ ...strainForm, pathogenState: 'none' }), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { licenceFacts, serumForm, strainForm } from '#checks/samples/licence-facts.ts'
import { ruleSetCodes } from '#frame/catalogue/rule-sets.ts'
import { askOf } from './ask-of.ts'
import type { LicenceFacts } from './facts.ts'
import type { CaseForm } from './forms.ts'
import { missingDocuments } from './rules.ts'
import { caseSlots, shownFor } from './slots.ts'

const factsOf = (form: CaseForm, over: Partial<LicenceFacts> = {}) =>
  licenceFacts('draft', { form, documents: [], ...over })
/** Duty and slot of every document that must be brought. */
const must = (form: CaseForm, over: Partial<LicenceFacts> = {}) =>
  missingDocuments(askOf(factsOf(form, over)), []).map((r) => `${r.duty} ${r.at?.slice(5)}`)
const asks = (form: CaseForm, code: string) => must(form).some((one) => one.endsWith(` ${code}`))

const antibody: CaseForm = {
  ...serumForm,
  articleClass: 'biological-product',
  articleKind: 'antibody',
  purpose: 'testing',
}
const person = { unit: { ...licenceFacts('draft').unit, kind: 'person' as const, classes: [] } }

test('S2-170 every application brings the descriptive file, and an antibody for testing nothing else', () => {
  assert.deepEqual(must(antibody), ['S2-170 description'])
})

test('S2-011 where another department must approve, nothing is filed without its approval', () => {
  const approvals = (form: CaseForm) => must(form).filter((one) => one.includes(' approval-'))
  assert.deepEqual(approvals(serumForm), ['S2-163 approval-health'])
  assert.deepEqual(approvals(strainForm), ['S2-168 approval-pathogen'])
  assert.deepEqual(approvals(antibody), [])
})

test('S2-163 human blood or cells that enter need the health authority; cell lines and exits do not', () => {
  assert.ok(asks(serumForm, 'approval-health'))
  const cells = { ...serumForm, articleClass: 'human-tissue' as const }
  assert.ok(asks({ ...cells, articleKind: 'cell' }, 'approval-health'))
  // while the kind is open the class counts
  assert.ok(asks({ ...cells, articleKind: undefined }, 'approval-health'))
  assert.ok(!asks({ ...cells, articleKind: 'cell-line' }, 'approval-health'))
  assert.ok(!asks({ ...serumForm, direction: 'exit' }, 'approval-health'))
  assert.ok(!asks(antibody, 'approval-health'))
})

test('S2-164 what leaves with human genetic resources needs their approval', () => {
  const exit = { ...serumForm, direction: 'exit' as const }
  assert.ok(asks({ ...exit, humanGenetic: 'yes' }, 'approval-genetic'))
  assert.ok(!asks({ ...exit, humanGenetic: 'no' }, 'approval-genetic'))
  assert.ok(!asks({ ...serumForm, humanGenetic: 'yes' }, 'approval-genetic'))
})

test('S2-166 products for prevention, diagnosis, treatment enter with their registration certificate', () => {
  const vaccine = { ...antibody, articleKind: 'vaccine', purpose: 'clinical-use' as const }
  assert.deepEqual(must(vaccine), ['S2-166 product-registration', 'S2-170 description'])
  assert.ok(
    asks(
      { ...serumForm, articleKind: 'blood-product', purpose: 'clinical-use' },
      'product-registration',
    ),
  )
  assert.ok(!asks({ ...vaccine, purpose: 'clinical-trial' }, 'product-registration'))
})

test('S2-166 what is sold as medicine counts as such; a research antibody that is sold does not', () => {
  const sold = { ...antibody, purpose: 'sale' as const }
  assert.ok(asks({ ...sold, articleKind: 'vaccine' }, 'product-registration'))
  assert.ok(!asks(sold, 'product-registration'))
})

test('an answer to a question that is no longer asked decides nothing', () => {
  assert.deepEqual(must({ ...antibody, medium: 'animal' }), ['S2-170 description'])
  const exit = { ...strainForm, direction: 'exit' as const, humanGenetic: 'yes' as const }
  assert.ok(!asks(exit, 'approval-genetic'))
})

test('S2-167 the same products leave with production licence and export certificate, each in its slot', () => {
  const out = { ...antibody, direction: 'exit' as const, purpose: 'clinical-use' as const }
  assert.deepEqual(must(out), [
    'S2-167 production-licence',
    'S2-167 export-certificate',
    'S2-170 description',
  ])
})

test('S2-168 a highly pathogenic strain needs a provincial health authority, class 3 does not', () => {
  assert.ok(asks(strainForm, 'approval-pathogen'))
  const class3 = [{ pathogenId: 'bacteria-20', activity: 'liveCulture' }]
  assert.ok(!asks({ ...strainForm, pathogens: class3 }, 'approval-pathogen'))
  assert.ok(asks({ ...strainForm, direction: 'exit' }, 'approval-pathogen'))
})

test('S2-169 environmental agents enter with notice or proof of safety', () => {
  const agent = { ...strainForm, articleKind: 'environmental-agent' }
  assert.ok(asks(agent, 'environment-notice'))
  assert.ok(!asks({ ...agent, direction: 'exit' }, 'environment-notice'))
})

test('S2-179 for transplant the donor’s health certificate and the report are asked', () => {
  const marrow: CaseForm = {
    ...serumForm,
    articleClass: 'human-tissue',
    articleKind: 'marrow',
    purpose: 'transplant',
  }
  assert.ok(asks(marrow, 'donor-health'))
  assert.ok(asks(marrow, 'test-report'))
  assert.ok(!asks(serumForm, 'donor-health'))
})

const medium: CaseForm = { ...antibody, articleKind: 'culture-medium' }

test('S2-180 imported media with animal ingredients bring the official certificate; serum is excepted', () => {
  assert.ok(asks({ ...medium, medium: 'animal' }, 'official-certificate'))
  assert.ok(!asks({ ...medium, medium: 'serum' }, 'official-certificate'))
  assert.ok(!asks({ ...medium, medium: 'animal', direction: 'exit' }, 'official-certificate'))
})

test('S2-181 with the certificate go its translation and one product list', () => {
  assert.deepEqual(must({ ...medium, medium: 'animal' }), [
    'S2-170 description',
    'S2-180 official-certificate',
    'S2-181 certificate-translation',
    'S2-181 product-list',
  ])
})

test('S2-182 media without animal ingredients bring the maker’s description and a letter of guarantee', () => {
  assert.deepEqual(must({ ...medium, medium: 'no-animal' }), [
    'S2-170 description',
    'S2-182 product-description',
    'S2-186 guarantee',
  ])
})

test('S2-183 articles of human origin demand a test report; others may add one', () => {
  assert.ok(asks(serumForm, 'test-report'))
  const { asked } = shownFor(factsOf(antibody)).find((s) => s.slot.code === 'test-report')!
  assert.equal(asked.required, false)
})

test('S2-184 pathogens demand the proof of the laboratory’s level; without them it is not even shown', () => {
  assert.ok(asks(strainForm, 'lab-level'))
  assert.ok(!shownFor(factsOf(serumForm)).some((s) => s.slot.code === 'lab-level'))
})

test('S2-185 a laboratory of level 3 brings its accreditation, of level 2 not', () => {
  const { unit } = licenceFacts('draft')
  const level3 = { ...unit, laboratories: [{ ...unit.laboratories[0]!, level: 'BSL-3' as const }] }
  assert.ok(must(strainForm, { unit: level3 }).includes('S2-185 accreditation'))
  assert.ok(!must(strainForm).includes('S2-185 accreditation'))
})

test('S2-186 a letter of guarantee is offered to everybody and asked of few', () => {
  const { asked } = shownFor(factsOf(serumForm)).find((s) => s.slot.code === 'guarantee')!
  assert.equal(asked.required, false)
})

test('S2-187 research brings its project approval or a cooperation agreement', () => {
  assert.ok(asks(serumForm, 'research-basis'))
  assert.ok(!asks({ ...serumForm, purpose: 'testing' }, 'research-basis'))
})

test('S2-188 pathogens bring their biology in Chinese and English', () => {
  assert.ok(asks(strainForm, 'biology'))
  assert.ok(!asks(serumForm, 'biology'))
})

test('S2-189 what has no place of its own may be brought', () => {
  assert.ok(shownFor(factsOf(antibody)).some((s) => s.slot.code === 'other' && !s.asked.required))
})

test('S2-162 the next free place opens when the one before is filled', () => {
  const [document] = licenceFacts('draft').documents
  const free = (slots: string[]) =>
    shownFor(factsOf(antibody, { documents: slots.map((slot) => ({ ...document!, slot })) }))
      .map((s) => s.slot.code)
      .filter((code) => code.startsWith('other'))
  assert.deepEqual(free([]), ['other'])
  assert.deepEqual(free(['other']), ['other', 'other-2'])
  assert.deepEqual(free(['other', 'other-2']), ['other', 'other-2', 'other-3'])
})

test('S2-162 a second file of a kind goes to a place without content, one file in each', () => {
  const spare = caseSlots.filter((s) => s.duty === 'S2-162').map((s) => s.code)
  assert.deepEqual(spare, ['other-2', 'other-3'])
})

test('S2-127 a natural person brings the prescription, and neither certificate nor approval', () => {
  const own: CaseForm = { ...antibody, purpose: 'personal-use' }
  assert.deepEqual(must(own, person), ['S2-127 prescription', 'S2-170 description'])
})

test('S2-056 who receives for another unit brings its agreement', () => {
  assert.ok(asks({ ...antibody, standing: 'receives-for-other' }, 'user-agreement'))
  assert.ok(!asks(antibody, 'user-agreement'))
})

test('S2-160 no two slots share a code, and each carries one duty', () => {
  assert.equal(new Set(caseSlots.map((s) => s.code)).size, caseSlots.length)
  for (const { duty } of caseSlots) assert.match(duty, /^S2-\d{3}$/)
})

test('a slot that holds a file, or is named by a correction, stays to be seen', () => {
  const shown = (over: Partial<LicenceFacts>) =>
    shownFor(factsOf(antibody, over)).map((s) => s.slot.code)
  const [document] = licenceFacts('draft').documents
  assert.ok(shown({ documents: [{ ...document!, slot: 'biology' }] }).includes('biology'))
  const items = [{ at: 'slot.accreditation', what: '请上传' }]
  const correction = { items, answerBy: '2026-12-01', day: '2026-11-23' }
  assert.ok(shown({ correction }).includes('accreditation'))
})

test('under every rule set the documents of serum, strain and medium are the same', () => {
  const table = (ruleSet: string) =>
    [serumForm, strainForm, { ...medium, medium: 'animal' as const }].map((form) =>
      must(form, { ruleSet }),
    )
  for (const code of ruleSetCodes) assert.deepEqual(table(code), table('S2'), code)
})

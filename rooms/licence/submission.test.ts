import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  contextOf,
  licenceFacts,
  sampleCaseId,
  serumForm,
  strainForm,
} from '#checks/samples/licence-facts.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import type { LicenceFacts } from './facts.ts'
import { warnings } from './rules.ts'
import { submitAct } from './submit.ts'

const codes = (reasons: Reason[] = []) => reasons.map((r) => `${r.duty} ${r.code}`)
const { unit, documents } = licenceFacts('draft')
const operator = contextOf('unit-operator')
const without = (slot: string) => documents.filter((d) => d.slot !== slot)

/** One fault each in an application that is otherwise in order. */
const faults: { duty: string; fault: string; facts: Partial<LicenceFacts>; code: string }[] = [
  {
    duty: 'S2-026',
    fault: 'a unit that is not registered',
    facts: { unit: { ...unit, status: 'suspended' } },
    code: 'unit-not-registered',
  },
  {
    duty: 'S2-128',
    fault: 'a natural person and pathogens',
    facts: {
      unit: { ...unit, kind: 'person' },
      form: { ...strainForm, purpose: 'personal-use', prescribed: 10 },
      documents: [...documents, { ...documents[0]!, slot: 'prescription' }],
    },
    code: 'person-and-pathogens',
  },
  {
    duty: 'S2-146',
    fault: 'a blank',
    facts: { form: { ...serumForm, consignor: '' } },
    code: 'blank',
  },
  {
    duty: 'S2-159',
    fault: 'a microorganism that is said to contain no pathogen',
    facts: { form: { ...serumForm, articleClass: 'microorganism', articleKind: 'bacterium' } },
    code: 'pathogen-state',
  },
  {
    duty: 'S2-173',
    fault: 'a pathogen without a name',
    facts: { form: { ...strainForm, pathogens: [] } },
    code: 'pathogen-unnamed',
  },
  {
    duty: 'S2-184',
    fault: 'a pathogen without a laboratory',
    facts: { form: { ...strainForm, laboratory: undefined } },
    code: 'laboratory-unnamed',
  },
  {
    duty: 'S2-156',
    fault: 'a port that left the list',
    facts: { form: { ...serumForm, port: 'GONE' } },
    code: 'port-unknown',
  },
  {
    duty: 'S2-058',
    fault: 'a pure agent',
    facts: { form: { ...serumForm, standing: 'agent' } },
    code: 'mere-agent',
  },
  {
    duty: 'S2-154',
    fault: 'an amount that is no number',
    facts: { form: { ...serumForm, amount: '12,500' } },
    code: 'amount',
  },
  {
    duty: 'S2-177',
    fault: 'a descriptive file without the promise',
    facts: { form: { ...serumForm, describes: serumForm.describes!.filter((d) => d !== 'truth') } },
    code: 'undescribed',
  },
  { duty: 'S2-190', fault: '附表 without a row', facts: { lines: [] }, code: 'no-lines' },
  {
    duty: 'S2-170',
    fault: 'a missing descriptive file',
    facts: { documents: without('description') },
    code: 'document-missing',
  },
]

for (const { duty, fault, facts, code } of faults)
  test(`${duty} ${fault} alone stands against the submission`, () => {
    const reasons = submitAct.ready?.(licenceFacts('draft', facts), operator)
    assert.deepEqual(codes(reasons), [`${duty} ${code}`])
  })

test('a document the scanner has not passed alone stands against the submission', () => {
  const [first, ...rest] = documents
  const facts = licenceFacts('draft', { documents: [{ ...first!, usable: false }, ...rest] })
  assert.deepEqual(codes(submitAct.ready?.(facts, operator)), ['null document-waiting'])
})

test('a submission without a fault has nothing against it, and all faults are told at once', () => {
  assert.deepEqual(submitAct.ready?.(licenceFacts('draft'), operator), [])
  const facts = licenceFacts('draft', { lines: [], documents: [] })
  assert.deepEqual(codes(submitAct.ready?.(facts, operator)), [
    'S2-190 no-lines',
    'S2-163 document-missing',
    'S2-170 document-missing',
    'S2-183 document-missing',
    'S2-187 document-missing',
  ])
  assert.ok(submitAct.decide(facts, { id: sampleCaseId, version: 3 }, operator).ok)
})

test('S2-033 while a correction is asked, a locked field is not held against the applicant', () => {
  const items = [{ at: 'consignor', what: '请填写全称' }]
  const correction = { items, answerBy: '2026-12-01', day: '2026-11-23' }
  const form = { ...serumForm, consignor: '', storage: undefined, consignee: '别的单位' }
  const of = (status: 'draft' | 'correcting') =>
    codes(submitAct.ready?.(licenceFacts(status, { form, correction, documents: [] }), operator))
  assert.deepEqual(of('correcting'), ['S2-146 blank'])
  assert.ok(of('draft').length > 3)
})

const better = { ...unit, laboratories: [{ ...unit.laboratories[0]!, level: 'BSL-3' as const }] }

/** What an officer is shown of an application, one thing each. */
const shown: { duty: string; what: string; facts: Partial<LicenceFacts>; code: string }[] = [
  {
    duty: 'S2-039',
    what: 'what the law forbids',
    facts: { form: { ...serumForm, purpose: 'clinical-use' } },
    code: 'prohibited',
  },
  {
    duty: 'S2-012',
    what: 'a laboratory that is too low',
    facts: { form: strainForm },
    code: 'laboratory-too-low',
  },
  {
    duty: 'S2-185',
    what: 'the accreditation to look at',
    facts: { form: strainForm, unit: better },
    code: 'accreditation',
  },
  {
    duty: 'S2-053',
    what: 'a day of shipping that has passed',
    facts: { form: { ...serumForm, shippingDay: '2026-11-22' } },
    code: 'shipment-past',
  },
]

for (const { duty, what, facts, code } of shown)
  test(`${duty} ${what} is shown to the officer`, () => {
    assert.deepEqual(codes(warnings(licenceFacts('accepted', facts), '2026-11-23')), [
      `${duty} ${code}`,
    ])
  })

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  allDocuments,
  companyForm,
  counted,
  registrationFacts,
  sampleUnit,
  userForm,
} from '#checks/samples/registration-facts.ts'
import { datesWords } from './dates-words.ts'
import {
  biosafetyShown,
  datesInOrder,
  datesWithoutDocument,
  expiredDocuments,
  missingDocuments,
  qualityCertified,
  unscannedDocuments,
} from './document-rules.ts'
import type { RegistrationForm, UnitClass } from './forms.ts'
import { askedSlots, registrationSlots } from './slots.ts'
import { submissionReasons } from './rules.ts'

const today = '2026-11-23'
const alone = (one: UnitClass): RegistrationForm => ({ ...companyForm, classes: [one] })

/** Every document of the guide by class and duty; `needed` false: brought by whoever has one. */
const rows: readonly { duty: string; of: UnitClass; slot: string; needed?: false }[] = [
  { duty: 'S2-098', of: 'producer', slot: 'business-licence' },
  { duty: 'S2-099', of: 'producer', slot: 'org-code', needed: false },
  { duty: 'S2-100', of: 'producer', slot: 'production-qualification' },
  { duty: 'S2-101', of: 'producer', slot: 'other', needed: false },
  { duty: 'S2-102', of: 'producer', slot: 'quality-certification' },
  { duty: 'S2-103', of: 'producer', slot: 'production-plan' },
  { duty: 'S2-104', of: 'producer', slot: 'process' },
  { duty: 'S2-105', of: 'producer', slot: 'rules-storage' },
  { duty: 'S2-106', of: 'producer', slot: 'rules-use' },
  { duty: 'S2-107', of: 'producer', slot: 'rules-waste' },
  { duty: 'S2-108', of: 'producer', slot: 'rules-staff' },
  { duty: 'S2-109', of: 'producer', slot: 'rules-emergency' },
  { duty: 'S2-113', of: 'seller', slot: 'business-licence' },
  { duty: 'S2-113', of: 'seller', slot: 'org-code', needed: false },
  { duty: 'S2-114', of: 'seller', slot: 'trade-filing' },
  { duty: 'S2-115', of: 'seller', slot: 'device-licence' },
  { duty: 'S2-115', of: 'seller', slot: 'drug-licence' },
  { duty: 'S2-116', of: 'seller', slot: 'other', needed: false },
  { duty: 'S2-117', of: 'seller', slot: 'quality-certification' },
  { duty: 'S2-117', of: 'seller', slot: 'storage-plan' },
  { duty: 'S2-118', of: 'seller', slot: 'rules-storage' },
  { duty: 'S2-118', of: 'seller', slot: 'rules-use' },
  { duty: 'S2-118', of: 'seller', slot: 'rules-waste' },
  { duty: 'S2-118', of: 'seller', slot: 'rules-staff' },
  { duty: 'S2-118', of: 'seller', slot: 'rules-emergency' },
  { duty: 'S2-120', of: 'user', slot: 'body-certificate' },
  { duty: 'S2-120', of: 'user', slot: 'org-code', needed: false },
  { duty: 'S2-121', of: 'user', slot: 'laboratory-filing' },
  { duty: 'S2-122', of: 'user', slot: 'other', needed: false },
  { duty: 'S2-123', of: 'user', slot: 'quality-certification' },
  { duty: 'S2-123', of: 'user', slot: 'laboratory-plan' },
  { duty: 'S2-123', of: 'user', slot: 'preparation' },
  { duty: 'S2-124', of: 'user', slot: 'rules-storage' },
  { duty: 'S2-124', of: 'user', slot: 'rules-use' },
  { duty: 'S2-124', of: 'user', slot: 'rules-waste' },
  { duty: 'S2-124', of: 'user', slot: 'rules-staff' },
  { duty: 'S2-124', of: 'user', slot: 'rules-emergency' },
]
for (const row of rows)
  test(`${row.duty} ${row.of}: ${row.slot} is asked for, and missed when it must be brought`, () => {
    const form = alone(row.of)
    const asked = askedSlots(form).find((a) => a.slot.code === row.slot)
    assert.deepEqual(
      asked?.grounds.map((g) => g.duty),
      [row.duty],
    )
    const documents = allDocuments(form).filter((d) => d.slot !== row.slot)
    const missed = missingDocuments({ form, documents }).map((r) => `${r.duty} ${r.at}`)
    assert.deepEqual(missed, row.needed === false ? [] : [`${row.duty} slot.${row.slot}`])
  })

test('every slot and ground stands in the table above', () => {
  const declared = registrationSlots.flatMap((s) =>
    s.grounds.map((g) => `${g.duty} ${g.of} ${s.code} ${g.required}`),
  )
  const listed = rows.map((r) => `${r.duty} ${r.of} ${r.slot} ${r.needed !== false}`)
  assert.deepEqual(declared.toSorted(), listed.toSorted())
})

test('S2-095 a unit of several classes brings the union, a document once with every ground', () => {
  const asked = askedSlots(companyForm)
  const rules = asked.find((a) => a.slot.code === 'rules-storage')
  assert.deepEqual(
    rules?.grounds.map((g) => g.duty),
    ['S2-105', 'S2-118', 'S2-124'],
  )
  // a producer shows storage with its production
  assert.ok(!asked.some((a) => a.slot.code === 'storage-plan'))
  const missed = missingDocuments({ form: companyForm, documents: [] })
  assert.ok(missed.filter((r) => r.at === 'slot.rules-storage').length === 3)
})

test('S2-115 a seller of neither reagents nor drugs brings no licence for them', () => {
  const form: RegistrationForm = { ...alone('seller'), sells: ['other'] }
  const codes = askedSlots(form).map((a) => a.slot.code)
  assert.ok(!codes.includes('device-licence') && !codes.includes('drug-licence'))
})

test('S2-120 a business licence is brought once, also where it stands for the user (C-40)', () => {
  const company: RegistrationForm = { ...companyForm, bodyCertificate: 'business' }
  assert.ok(!askedSlots(company).some((a) => a.slot.code === 'body-certificate'))
  const laboratory: RegistrationForm = { ...alone('user'), bodyCertificate: 'business' }
  assert.ok(askedSlots(laboratory).some((a) => a.slot.code === 'body-certificate'))
})

test('S2-096 a producer has a quality certification that holds', () => {
  const of = (form: RegistrationForm, documents = allDocuments(form)) =>
    qualityCertified({ form, documents }, today).map((r) => r.duty)
  const producer = alone('producer')
  assert.deepEqual(of(producer), [])
  assert.deepEqual(of(producer, []), ['S2-096'])
  const over = { documentDates: { 'quality-certification': { to: '2026-11-22' } } }
  assert.deepEqual(of({ ...producer, ...over }), ['S2-096'])
  assert.deepEqual(of(alone('user'), []), [])
})

const control: readonly { duty: string; of: UnitClass }[] = [
  { duty: 'S2-097', of: 'producer' },
  { duty: 'S2-112', of: 'seller' },
  { duty: 'S2-119', of: 'user' },
]
for (const row of control)
  test(`${row.duty} a ${row.of} shows its control of biosafety by five documents`, () => {
    const form = alone(row.of)
    const documents = allDocuments(form)
    assert.deepEqual(biosafetyShown({ form, documents }), [])
    const four = documents.filter((d) => d.slot !== 'rules-waste')
    const [found] = biosafetyShown({ form, documents: four })
    assert.equal(found?.duty, row.duty)
    assert.match(found?.message ?? '', /废弃物/)
  })

test('S2-098 a certificate that ran out is refused, with its slot and day; its last day still holds', () => {
  const form = (to: string): RegistrationForm => ({
    ...alone('producer'),
    documentDates: { 'business-licence': { from: '2016-11-23', to } },
  })
  const documents = allDocuments(alone('producer'))
  assert.deepEqual(expiredDocuments({ form: form('2026-11-23'), documents }, today), [])
  const [found] = expiredDocuments({ form: form('2026-11-22'), documents }, today)
  assert.deepEqual([found?.duty, found?.at], ['S2-098', 'slot.business-licence'])
  assert.match(found?.message ?? '', /2026年11月22日/)
  // one that is missing is missing, not expired
  assert.deepEqual(expiredDocuments({ form: form('2026-11-22'), documents: [] }, today), [])
})

test('a certificate does not end before it begins', () => {
  const documentDates = { 'business-licence': { from: '2026-02-01', to: '2026-01-01' } }
  assert.deepEqual(
    datesInOrder({ documentDates }).map((r) => r.at),
    ['slot.business-licence'],
  )
})

test('a document that a scanner has not passed holds the submission back', () => {
  const documents = [...allDocuments(userForm), counted('other', { usable: false })]
  assert.equal(unscannedDocuments(documents).length, 1)
  const facts = registrationFacts('first', 'filling', { documents })
  assert.deepEqual(
    submissionReasons(facts, today).map((r) => r.at),
    ['slot.other'],
  )
})

test('S2-025 dates that differ from those in force come with a new document, unless a return named them', () => {
  const inForce = { ...userForm, documentDates: { 'body-certificate': { to: '2026-11-22' } } }
  const form = { ...inForce, documentDates: { 'body-certificate': { to: '2031-11-22' } } }
  const of = (over: object) =>
    datesWithoutDocument({
      form,
      unit: sampleUnit(inForce),
      documents: [counted('body-certificate', { inForce: true })],
      remarks: [],
      ...over,
    }).map((r) => `${r.duty} ${r.at}`)
  assert.deepEqual(of({}), ['S2-025 slot.body-certificate'])
  assert.deepEqual(of({ form: { ...inForce, documentDates: {} } }), [
    'S2-025 slot.body-certificate',
  ])
  assert.deepEqual(of({ form: inForce }), [])
  assert.deepEqual(of({ documents: [counted('body-certificate')] }), [])
  const named = (at: string) => [{ at, what: '日期与证书不一致' }]
  assert.deepEqual(of({ remarks: named('slot.body-certificate') }), [])
  assert.deepEqual(of({ remarks: named('slot.other') }), ['S2-025 slot.body-certificate'])
})

test('S2-129 the dates of a certificate read the same at the counter and on the page', () => {
  assert.deepEqual(
    [datesWords(), datesWords({ from: '2026-01-01' }), datesWords({ to: '2026-12-31' })].map(
      (w) => w.zh,
    ),
    ['有效期未填写，按长期有效登记', '有效期 2026-01-01 起，长期有效', '有效期至 2026-12-31'],
  )
})

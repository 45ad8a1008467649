import assert from 'node:assert/strict'
import { test } from 'node:test'
import { companyForm, registrationFacts, userForm } from '#checks/samples/registration-facts.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import {
  blankFields,
  laboratoriesDistinct,
  laboratoriesWhole,
  scopeCovers,
  wrongMailbox,
  wrongNumbers,
} from './field-rules.ts'
import type { RegistrationFieldName, RegistrationForm } from './forms.ts'
import { registrationFields } from './fields.ts'
import { submissionReasons, warnings } from './rules.ts'

const today = '2026-11-23'
const codes = (reasons: Reason[]) => reasons.map((r) => `${r.duty} ${r.at ?? r.code}`)
const without = (name: RegistrationFieldName): RegistrationForm => ({
  ...companyForm,
  [name]: undefined,
})

for (const [who, form] of Object.entries({ university: userForm, company: companyForm }))
  test(`the ${who}, complete and in order, has nothing against it`, () => {
    const facts = registrationFacts('first', 'filling', { form })
    assert.deepEqual(submissionReasons(facts, today), [])
    assert.deepEqual(warnings(facts), [])
  })

const fields: readonly { duty: string; name: RegistrationFieldName }[] = [
  { duty: 'S2-095', name: 'classes' },
  { duty: 'S2-073', name: 'nameZh' },
  { duty: 'S2-075', name: 'nameEn' },
  { duty: 'S2-076', name: 'approvalSiteNo' },
  { duty: 'S2-077', name: 'legalRep' },
  { duty: 'S2-078', name: 'head' },
  { duty: 'S2-079', name: 'scope' },
  { duty: 'S2-080', name: 'nature' },
  { duty: 'S2-081', name: 'approvalScope' },
  { duty: 'S2-083', name: 'contact' },
  { duty: 'S2-084', name: 'mobile' },
  { duty: 'S2-085', name: 'email' },
  { duty: 'S2-086', name: 'landline' },
  { duty: 'S2-087', name: 'postcode' },
  { duty: 'S2-088', name: 'fax' },
  { duty: 'S2-089', name: 'registeredAddress' },
  { duty: 'S2-090', name: 'productionAddress' },
  { duty: 'S2-091', name: 'businessAddress' },
  { duty: 'S2-092', name: 'storageAddress' },
  { duty: 'S2-094', name: 'intro' },
  { duty: 'S2-111', name: 'scopeWords' },
  { duty: 'S2-115', name: 'sells' },
  { duty: 'S2-119', name: 'laboratories' },
  { duty: 'S2-120', name: 'bodyCertificate' },
]
for (const row of fields)
  test(`${row.duty} the field must be filled: left blank, it is named`, () => {
    const form = { ...without(row.name), notApplicable: [] }
    const blank = blankFields(form).filter((r) => r.at === row.name)
    // without any class nothing asks for what only a class needs
    assert.deepEqual(codes(blank), [`${row.duty} ${row.name}`])
    assert.ok(submissionReasons(registrationFacts('first', 'filling', { form }), today).length > 0)
  })

test('no field of the form is without a test of its own', () => {
  assert.deepEqual(
    registrationFields.map((f) => f.name).toSorted(),
    fields.map((f) => f.name).toSorted(),
  )
})

test('what only one class needs is not asked of the others', () => {
  assert.deepEqual(blankFields(userForm), [])
  const seller = { ...without('laboratories'), classes: ['seller' as const] }
  assert.deepEqual(blankFields({ ...seller, productionAddress: undefined }), [])
})

test('S2-076 a unit that never had a number on the old site states so', () => {
  const form = { ...without('approvalSiteNo'), notApplicable: ['approvalSiteNo' as const] }
  assert.deepEqual(
    codes(blankFields(form)).filter((c) => c.startsWith('S2-076')),
    [],
  )
  // a name cannot be stated away
  const named = { ...without('nameZh'), notApplicable: ['nameEn' as const] }
  assert.ok(codes(blankFields(named)).includes('S2-073 nameZh'))
})

const numbers: readonly { duty: string; name: keyof RegistrationForm; wrong: string }[] = [
  { duty: 'S2-084', name: 'mobile', wrong: '1390000' },
  { duty: 'S2-086', name: 'landline', wrong: '55500101' },
  { duty: 'S2-087', name: 'postcode', wrong: '1001' },
  { duty: 'S2-088', name: 'fax', wrong: '0105' },
]
for (const row of numbers)
  test(`${row.duty} a number that cannot be used is named, with how to write it`, () => {
    const found = wrongNumbers({ [row.name]: row.wrong })
    assert.deepEqual(codes(found), [`${row.duty} ${row.name}`])
    assert.deepEqual(wrongNumbers(userForm), [])
    assert.deepEqual(wrongNumbers({ [row.name]: '' }), [])
  })

test('S2-085 a mailbox that is none is named', () => {
  for (const email of ['office', 'a@b', 'a@example.cn;b@example.cn'])
    assert.deepEqual(codes(wrongMailbox({ email })), ['S2-085 email'])
  assert.deepEqual(wrongMailbox({ email: 'office@example.cn' }), [])
})

test('S2-111 the words of a seller are really in the scope and speak of biological products', () => {
  assert.deepEqual(scopeCovers(companyForm), [])
  // punctuation and blanks do not matter
  assert.deepEqual(scopeCovers({ ...companyForm, scopeWords: '生物制品,体外诊断试剂' }), [])
  for (const scopeWords of ['疫苗', '技术开发'])
    assert.deepEqual(codes(scopeCovers({ ...companyForm, scopeWords })), ['S2-111 scopeWords'])
  assert.deepEqual(scopeCovers({ ...companyForm, classes: ['producer'], scopeWords: '疫苗' }), [])
})

test('S2-119 a laboratory is named whole, and none twice', () => {
  const [whole] = userForm.laboratories!
  const half = { ...whole!, level: undefined, filingNo: '' }
  const [found] = laboratoriesWhole({ laboratories: [whole!, half] })
  assert.equal(found?.at, 'laboratories.1')
  assert.match(found?.message ?? '', /防护等级、备案或认可编号/)
  assert.deepEqual(codes(laboratoriesDistinct({ laboratories: [whole!, whole!] })), [
    'S2-119 laboratories.1',
  ])
})

test('S2-119 a laboratory of level 3 brings the question of its accreditation to the officer', () => {
  const laboratories = [{ ...userForm.laboratories![0]!, level: 'BSL-3' as const }]
  const facts = registrationFacts('first', 'awaiting', { form: { ...userForm, laboratories } })
  assert.deepEqual(codes(warnings(facts)), ['S2-119 laboratories.0'])
  assert.deepEqual(submissionReasons(facts, today), [])
})

test('an empty form is told everything at once', () => {
  const facts = registrationFacts('first', 'filling', { form: {}, documents: [] })
  const found = submissionReasons(facts, today)
  assert.ok(found.length >= 18)
  assert.ok(found.every((r) => /请/.test(r.message) && r.at))
})

test('a name or address that no font of the papers draws is refused, a text that is not printed is not', () => {
  const coverage = { has: (code: number) => code !== 0xe000 }
  for (const about of ['first', 'contact'] as const) {
    const form = { ...companyForm, contact: '赵\ue000', intro: '简介\ue000' }
    const reasons = submissionReasons(
      { ...registrationFacts(about, 'filling', { form }), coverage },
      today,
    )
    const found = reasons.filter((r) => r.code === 'no-glyph')
    assert.deepEqual(
      found.map((r) => r.at),
      ['contact'],
    )
    assert.match(found[0]!.message, /“联系人”中的“\ue000”（U\+E000，自造字）/)
  }
})

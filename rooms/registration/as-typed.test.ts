import assert from 'node:assert/strict'
import { test } from 'node:test'
import { registrationFacts, sampleUnit, userForm } from '#checks/samples/registration-facts.ts'
import { valueAndNone } from './field-rules.ts'
import type { RegistrationForm } from './forms.ts'
import { inNormalForm, trimmed } from './normal-form.ts'
import { submissionReasons } from './rules.ts'
import { decideSave } from './save.ts'

const today = '2026-11-23'
const [laboratory] = userForm.laboratories!

test('a pause after a blank loses nothing: the draft is kept as typed and does not clash with itself', () => {
  const facts = registrationFacts('first', 'filling', { form: {} })
  const type = (form: RegistrationForm, seen: unknown, value: unknown) =>
    decideSave(
      { ...facts, form },
      { id: facts.subject.id, changes: [{ name: 'nameEn', seen, value }] },
      today,
    )
  const paused = type({}, null, 'Beijing ')
  assert.equal(paused.ok && paused.next.form.nameEn, 'Beijing ')
  const on = type(paused.ok ? paused.next.form : {}, 'Beijing ', 'Beijing Unit')
  assert.deepEqual(on.ok && [on.next.form.nameEn, on.next.clashes], ['Beijing Unit', []])
})

test('what is handed over has nothing around its texts, laboratories included', () => {
  const typed: RegistrationForm = {
    ...userForm,
    head: ' 沈括\n',
    email: 'office@example.cn ',
    landline: ' 010 55500101 ',
    productionAddress: '  ',
    laboratories: [
      { ...laboratory!, name: `${laboratory!.name} `, filingNo: ` ${laboratory!.filingNo}` },
      { ...laboratory!, name: '血清室', address: ' 医学楼 B204' },
    ],
  }
  assert.deepEqual(inNormalForm(typed), {
    ...userForm,
    laboratories: [laboratory, { ...laboratory, name: '血清室', address: '医学楼 B204' }],
  })
  assert.deepEqual(trimmed({ ...userForm, mobile: ' 139' }).mobile, '139')
  assert.equal('laboratories' in trimmed({}), false)
})

const reasons = (about: 'first' | 'change' | 'contact', form: RegistrationForm, more = {}) =>
  submissionReasons(registrationFacts(about, 'filling', { form, ...more }), today).map(
    (r) => `${r.duty} ${r.code} ${r.at}`,
  )

test('S2-085 blanks around a mailbox are no fault of it', () => {
  assert.deepEqual(reasons('first', { ...userForm, email: ' office@example.cn ' }), [])
})

test('S2-078 a field of blanks is blank', () => {
  assert.deepEqual(reasons('first', { ...userForm, head: ' 　' }), ['S2-078 blank head'])
})

test('S2-145 the present contact person is known by his name, whatever blanks stand around it', () => {
  const form = { ...userForm, contact: `${userForm.contact} `, mobile: '13900000002' }
  assert.deepEqual(reasons('contact', form), ['S2-145 same-person contact'])
})

test('S2-136 a blank more is no change', () => {
  const items = [{ field: 'head', before: userForm.head!, after: '苏颂' }]
  const unit = sampleUnit(userForm)
  assert.deepEqual(reasons('change', { ...userForm, head: `${userForm.head} ` }, { items, unit }), [
    'S2-136 not-changed head',
  ])
})

const mayBeNone = [
  { duty: 'S2-075', name: 'nameEn', value: 'Beijing Unit' },
  { duty: 'S2-076', name: 'approvalSiteNo', value: '110001' },
  { duty: 'S2-086', name: 'landline', value: '010-55500101' },
  { duty: 'S2-088', name: 'fax', value: '010-55500102' },
] as const
for (const { duty, name, value } of mayBeNone)
  test(`${duty} a value and 无此内容 at once is a fault, which says how to mend it`, () => {
    const both: RegistrationForm = { ...userForm, [name]: value, notApplicable: [name] }
    assert.deepEqual(
      valueAndNone(both).map((r) => `${r.duty} ${r.at}`),
      [`${duty} ${name}`],
    )
    assert.ok(reasons('first', both).includes(`${duty} value-and-none ${name}`))
    assert.match(valueAndNone(both)[0]!.message, /请取消勾选“无此内容”，或清空/)
    assert.deepEqual(valueAndNone({ ...both, [name]: '  ' }), [])
    assert.deepEqual(valueAndNone({ ...both, notApplicable: [] }), [])
  })

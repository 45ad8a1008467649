import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  allDocuments,
  counted,
  registrationFacts,
  sampleUnit,
  userForm,
} from '#checks/samples/registration-facts.ts'
import { decideChange } from './ask-change.ts'
import { withAfter } from './approve-change.ts'
import { effectiveForm, touchedPlaces } from './effective-form.ts'
import type { ChangeItem, RegistrationFacts } from './facts.ts'
import { fieldOf, isNone } from './fields.ts'
import type { RegistrationForm } from './forms.ts'
import { noPerson, oneAtATime, registeredAlready } from './new-registration.ts'
import { submissionReasons, warnings } from './rules.ts'
import { decideSave } from './save.ts'

const today = '2026-11-23'
const why = '办公楼搬迁，仓储地址改变'
const unit = sampleUnit(userForm)
const ask = (...items: { field: string; after: string }[]) =>
  decideChange({ unit }, { unitId: unit.id, reason: why, items })
const refused = (decision: ReturnType<typeof ask>) =>
  decision.ok ? [] : decision.reasons.map((r) => `${r.duty} ${r.code} ${r.at}`)

const moved: ChangeItem = {
  field: 'storageAddress',
  before: userForm.storageAddress!,
  after: '北京市海淀区知新路 2 号',
}
/** A change of the storage address, approved, with what is in force beside it. */
const change = (over: Partial<RegistrationFacts> = {}) =>
  registrationFacts('change', 'filling', {
    items: [moved],
    documents: allDocuments(userForm).map((d) => ({ ...d, inForce: true })),
    ...over,
  })

test('S2-134 each item carries what is in force before it, put there by the house', () => {
  const decision = ask({ field: 'storageAddress', after: moved.after })
  assert.deepEqual(decision, { ok: true, next: { reason: why, items: [moved] } })
  const choice = ask({ field: 'approvalScope', after: '血液及其制品、微生物' })
  assert.match(choice.ok ? choice.next.items[0]!.before : '', /、/)
})

test('S2-134 an item that changes nothing, stands twice or is none is refused, all at once', () => {
  const reasons = refused(
    ask(
      { field: 'storageAddress', after: userForm.storageAddress! },
      { field: 'intro', after: '新的简介' },
      { field: 'intro', after: '更新的简介' },
      { field: 'colour', after: '红' },
      { field: 'slot.nothing', after: '新' },
    ),
  )
  assert.deepEqual(reasons, [
    'S2-134 nothing-changed items.0',
    'S2-134 listed-twice items.2',
    'S2-134 no-such-place items.3',
    'S2-134 no-such-place items.4',
  ])
})

test('S2-131 the contact person and his phone have ways of their own, which are named', () => {
  const reasons = refused(
    ask({ field: 'contact', after: '苏苒' }, { field: 'mobile', after: '13900000002' }),
  )
  assert.deepEqual(reasons, [
    'S2-139 contact-elsewhere items.0',
    'S2-145 contact-elsewhere items.1',
  ])
})

test('S2-144 a renewed certificate is a change too', () => {
  const documents = {
    'laboratory-filing': {
      registrationId: unit.id,
      fileId: unit.id,
      version: 1,
      validTo: '2026-12-01',
    },
  }
  const decision = decideChange(
    { unit: { ...unit, documents } },
    { unitId: unit.id, reason: why, items: [{ field: 'slot.laboratory-filing', after: '已换证' }] },
  )
  assert.equal(decision.ok && decision.next.items[0]?.before, '有效期至 2026-12-01')
})

test('S2-131 only a registered unit has something to change, and one thing at a time', () => {
  assert.deepEqual(registeredAlready({ unit }), [])
  assert.equal(registeredAlready({ unit: sampleUnit() })[0]?.code, 'not-registered')
  const open = { id: 'r-1', number: 'BG2026-000001', about: 'change', status: 'awaiting' } as const
  const [found] = oneAtATime({ open })
  assert.deepEqual([found?.code, found?.at], ['one-open', 'registration.r-1'])
  assert.match(found?.message ?? '', /登记变更 BG2026-000001.*待交验原件/)
})

test('S2-125 a natural person registers nothing', () => {
  assert.equal(noPerson({ unit: { ...unit, kind: 'person' } })[0]?.duty, 'S2-125')
  assert.deepEqual(noPerson({ unit }), [])
})

test('S2-135 what was approved is put in, where it is what the field takes', () => {
  const items = [
    moved,
    { field: 'nature', before: '事业单位', after: '企业' },
    { field: 'approvalScope', before: '', after: '微生物' },
    { field: 'legalRep', before: '', after: '字'.repeat(60) },
    { field: 'slot.other', before: '', after: '新证书' },
  ]
  const form = withAfter(userForm, items)
  assert.deepEqual(form, { ...userForm, storageAddress: moved.after, nature: 'enterprise' })
})

test('S2-134 what was 无此内容 and is changed to a value is none no longer, also for the officer', () => {
  const items = [
    { field: 'fax', before: '', after: '010-55500102' },
    // too long to be put in: still none until the unit fills it
    { field: 'approvalSiteNo', before: '', after: '9'.repeat(60) },
  ]
  const form = withAfter(userForm, items)
  assert.deepEqual([form.fax, form.notApplicable], ['010-55500102', ['approvalSiteNo']])
  const shown = effectiveForm(
    { about: 'change', form, touched: touchedPlaces('change', items, {}) },
    userForm,
  )
  assert.deepEqual([shown.fax, shown.notApplicable], ['010-55500102', ['approvalSiteNo']])
  assert.equal(isNone(fieldOf('fax')!, shown), false)
  // a change approved before is read right as well
  assert.equal(isNone(fieldOf('fax')!, { ...userForm, fax: '010-55500102' }), false)
  assert.equal(isNone(fieldOf('fax')!, userForm), true)
})

const typed = (name: keyof RegistrationForm, seen: unknown, value: unknown) => ({
  id: unit.id,
  changes: [{ name, seen, value }],
})

test('S2-136 a field that was not approved is locked, and so are dates of a document not open', () => {
  const save = (said: ReturnType<typeof typed>) => {
    const decision = decideSave(change(), said, today)
    return decision.ok ? decision.next.places : decision.reasons.map((r) => `${r.duty} ${r.at}`)
  }
  assert.deepEqual(save(typed('storageAddress', moved.before, '新地址')), ['storageAddress'])
  assert.deepEqual(save(typed('legalRep', userForm.legalRep, '苏轼')), ['S2-136 legalRep'])
  const words = (name: keyof RegistrationForm) => {
    const decision = decideSave(change(), typed(name, userForm[name], '另一个'), today)
    return decision.ok ? '' : decision.reasons[0]!.message
  }
  assert.match(words('legalRep'), /把这一项列入变更事项/)
  // it could not be listed there (C-22)
  assert.match(words('mobile'), /请从“修改联系方式”办理/)
  const dates = (slot: string) => typed('documentDates', null, { [slot]: { to: '2030-01-01' } })
  assert.deepEqual(save(dates('other')), ['slot.other'])
  assert.deepEqual(save(dates('laboratory-filing')), ['S2-136 slot.laboratory-filing'])
  const none = typed('notApplicable', userForm.notApplicable, ['approvalSiteNo'])
  assert.deepEqual(save(none), ['S2-136 fax'])
})

test('a change carries only what it touches: a phone corrected meanwhile stays corrected', () => {
  const stored = { ...userForm, storageAddress: moved.after, mobile: '13900000001' }
  const inForce = { ...userForm, mobile: '13900000009', notApplicable: ['fax' as const] }
  const touched = touchedPlaces('change', [moved], {})
  const form = effectiveForm({ about: 'change', form: stored, touched }, inForce)
  assert.deepEqual(
    [form.storageAddress, form.mobile, form.notApplicable],
    [moved.after, '13900000009', ['fax']],
  )
  // a field that was emptied is empty, not what is in force
  const emptied = { ...stored, storageAddress: undefined }
  const gone = effectiveForm({ about: 'change', form: emptied, touched }, inForce)
  assert.equal(gone.storageAddress, undefined)
})

test('dates of documents go with the document, one by one', () => {
  const inForce = {
    ...userForm,
    documentDates: { a: { to: '2027-01-01' }, b: { to: '2027-02-01' } },
  }
  const stored = { ...userForm, documentDates: { a: { to: '2028-01-01' } } }
  const at = (marks: string[]) =>
    effectiveForm(
      { about: 'change', form: stored, touched: new Set(marks.map((m) => `slot.${m}`)) },
      inForce,
    ).documentDates
  assert.deepEqual(at([]), inForce.documentDates)
  assert.deepEqual(at(['a']), { a: { to: '2028-01-01' }, b: { to: '2027-02-01' } })
  assert.deepEqual(at(['a', 'b']), { a: { to: '2028-01-01' } })
})

test('S2-136 a change that was approved and not made is refused', () => {
  const untouched = submissionReasons(change(), today)
  assert.deepEqual(
    untouched.map((r) => `${r.code} ${r.at}`),
    ['not-changed storageAddress'],
  )
  const made = change({ form: { ...userForm, storageAddress: moved.after } })
  assert.deepEqual(submissionReasons(made, today), [])
  const renewed = [{ field: 'slot.laboratory-filing', before: '', after: '换证' }]
  assert.equal(submissionReasons(change({ items: renewed }), today).length, 1)
  const brought = [...change().documents.slice(1), counted('laboratory-filing')].filter(
    (d) => d.slot !== 'laboratory-filing' || !d.inForce,
  )
  const found = submissionReasons(
    change({ items: renewed, documents: [...brought, change().documents[0]!] }),
    today,
  )
  assert.deepEqual(found, [])
})

test('S2-134 what was filled in otherwise than approved is shown to the officer', () => {
  const form = { ...userForm, storageAddress: '别处' }
  assert.deepEqual(
    warnings(change({ form })).map((r) => `${r.code} ${r.at}`),
    ['other-than-approved storageAddress'],
  )
  assert.deepEqual(warnings(change({ form: { ...form, storageAddress: moved.after } })), [])
})

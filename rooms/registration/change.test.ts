import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  allDocuments,
  contactDocuments,
  counted,
  registrationFacts,
  sampleUnit,
  userForm,
} from '#checks/samples/registration-facts.ts'
import { decideChange } from './ask-change.ts'
import { withAfter } from './approve-change.ts'
import { effectiveForm, touchedPlaces } from './effective-form.ts'
import type { ChangeItem, RegistrationFacts } from './facts.ts'
import type { RegistrationForm } from './forms.ts'
import { noPerson, oneAtATime, registeredAlready } from './new-registration.ts'
import { isOpen, openPlaces } from './open-places.ts'
import { remarkReasons } from './return.ts'
import { submissionReasons, warnings } from './rules.ts'
import { decideSave } from './save.ts'
import { decideContact } from './set-contact.ts'

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

test('S2-136 only what was approved is open, with the documents on which it stands', () => {
  const { all, places } = openPlaces(change(), today)
  assert.equal(all, false)
  assert.deepEqual(places.toSorted(), [
    'slot.device-licence',
    'slot.drug-licence',
    'slot.other',
    'slot.production-plan',
    'slot.storage-plan',
    'storageAddress',
  ])
})

test('S2-136 a certificate that runs out within the days of the warning is open as well', () => {
  const form: RegistrationForm = {
    ...userForm,
    documentDates: {
      'laboratory-filing': { to: '2026-12-23' },
      'laboratory-plan': { to: '2026-12-24' },
    },
  }
  const { places } = openPlaces(change({ form }), today)
  assert.ok(places.includes('slot.laboratory-filing'))
  assert.ok(!places.includes('slot.laboratory-plan'))
})

test('S2-136 what no submission could do without is open: blanks and missing documents', () => {
  const form = { ...userForm, head: '' }
  const documents = allDocuments(userForm).filter((d) => d.slot !== 'preparation')
  const { places } = openPlaces(change({ form, documents }), today)
  assert.ok(places.includes('head') && places.includes('slot.preparation'))
  const classes = change({ items: [{ field: 'classes', before: '', after: '生产企业' }] })
  const opened = openPlaces(
    { ...classes, form: { ...userForm, classes: ['user', 'producer'] } },
    today,
  ).places
  assert.ok(opened.includes('productionAddress') && opened.includes('slot.production-plan'))
})

test('what a return names is open until the next submission', () => {
  const remarks = [{ at: 'legalRep', what: '与证照不一致' }]
  const { places } = openPlaces(
    change({ subject: { ...change().subject, status: 'returned' }, remarks }),
    today,
  )
  assert.ok(places.includes('legalRep') && places.includes('slot.business-licence'))
  assert.deepEqual(remarkReasons({ about: 'change' }, [...remarks, { at: 'form', what: '…' }]), [])
  assert.equal(remarkReasons({ about: 'contact' }, [{ at: 'slot.other', what: '…' }]).length, 1)
})

test('a first registration is open as a whole, and nothing is once it was submitted', () => {
  assert.deepEqual(openPlaces(registrationFacts('first', 'returned'), today), {
    all: true,
    places: [],
  })
  for (const status of ['asked', 'awaiting', 'checked', 'passed', 'withdrawn'] as const)
    assert.deepEqual(openPlaces(registrationFacts('first', status), today).all, false)
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

const newContact = { ...userForm, contact: '苏苒', mobile: '13900000008', email: 'su@example.cn' }

const contactRows: readonly { duty: string; slot: string }[] = [
  { duty: 'S2-140', slot: 'contact-form' },
  { duty: 'S2-141', slot: 'contact-letter' },
  { duty: 'S2-142', slot: 'contact-id' },
]
for (const row of contactRows)
  test(`${row.duty} another contact person: ${row.slot} is missed`, () => {
    const documents = contactDocuments().filter((d) => d.slot !== row.slot)
    const facts = registrationFacts('contact', 'filling', { form: newContact, documents })
    assert.deepEqual(
      submissionReasons(facts, today).map((r) => `${r.duty} ${r.at}`),
      [`${row.duty} slot.${row.slot}`],
    )
  })

test('S2-139 another contact person is named with phone and mailbox; nothing else is asked', () => {
  const form = { ...userForm, contact: '', mobile: '1', email: undefined, intro: undefined }
  const facts = registrationFacts('contact', 'filling', { form })
  assert.deepEqual(
    submissionReasons(facts, today).map((r) => `${r.duty} ${r.at}`),
    ['S2-083 contact', 'S2-085 email', 'S2-084 mobile'],
  )
  const open = openPlaces(facts, today)
  assert.ok(isOpen(open, 'contact') && isOpen(open, 'slot.contact-id') && !isOpen(open, 'head'))
})

test('S2-145 the same person needs no forms: he is told of the shorter way', () => {
  const facts = registrationFacts('contact', 'filling', { form: userForm })
  assert.deepEqual(
    submissionReasons(facts, today).map((r) => `${r.duty} ${r.code}`),
    ['S2-145 same-person'],
  )
})

test('S2-145 the unit changes phone and mailbox itself, kept in their normal form', () => {
  const said = { id: unit.id, version: 1, mobile: '+86 139-0000-0008', email: 'new@example.cn' }
  const decision = decideContact({ unit }, said)
  assert.deepEqual(decision, {
    ok: true,
    next: {
      mobile: '13900000008',
      email: 'new@example.cn',
      landline: '010-55500101',
      notApplicable: ['approvalSiteNo', 'fax'],
    },
  })
  const wrong = decideContact({ unit }, { ...said, mobile: '', email: 'x', landline: '555' })
  assert.deepEqual(wrong.ok ? [] : wrong.reasons.map((r) => r.duty), ['S2-084', 'S2-086', 'S2-085'])
  const none = decideContact({ unit }, { ...said, landline: '' })
  assert.ok(none.ok && none.next.notApplicable?.includes('landline'))
  assert.equal(none.next.landline, undefined)
})

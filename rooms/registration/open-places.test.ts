import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  allDocuments,
  counted,
  registrationFacts,
  sampleUnit,
  userForm,
} from '#checks/samples/registration-facts.ts'
import type { ChangeItem, RegistrationFacts } from './facts.ts'
import { contactFields, registrationFields } from './fields.ts'
import type { RegistrationForm } from './forms.ts'
import { isOpen, openPlaces } from './open-places.ts'
import { remarkReasons } from './return.ts'
import { decideSave } from './save.ts'

const today = '2026-11-23'
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
  const inForce: RegistrationForm = {
    ...userForm,
    documentDates: {
      'laboratory-filing': { to: '2026-12-23' },
      'laboratory-plan': { to: '2026-12-24' },
    },
  }
  const renewing = { unit: sampleUnit(inForce), form: inForce }
  const open = (over: Partial<RegistrationFacts>) => openPlaces(change(over), today)
  assert.ok(isOpen(open(renewing), 'slot.laboratory-filing'))
  assert.ok(!isOpen(open(renewing), 'slot.laboratory-plan'))
  // the new day is typed before the new scan is there
  const typed = { ...inForce, documentDates: { 'laboratory-filing': { to: '2031-11-30' } } }
  assert.ok(isOpen(open({ ...renewing, form: typed }), 'slot.laboratory-filing'))
})

const mark = { by: 'a', name: '林知远', at: '2026-11-23T02:00:00.000Z' }

test('S2-136 a blank field stays open while it is filled, key by key', () => {
  const inForce = { ...userForm, head: undefined }
  const facts = change({ unit: sampleUnit(inForce), form: inForce })
  assert.ok(isOpen(openPlaces(facts, today), 'head'))
  const key = (form: RegistrationForm, seen: string | null, value: string) => {
    const changes = [{ name: 'head' as const, seen, value }]
    return decideSave({ ...facts, form }, { id: facts.subject.id, changes }, today)
  }
  const first = key(inForce, null, '沈')
  assert.ok(first.ok)
  const second = key(first.next.form, '沈', '沈括')
  assert.deepEqual(second.ok && [second.next.form.head, second.next.places], ['沈括', ['head']])
  // filled in force meanwhile: what was typed here can still be corrected
  const marked = change({ marks: { head: mark, 'slot.preparation': mark } })
  assert.ok(isOpen(openPlaces(marked, today), 'head'))
  assert.ok(isOpen(openPlaces(marked, today), 'slot.preparation'))
})

test('S2-137 the missing document of a class that was added stays open once it was brought', () => {
  const added = change({
    items: [{ field: 'classes', before: '', after: '销售单位' }],
    form: { ...userForm, classes: ['user', 'seller'] },
  })
  const withDocument = (inForce: boolean) => ({
    ...added,
    documents: [...added.documents, counted('trade-filing', { inForce })],
  })
  const before = openPlaces(added, today)
  assert.ok(isOpen(before, 'scopeWords') && isOpen(before, 'slot.trade-filing'))
  assert.ok(isOpen(openPlaces(withDocument(false), today), 'slot.trade-filing'))
  // a document in force alone opens nothing
  assert.ok(!isOpen(openPlaces(withDocument(true), today), 'slot.trade-filing'))
})

test('S2-136 the dates of a missing certificate are typed once it was brought', () => {
  const slot = 'quality-certification'
  const documents = change().documents.map((d) => (d.slot === slot ? counted(slot) : d))
  const facts = change({ documents })
  const said = {
    name: 'documentDates' as const,
    seen: null,
    value: { [slot]: { to: '2031-01-01' } },
  }
  const dated = decideSave(facts, { id: facts.subject.id, changes: [said] }, today)
  assert.deepEqual(dated.ok && dated.next.places, [`slot.${slot}`])
})

test('S2-136 a missing document and what is filled and none at once are open: no submission without', () => {
  const documents = change().documents.filter((d) => d.slot !== 'preparation')
  assert.ok(isOpen(openPlaces(change({ documents }), today), 'slot.preparation'))
  const inForce = { ...userForm, fax: '010-55500102' }
  const open = openPlaces(change({ unit: sampleUnit(inForce), form: inForce }), today)
  assert.ok(isOpen(open, 'fax') && !isOpen(open, 'approvalSiteNo'))
})

const returned = (at: string) =>
  change({
    subject: { ...change().subject, status: 'returned' },
    remarks: [{ at, what: '与证照不一致' }],
  })

test('what a return names is open until the next submission', () => {
  const open = openPlaces(returned('legalRep'), today)
  assert.ok(isOpen(open, 'legalRep') && isOpen(open, 'slot.business-licence'))
  assert.ok(!isOpen(open, 'head'))
})

test('S2-136 returned as a whole, every field of a change is open, and the papers it stands on', () => {
  const { places } = openPlaces(returned('form'), today)
  const fields = registrationFields.map((f) => f.name)
  assert.deepEqual(
    fields.filter((name) => !places.includes(name)),
    contactFields,
  )
  assert.ok(places.includes('slot.laboratory-filing'))
})

test('S2-139 in a change nothing opens the contact person, who brings three sealed papers', () => {
  for (const name of contactFields) {
    assert.ok(!isOpen(openPlaces(returned(name), today), name), name)
    assert.ok(!isOpen(openPlaces(change({ marks: { [name]: mark } }), today), name), name)
  }
})

const refusals = (about: RegistrationFacts['about'], ...places: string[]) =>
  remarkReasons(
    { about },
    places.map((at) => ({ at, what: '与证照不一致' })),
  ).map((r) => `${r.duty} ${r.code} ${r.at}`)

test('S2-139 S2-131 a return names what this registration can mend, and says where the rest is mended', () => {
  assert.deepEqual(refusals('change', 'legalRep', 'landline', 'form', 'slot.other'), [])
  assert.deepEqual(refusals('change', 'contact', 'mobile', 'email'), [
    'S2-139 contact-elsewhere contact',
    'S2-145 contact-elsewhere mobile',
    'S2-145 contact-elsewhere email',
  ])
  assert.deepEqual(refusals('contact', 'contact', 'mobile', 'form', 'slot.contact-id'), [])
  assert.deepEqual(refusals('contact', 'head', 'landline', 'slot.other', 'colour'), [
    'null no-such-place slot.other',
    'null no-such-place colour',
    'S2-131 contact-alone head',
    'S2-131 contact-alone landline',
  ])
  assert.deepEqual(refusals('first', 'contact', 'head', 'form', 'slot.other'), [])
  const [said] = remarkReasons({ about: 'change' }, [{ at: 'contact', what: '换人' }])
  assert.match(said!.message, /请删去这一项，另行告知单位：.*“更换联系人”/)
})

test('a first registration is open as a whole, and nothing is once it was submitted', () => {
  assert.deepEqual(openPlaces(registrationFacts('first', 'returned'), today), {
    all: true,
    places: [],
  })
  for (const status of ['asked', 'awaiting', 'checked', 'passed', 'withdrawn'] as const)
    assert.deepEqual(openPlaces(registrationFacts('first', status), today).all, false)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allDocuments, registrationFacts, userForm } from '#checks/samples/registration-facts.ts'
import type { ChangeItem, RegistrationFacts } from './facts.ts'
import type { RegistrationForm } from './forms.ts'
import { openPlaces } from './open-places.ts'
import { remarkReasons } from './return.ts'

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

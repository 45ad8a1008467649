import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  contactDocuments,
  registrationFacts,
  userForm,
} from '#checks/samples/registration-facts.ts'
import { isOpen, openPlaces } from './open-places.ts'
import { submissionReasons } from './rules.ts'
import { contactShown, saidBy, withContact } from './contact-said.ts'
import { decideContact } from './set-contact.ts'

const today = '2026-11-23'
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
  const said = { mobile: '+86 139-0000-0008', email: 'new@example.cn' }
  const decision = decideContact(said)
  assert.ok(decision.ok)
  assert.deepEqual(withContact(userForm, decision.next), {
    ...userForm,
    mobile: '13900000008',
    email: 'new@example.cn',
  })
  const wrong = decideContact({ mobile: '', email: 'x', landline: '555' })
  assert.deepEqual(wrong.ok ? [] : wrong.reasons.map((r) => r.duty), ['S2-084', 'S2-086', 'S2-085'])
})

test('S2-086 of a contact said anew only the landline comes and goes, and only when it was said', () => {
  const said = { mobile: '13900000008', email: 'new@example.cn' }
  const none = withContact(userForm, { ...said, landline: ' ' })
  assert.deepEqual(
    [none.landline, none.notApplicable, none.nameEn],
    [undefined, ['approvalSiteNo', 'fax', 'landline'], userForm.nameEn],
  )
  const again = withContact(none, { ...said, landline: '010-55500102' })
  assert.deepEqual(
    [again.landline, again.notApplicable],
    ['010-55500102', ['approvalSiteNo', 'fax']],
  )
  // a form that has answered nothing yet still has
  assert.deepEqual(withContact({}, said), said)
  // the dialog says nothing of a landline that he left as it stood
  const shown = contactShown({ ...said, mobile: '13900000001' }, said)
  assert.deepEqual(saidBy(shown, { ...shown, mobile: said.mobile }), said)
  assert.equal(saidBy({ ...shown, landline: '010-55500101' }, shown).landline, '')
})

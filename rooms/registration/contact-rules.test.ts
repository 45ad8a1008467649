import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  contactDocuments,
  registrationFacts,
  sampleUnit,
  userForm,
} from '#checks/samples/registration-facts.ts'
import { isOpen, openPlaces } from './open-places.ts'
import { submissionReasons } from './rules.ts'
import { decideContact } from './set-contact.ts'

const today = '2026-11-23'
const unit = sampleUnit(userForm)
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

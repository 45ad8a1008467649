import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoUscc } from '#frame/catalogue/codes/demo.ts'
import type { EnrolmentFacts, TypedDocument } from './facts.ts'
import type { EnrolmentForm, EnrolmentKind } from './forms.ts'
import { decideSave, type SealedDocument } from './save.ts'

const id = '019aaaaa-0000-7000-8000-000000000001'
const sealed: SealedDocument = {
  kind: 'id-card',
  masked: '1***2',
  sealed: 'xyz',
  sound: true,
  identity: 'hash',
}
const { identity: _identity, ...document } = sealed

const facts = (
  kind: EnrolmentKind,
  form: EnrolmentForm,
  kept: TypedDocument | null = null,
): EnrolmentFacts =>
  ({ kind, form, document: kept, identity: kept ? 'hash' : null }) as EnrolmentFacts

function saved(of: EnrolmentFacts, changes: object[], document?: SealedDocument | null) {
  const decision = decideSave(of, {
    id,
    changes: changes as never,
    ...(document === undefined ? {} : { document }),
  })
  assert.ok(decision.ok)
  return decision.next
}

test('S2-064 half a value is kept as typed, and an emptied one goes', () => {
  const typed = saved(facts('organisation', {}), [
    { name: 'uscc', seen: null, value: '9111 00' },
    { name: 'mailbox', seen: null, value: 'someb' },
  ])
  assert.deepEqual(typed.form, { uscc: '9111 00', mailbox: 'someb' })
  assert.equal(typed.identity, null)
  const emptied = saved(facts('organisation', { contact: '赵' }), [
    { name: 'contact', seen: '赵', value: null },
  ])
  assert.deepEqual(emptied.form, {})
})

test('S2-023 a unit is known by its code in its normal form, however it was typed', () => {
  const code = demoUscc(5)
  const typed = `${code.slice(0, 9).toLowerCase()} ${code.slice(9)}`
  const next = saved(facts('organisation', {}), [{ name: 'uscc', seen: null, value: typed }])
  assert.deepEqual([next.form.uscc, next.identity], [typed, code])
})

test('what was changed on another device meanwhile is not overwritten', () => {
  const next = saved(facts('organisation', { contact: '钱' }), [
    { name: 'contact', seen: '赵', value: '孙' },
    { name: 'mobile', seen: null, value: '139' },
  ])
  assert.deepEqual(next.form, { contact: '钱', mobile: '139' })
  assert.deepEqual(next.clashes, [{ name: 'contact', mine: '孙', theirs: '钱', by: null }])
})

test('S2-125 a document is replaced, kept or taken away; its number is never in the form', () => {
  const of = facts('person', { documentKind: 'id-card' }, document)
  assert.deepEqual(saved(of, []).document, document)
  assert.deepEqual(saved(of, [], { ...sealed, masked: '3***4' }).document?.masked, '3***4')
  assert.deepEqual(saved(of, [], null), {
    form: { documentKind: 'id-card' },
    document: null,
    identity: null,
    clashes: [],
  })
  // the number of an ID card is no passport's
  const changed = saved(of, [{ name: 'documentKind', seen: 'id-card', value: 'passport' }])
  assert.deepEqual([changed.document, changed.identity], [null, null])
})

test('a value that is no value of the form is refused at its field', () => {
  const decision = decideSave(facts('organisation', {}), {
    id,
    changes: [{ name: 'activities', seen: null, value: ['flying'] }],
  })
  assert.ok(!decision.ok)
  assert.match(decision.reasons[0]?.at ?? '', /^activities/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { absent, decided, distinct, reason, Refused, refusedFor } from './reason.ts'

const no = reason('S2-033', 'locked', '不能改动', 'consignor')

test('a decision with any reason is a no with all of them, and what would be saved is not computed', () => {
  const other = reason(null, 'other', '另一条')
  const decision = decided([no, other], () => assert.fail('computed'))
  assert.deepEqual(decision, { ok: false, reasons: [no, other] })
  assert.deepEqual(
    decided([], () => 7),
    { ok: true, next: 7 },
  )
})

test('a refusal without a reason is a fault of ours', () => {
  assert.throws(() => refusedFor([]))
})

test('a reason given beforehand and again when deciding is told once; another place is another reason', () => {
  const elsewhere = { ...no, at: 'consignee' }
  assert.deepEqual(distinct([no, elsewhere, { ...no }]), [no, elsewhere])
})

test('each kind of no has its HTTP status', () => {
  const statuses = {
    invalid: 400,
    unauthenticated: 401,
    forbidden: 403,
    absent: 404,
    stale: 409,
    conflict: 409,
    refused: 422,
    'too-many': 429,
    unavailable: 503,
  } as const
  for (const [kind, status] of Object.entries(statuses))
    assert.equal(new Refused(kind as keyof typeof statuses, [no]).status, status)
  assert.equal(absent().status, 404)
})

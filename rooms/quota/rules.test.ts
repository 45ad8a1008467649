import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reason } from '#frame/kernel/reason.ts'
import type { PermitFacts } from './facts.ts'
import { onceOnly, permitHolds, withinBalance } from './rules.ts'
import { permitTerms } from './terms.ts'

const permit: PermitFacts = {
  subject: { kind: 'permit', id: 'p', unitId: 'u', branchId: 'b', status: 'valid', version: 1 },
  number: '京关特审〔2026〕1号',
  grade: 'B',
  issuedDay: '2026-11-30',
  validThrough: '2027-05-30',
  inBatches: true,
  writeOffs: 0,
  lines: [
    {
      n: 1,
      nameZh: '人血清',
      nameEn: 'Human serum',
      specification: '',
      packUnit: '管',
      approved: 10,
      reserved: 3,
      used: 4,
    },
  ],
}
const codes = (reasons: Reason[]) => reasons.map((r) => `${r.duty} ${r.code}`)

test('S2-009 a permit holds through its last day, that day included', () => {
  assert.deepEqual(permitHolds(permit, '2027-05-30'), [])
  assert.deepEqual(codes(permitHolds(permit, '2027-05-31')), ['S2-009 expired'])
})

test('a permit that is not in batches is written off once', () => {
  const once = { ...permit, inBatches: false }
  assert.deepEqual(onceOnly(once), [])
  assert.deepEqual(codes(onceOnly({ ...once, writeOffs: 1 })), ['S2-009 once-only'])
  assert.deepEqual(onceOnly({ ...permit, writeOffs: 5 }), [])
})

test('S2-041 what is asked stays within what is neither used nor reserved', () => {
  assert.deepEqual(withinBalance(permit, [{ n: 1, requested: 3 }]), [])
  assert.deepEqual(codes(withinBalance(permit, [{ n: 1, requested: 4 }])), ['S2-041 above-balance'])
})

test('a line asked for twice or that does not exist is named, all at once', () => {
  const asked = [
    { n: 1, requested: 1 },
    { n: 1, requested: 1 },
    { n: 2, requested: 1 },
  ]
  assert.deepEqual(codes(withinBalance(permit, asked)), ['null line-twice', 'null no-such-line'])
})

test('a permit holds for its months by the calendar, from the day of issue', () => {
  const until = (months: number) =>
    permitTerms({ grade: 'X', months, inBatches: true }, '2026-11-30').validThrough
  assert.deepEqual([3, 6, 12].map(until), ['2027-02-28', '2027-05-30', '2027-11-30'])
})

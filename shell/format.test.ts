import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf, showDay, showInstant, showScaled, showSize } from './format.ts'

test('an instant is shown in Beijing time wherever the reader sits', () => {
  assert.equal(showInstant('2026-09-17T16:05:00Z'), '2026-09-18 00:05')
  assert.equal(dayOf(new Date('2026-12-31T16:00:00Z')), '2027-01-01')
})

test('a legal day reads as Chinese officials write it, without leading zeros', () => {
  assert.equal(showDay('2026-09-08', 'zh'), '2026年9月8日')
  assert.equal(showDay('2026-09-08', 'en'), '8 Sep 2026')
})

test('a scaled quantity shows exactly its digits', () => {
  assert.equal(showScaled(500_000, 3), '500')
  assert.equal(showScaled(12_345, 3), '12.345')
  assert.equal(showScaled(5, 4), '0.0005')
  assert.equal(showScaled(-1_234_500, 2), '-12,345')
  assert.equal(showScaled(7, 0), '7')
})

test('file sizes are short', () => {
  assert.equal(showSize(900), '900 B')
  assert.equal(showSize(2 * 1024 * 1024), '2 MB')
})

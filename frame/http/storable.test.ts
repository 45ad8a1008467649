import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refused } from '#frame/kernel/reason.ts'
import { idemKeyOf, refuseUnstorable } from './storable.ts'

test('a NUL or half a character is refused with its place, wherever it stands', () => {
  assert.throws(
    () => refuseUnstorable({ id: 'x' }, { lines: [{ name: 'a\u0000b' }, { name: '\ud800' }] }),
    (error: Refused) => {
      assert.equal(error.status, 400)
      assert.deepEqual(
        error.reasons.map((r) => r.at),
        ['lines.0.name', 'lines.1.name'],
      )
      return true
    },
  )
  assert.throws(() => refuseUnstorable({ ['\u0000']: 1 }), Refused)
})

test('every other text passes: rare characters, right-to-left marks, line ends', () => {
  refuseUnstorable({ a: '𠮷🧪', b: '\u200F\u05D0', c: 'x\r\n\ty', d: null, e: 1 }, undefined, 'ß')
})

test('a key for repeating has 8 to 100 visible characters', () => {
  assert.equal(idemKeyOf(undefined), undefined)
  assert.equal(idemKeyOf('01234567'), '01234567')
  for (const bad of ['short', 'x'.repeat(101), 'with space', '中文中文中文中文'])
    assert.throws(() => idemKeyOf(bad), Refused, bad)
})

test('a control character, for which no font has a sign, and a mark that turns a paper around are refused', () => {
  for (const bad of ['bell\u0007', 'del\u007F', 'c1\u009B', '\u202Egnp', '\u2066x\u2069'])
    assert.throws(() => refuseUnstorable({ name: bad }), Refused, JSON.stringify(bad))
})

test('what is nested without end is refused, and does not run out of stack', () => {
  const nested = (levels: number): unknown =>
    JSON.parse(`{"value":${'['.repeat(levels)}${']'.repeat(levels)}}`)
  refuseUnstorable(nested(20))
  for (const levels of [40, 100_000])
    assert.throws(
      () => refuseUnstorable(nested(levels)),
      (error: Refused) => error.status === 400 && error.reasons[0]?.code === 'too-deep',
    )
})

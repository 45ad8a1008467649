import assert from 'node:assert/strict'
import { test } from 'node:test'
import { base32, codeOf, enrolmentUri, stepAt, stepOf } from './totp.ts'

const secret = Buffer.from('12345678901234567890')

test('codes are those of RFC 6238 appendix B, cut to six digits', () => {
  const vectors: [number, string][] = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ]
  for (const [seconds, code] of vectors)
    assert.equal(codeOf(secret, stepAt(new Date(seconds * 1000))), code)
})

test('a code counts in its own step and the two beside it, typed with or without a space', () => {
  const now = new Date(1_234_567_890_000)
  const step = stepAt(now)
  for (const n of [-1, 0, 1]) assert.equal(stepOf(secret, codeOf(secret, step + n), now), step + n)
  for (const n of [-2, 2]) assert.equal(stepOf(secret, codeOf(secret, step + n), now), null)
  const code = codeOf(secret, step)
  assert.equal(stepOf(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now), step)
  for (const wrong of ['', '12345', '1234567', 'abcdef', code.slice(1)])
    assert.equal(stepOf(secret, wrong, now), null)
})

test('base32 is that of RFC 4648 without padding', () => {
  for (const [text, coded] of [
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['foobar', 'MZXW6YTBOI'],
  ])
    assert.equal(base32(Buffer.from(text!)), coded)
})

test('the address in the QR code says house, name and secret as phone apps read them', () => {
  const uri = new URL(enrolmentUri(secret, '联管', 'zhang.san'))
  assert.equal(uri.protocol, 'otpauth:')
  assert.equal(uri.searchParams.get('secret'), 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  assert.equal(uri.searchParams.get('issuer'), '联管')
  assert.equal(decodeURIComponent(uri.pathname.split('/').at(-1)!), '联管:zhang.san')
})

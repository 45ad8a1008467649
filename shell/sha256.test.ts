import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { Sha256, sha256Of } from './sha256.ts'

const reference = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('the fingerprint made piece by piece is the one the server will compute', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 70_001]) {
    const bytes = randomBytes(length)
    const hash = new Sha256()
    for (let at = 0; at < length; at += 37) hash.update(bytes.subarray(at, at + 37))
    assert.equal(hash.digest(), reference(bytes), `${length} bytes`)
  }
})

test('a small file takes the way of the browser and gives the same', async () => {
  const bytes = randomBytes(5000)
  const seen: number[] = []
  assert.equal(await sha256Of(new Blob([bytes]), (s) => seen.push(s)), reference(bytes))
  assert.equal(seen.at(-1), 1)
})

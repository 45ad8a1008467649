import assert from 'node:assert/strict'
import { createHash, createPublicKey, verify } from 'node:crypto'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { sizes } from '#checks/sizes.ts'
import { signCheckpoint } from './checkpoint.ts'
import { eventLeaf } from './event.ts'
import { edgeRoot, emptyEdge, growEdge, inclusionSpans, leafHash, spanRoot } from './merkle.ts'
import { newSigner } from './note.ts'
import { BadProof, checkProof, formatProof, parseProof } from './proof.ts'

const signer = newSigner('lianguan.example.cn')

async function proofOf(events: Buffer[], index: number) {
  const leaves = events.map(eventLeaf)
  const root = (begin: number, end: number) =>
    edgeRoot(growEdge(emptyEdge, leaves.slice(begin, end)))
  const node = async (level: number, n: number) => root(n * 2 ** level, (n + 1) * 2 ** level)
  const path = await Promise.all(
    inclusionSpans(index, events.length).map((span) => spanRoot(span, node)),
  )
  const checkpoint = signCheckpoint(events.length, root(0, events.length), signer)
  return { extra: events[index]!, index, path, checkpoint }
}

const sha = (b: Buffer) => createHash('sha256').update(b).digest()

/**
 * A second verifier, written from the texts of the formats alone: it shares no code with the product.
 * In: a proof file, the vkey, the event. Out: whether the event is in the signed tree.
 */
function stranger(file: string, vkey: string, event: Buffer): boolean {
  const [head, ...rest] = file.split('\n\n')
  const lines = head!.split('\n')
  const hashes = lines
    .filter((l) => /^[A-Za-z0-9+/]{43}=$/.test(l))
    .map((l) => Buffer.from(l, 'base64'))
  let index = BigInt(lines.find((l) => l.startsWith('index '))!.slice(6))
  const [text, signatures] = rest
  const [origin, size, root] = text!.split('\n')
  // the key's own base64 may hold further plus signs
  const [, name, material] = /^([^+]+)\+[0-9a-f]{8}\+(.+)$/.exec(vkey)!
  const x = Buffer.from(material!, 'base64').subarray(1).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  const signature = Buffer.from(signatures!.trim().split(' ')[2]!, 'base64').subarray(4)
  if (origin !== name || !verify(null, Buffer.from(`${text}\n`), key, signature)) return false
  let last = BigInt(size!) - 1n
  let hash = sha(Buffer.concat([Buffer.of(0), sha(event)]))
  for (const other of hashes) {
    if (last === 0n) return false
    while (index === last && index % 2n === 0n) [index, last] = [index >> 1n, last >> 1n]
    const pair = index % 2n === 1n ? [other, hash] : [hash, other]
    hash = sha(Buffer.concat([Buffer.of(1), ...pair]))
    ;[index, last] = [index >> 1n, last >> 1n]
  }
  return last === 0n && hash.toString('base64') === root
}

test('a proof file read back is the same, with and without the event inside', async () => {
  const proof = await proofOf([Buffer.from('{"a":1}')], 0)
  assert.deepEqual(parseProof(formatProof(proof)), proof)
  assert.deepEqual(parseProof(formatProof({ ...proof, extra: null })), { ...proof, extra: null })
})

test('every proof convinces the product and a verifier that shares no code with it', async () => {
  const events = Array.from({ length: 40 }, (_, i) => Buffer.from(`{"n":${i}}`))
  for (let size = 1; size <= events.length; size += 1)
    for (let index = 0; index < size; index += 1) {
      const proof = await proofOf(events.slice(0, size), index)
      const file = formatProof(proof)
      const checkpoint = checkProof(parseProof(file), eventLeaf(events[index]!), [signer])
      assert.equal(checkpoint.size, size)
      assert.ok(stranger(file, signer.vkey, events[index]!), `${index} of ${size}`)
      assert.ok(!stranger(file, signer.vkey, Buffer.from('{}')))
    }
})

test('a proof for another event, another place or another key is refused', async () => {
  const events = Array.from({ length: 7 }, (_, i) => Buffer.from(`{"n":${i}}`))
  const proof = await proofOf(events, 4)
  const leaf = eventLeaf(events[4]!)
  assert.throws(() => checkProof(proof, eventLeaf(events[3]!), [signer]), BadProof)
  assert.throws(() => checkProof(proof, leafHash(events[4]!), [signer]), BadProof)
  assert.throws(() => checkProof({ ...proof, index: 3 }, leaf, [signer]), BadProof)
  assert.throws(() => checkProof(proof, leaf, [newSigner('lianguan.example.cn')]))
})

test('a proof file with any one character changed never convinces, except inside its explanation', async () => {
  const events = Array.from({ length: 11 }, (_, i) => Buffer.from(`{"n":${i}}`))
  const file = formatProof({ ...(await proofOf(events, 6)), extra: null })
  const at = fc.nat(file.length - 1)
  fc.assert(
    fc.property(at, fc.constantFrom('A', '0', '+', '/', '=', ' ', '\n', 'z'), (place, letter) => {
      const bad = file.slice(0, place) + letter + file.slice(place + 1)
      if (bad === file) return
      assert.throws(() => checkProof(parseProof(bad), eventLeaf(events[6]!), [signer]))
    }),
    { numRuns: sizes.properties },
  )
})

test('what is not a proof file is refused with a reason', () => {
  const bad = [
    '',
    'c2sp.org/tlog-proof@v2\nindex 0\n\n',
    'c2sp.org/tlog-proof@v1\n\n',
    'c2sp.org/tlog-proof@v1\nindex 01\n\nx',
    'c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nx',
    'c2sp.org/tlog-proof@v1\nindex 0\nextra AA==\n\nx',
    'c2sp.org/tlog-proof@v1\nindex 0',
  ]
  for (const text of bad) assert.throws(() => parseProof(text), BadProof, JSON.stringify(text))
})

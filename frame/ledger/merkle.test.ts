import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { sizes } from '#checks/sizes.ts'
import { includes, isConsistent } from './merkle-check.ts'
import {
  consistencySpans,
  edgeRoot,
  emptyEdge,
  emptyRoot,
  growEdge,
  inclusionSpans,
  leafHash,
  nodeHash,
  packEdge,
  unpackEdge,
} from './merkle.ts'
import { entriesOf, hex, known, mth, pathTo, resolve, subproof, treeOf } from './reference-tree.ts'

test('the shared 8-leaf vector: roots of all its trees', () => {
  assert.deepEqual(emptyRoot, known.roots[0])
  known.roots.forEach((root, n) =>
    assert.deepEqual(edgeRoot(treeOf(known.entries.slice(0, n))), root),
  )
})

test('the shared 8-leaf vector: inclusion and consistency proofs, hash by hash', async () => {
  for (const { index, size, path } of known.inclusion) {
    const made = await resolve(known.entries, inclusionSpans(index, size))
    assert.deepEqual(made, path.map(hex))
    const root = known.roots[size]!
    assert.ok(includes({ index, size, leaf: leafHash(known.entries[index]!), path: made, root }))
  }
  for (const { old, size, path } of known.consistency) {
    const made = await resolve(known.entries, consistencySpans(old, size))
    assert.deepEqual(made, path.map(hex))
    const [oldRoot, root] = [known.roots[old]!, known.roots[size]!]
    assert.ok(isConsistent({ oldSize: old, oldRoot, size, root, path: made }))
  }
})

test('every tree up to 70 leaves equals the recursive reference, and so does every proof', async () => {
  const all = entriesOf(70)
  for (let size = 1; size <= all.length; size += 1) {
    const entries = all.slice(0, size)
    const root = mth(entries)
    assert.deepEqual(edgeRoot(treeOf(entries)), root)
    for (let m = 0; m < size; m += 1) {
      const path = await resolve(entries, inclusionSpans(m, size))
      assert.deepEqual(path, pathTo(m, entries))
      assert.ok(includes({ index: m, size, leaf: leafHash(entries[m]!), path, root }))
      const proof = await resolve(entries, consistencySpans(m + 1, size))
      assert.deepEqual(proof, subproof(m + 1, entries, true))
      const oldRoot = mth(entries.slice(0, m + 1))
      assert.ok(isConsistent({ oldSize: m + 1, oldRoot, size, root, path: proof }))
    }
  }
})

test('appending in any batches gives the same tree, also through the stored form of the edge', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 12 }), (batches) => {
      const entries = entriesOf(batches.reduce((a, b) => a + b, 0))
      let edge = emptyEdge
      for (const batch of batches) {
        edge = unpackEdge(edge.size, packEdge(edge))
        edge = growEdge(edge, entries.slice(edge.size, edge.size + batch).map(leafHash))
      }
      assert.deepEqual(edgeRoot(edge), mth(entries))
    }),
    { numRuns: sizes.properties },
  )
})

test('an inner node is not a leaf: the prefixes keep them apart', () => {
  const [a, b] = [leafHash(Buffer.from('a')), leafHash(Buffer.from('b'))]
  assert.notDeepEqual(leafHash(Buffer.concat([a, b])), nodeHash(a, b))
})

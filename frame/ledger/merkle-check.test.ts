import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { sizes } from '#checks/sizes.ts'
import { includes, isConsistent } from './merkle-check.ts'
import {
  consistencySpans,
  edgeRoot,
  emptyRoot,
  inclusionSpans,
  leafHash,
  unpackEdge,
} from './merkle.ts'
import { entriesOf, mth, resolve, treeOf } from './reference-tree.ts'

test('a proof with anything changed proves nothing', async () => {
  const entries = entriesOf(300)
  const change = fc.record({
    size: fc.integer({ min: 2, max: 300 }),
    at: fc.nat(),
    kind: fc.constantFrom('bit', 'drop', 'add', 'swap', 'index', 'size', 'leaf', 'root'),
    bit: fc.nat(255),
  })
  await fc.assert(
    fc.asyncProperty(change, async ({ size, at, kind, bit }) => {
      const index = at % size
      const here = entries.slice(0, size)
      const good = {
        index,
        size,
        leaf: leafHash(entries[index]!),
        path: await resolve(here, inclusionSpans(index, size)),
        root: edgeRoot(treeOf(here)),
      }
      assert.ok(includes(good))
      assert.ok(!includes({ ...good, ...spoilt(good, kind, at, bit) }))
    }),
    { numRuns: sizes.properties },
  )
})

type Inclusion = Parameters<typeof includes>[0]
function spoilt(good: Inclusion, kind: string, at: number, bit: number): Partial<Inclusion> {
  const { path, size, index } = good
  const place = at % path.length
  if (kind === 'bit') return { path: path.with(place, flipped(path[place]!, bit)) }
  if (kind === 'drop') return { path: path.toSpliced(place, 1) }
  if (kind === 'add') return { path: path.toSpliced(place, 0, flipped(emptyRoot, bit)) }
  if (kind === 'swap' && path.length > 1)
    return {
      path: [...path.slice(place + 1), ...path.slice(0, place + 1)].reverse().concat([path[0]!]),
    }
  if (kind === 'index') return { index: (index + 1) % size }
  if (kind === 'size') return { size: 2 * size + 1 }
  if (kind === 'leaf') return { leaf: flipped(good.leaf, bit) }
  return { root: flipped(good.root, bit) }
}

function flipped(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[bit >> 3]! ^= 1 << (bit & 7)
  return copy
}

test('a consistency proof with anything changed proves nothing', async () => {
  const entries = entriesOf(200)
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 200 }),
      fc.nat(),
      fc.nat(255),
      async (size, at, bit) => {
        const oldSize = 1 + (at % (size - 1))
        const here = entries.slice(0, size)
        const good = {
          oldSize,
          oldRoot: mth(here.slice(0, oldSize)),
          size,
          root: mth(here),
          path: await resolve(here, consistencySpans(oldSize, size)),
        }
        assert.ok(isConsistent(good))
        const place = at % good.path.length
        const bad = [
          { path: good.path.with(place, flipped(good.path[place]!, bit)) },
          { path: good.path.toSpliced(place, 1) },
          { path: [...good.path, good.root] },
          { path: [] },
          { oldRoot: flipped(good.oldRoot, bit) },
          { root: flipped(good.root, bit) },
          { oldRoot: good.root, root: good.oldRoot },
          { oldSize: size, size: oldSize },
        ]
        for (const change of bad) assert.ok(!isConsistent({ ...good, ...change }))
      },
    ),
    { numRuns: sizes.properties },
  )
})

test('size 0 and sizes that fit nothing are refused without throwing', () => {
  const root = leafHash(Buffer.from('x'))
  const base = { oldRoot: emptyRoot, root, path: [] }
  assert.ok(!isConsistent({ ...base, oldSize: 0, size: 1 }))
  assert.ok(!isConsistent({ ...base, oldSize: 0, size: 1, path: [emptyRoot] }))
  assert.ok(!isConsistent({ ...base, oldSize: 0, size: 0, root: emptyRoot }))
  assert.ok(!isConsistent({ ...base, oldSize: 2, size: 1 }))
  assert.ok(!isConsistent({ ...base, oldSize: -1, size: 1 }))
  assert.ok(!isConsistent({ ...base, oldSize: 1.5, size: 2 }))
  assert.ok(isConsistent({ ...base, oldSize: 1, size: 1, oldRoot: root }))
  assert.ok(!includes({ index: 0, size: 0, leaf: root, path: [], root: emptyRoot }))
  assert.ok(!includes({ index: 1, size: 1, leaf: root, path: [], root }))
  assert.ok(
    !includes({ index: 0, size: 1, leaf: Buffer.alloc(0), path: [], root: Buffer.alloc(0) }),
  )
  assert.ok(!includes({ index: 0, size: 2 ** 60, leaf: root, path: [], root }))
  assert.throws(() => inclusionSpans(3, 3), RangeError)
  assert.throws(() => inclusionSpans(0, 0), RangeError)
  assert.throws(() => consistencySpans(0, 3), RangeError)
  assert.throws(() => consistencySpans(4, 3), RangeError)
  assert.throws(() => unpackEdge(3, Buffer.alloc(32)), /edge/)
})

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
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
  spanRoot,
  unpackEdge,
  type Span,
} from './merkle.ts'

// The reference: RFC 6962 §2.1 as it is written, over the entries themselves, slow and with nothing shared.
const hash = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
function mth(d: Buffer[]): Buffer {
  if (d.length === 0) return hash()
  if (d.length === 1) return hash(Buffer.from('00', 'hex'), d[0]!)
  const k = below(d.length)
  return hash(Buffer.from('01', 'hex'), mth(d.slice(0, k)), mth(d.slice(k)))
}
function below(n: number): number {
  let k = 1
  while (2 * k < n) k *= 2
  return k
}
function pathTo(m: number, d: Buffer[]): Buffer[] {
  if (d.length === 1) return []
  const k = below(d.length)
  return m < k
    ? [...pathTo(m, d.slice(0, k)), mth(d.slice(k))]
    : [...pathTo(m - k, d.slice(k)), mth(d.slice(0, k))]
}
function subproof(m: number, d: Buffer[], known: boolean): Buffer[] {
  if (m === d.length) return known ? [] : [mth(d)]
  const k = below(d.length)
  return m <= k
    ? [...subproof(m, d.slice(0, k), known), mth(d.slice(k))]
    : [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))]
}

const entriesOf = (n: number) => Array.from({ length: n }, (_, i) => Buffer.from(`entry ${i}`))
const treeOf = (entries: Buffer[]) => growEdge(emptyEdge, entries.map(leafHash))
const resolve = (entries: Buffer[], spans: Span[]) =>
  Promise.all(
    spans.map((s) =>
      spanRoot(s, async (level, index) =>
        mth(entries.slice(index * 2 ** level, (index + 1) * 2 ** level)),
      ),
    ),
  )
const hex = (text: string) => Buffer.from(text, 'hex')

// The test vector that certificate transparency implementations share.
const known = {
  entries: [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ].map(hex),
  roots: [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ].map(hex),
  inclusion: [
    { index: 0, size: 1, path: [] },
    {
      index: 0,
      size: 8,
      path: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      index: 5,
      size: 8,
      path: [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
    {
      index: 2,
      size: 3,
      path: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    },
    {
      index: 1,
      size: 5,
      path: [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
  ],
  consistency: [
    { old: 1, size: 1, path: [] },
    {
      old: 1,
      size: 8,
      path: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      old: 6,
      size: 8,
      path: [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
    {
      old: 2,
      size: 5,
      path: [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
  ],
}

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

test('an inner node is not a leaf: the prefixes keep them apart', () => {
  const [a, b] = [leafHash(Buffer.from('a')), leafHash(Buffer.from('b'))]
  assert.notDeepEqual(leafHash(Buffer.concat([a, b])), nodeHash(a, b))
})

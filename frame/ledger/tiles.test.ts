import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { sizes } from '#checks/sizes.ts'
import {
  packEntries,
  parseTilePath,
  tileOfNode,
  tilePath,
  tilesBetween,
  tileWidth,
  unpackEntries,
} from './tiles.ts'

test('tile paths are spelt as the format says', () => {
  const full = { width: tileWidth }
  assert.equal(tilePath({ level: 0, index: 0, ...full }), 'tile/0/000')
  assert.equal(tilePath({ level: 0, index: 1_234_067, ...full }), 'tile/0/x001/x234/067')
  assert.equal(tilePath({ level: 'entries', index: 1000, ...full }), 'tile/entries/x001/000')
  assert.equal(tilePath({ level: 3, index: 5, width: 7 }), 'tile/3/005.p/7')
})

test('a tile has one name only; every other spelling is refused', () => {
  const wrong = [
    'tile/00/000',
    'tile/64/000',
    'tile/0/0',
    'tile/0/0000',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/07',
    'tile/0/000.p/',
    'tile/data/000',
    'tile/0/../../keys',
    '/tile/0/000',
    'tile/0/000/',
    'tile/0/x999/x999/x999/x999/x999/999',
  ]
  for (const path of wrong) assert.equal(parseTilePath(path), null, path)
})

test('a path read back is the same tile', () => {
  const level = fc.oneof(fc.constant('entries' as const), fc.nat(63))
  const tile = fc.record({ level, index: fc.nat(2 ** 40), width: fc.integer({ min: 1, max: 256 }) })
  fc.assert(
    fc.property(tile, (t) => assert.deepEqual(parseTilePath(tilePath(t)), { ...t })),
    { numRuns: sizes.properties },
  )
})

test('a tree of 70,000 has the tiles that the format gives as its example', () => {
  const tiles = tilesBetween(0, 70_000)
  const widths = (level: number | 'entries') =>
    tiles.filter((t) => t.level === level).map((t) => t.width)
  assert.deepEqual(widths(0), [...Array.from({ length: 273 }, () => 256), 112])
  assert.deepEqual(widths('entries'), widths(0))
  assert.deepEqual(widths(1), [256, 17])
  assert.deepEqual(widths(2), [1])
  assert.deepEqual(widths(3), [])
  assert.deepEqual(tilesBetween(0, 256).map(tilePath), [
    'tile/entries/000',
    'tile/0/000',
    'tile/1/000.p/1',
  ])
})

test('growing in steps asks for every full tile of the whole, and never for one twice', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(900), { maxLength: 8 }), (steps) => {
      const seen: string[] = []
      let size = 0
      for (const step of steps) {
        seen.push(...tilesBetween(size, size + step).map(tilePath))
        size += step
      }
      assert.equal(new Set(seen).size, seen.length)
      for (const tile of tilesBetween(0, size)) assert.ok(seen.includes(tilePath(tile)))
    }),
    { numRuns: sizes.properties },
  )
})

test('a node of the tree is found in the tile that holds the hashes below it', () => {
  assert.deepEqual(tileOfNode(0, 300, 301), {
    tile: { level: 0, index: 1, width: 45 },
    from: 44,
    count: 1,
  })
  assert.deepEqual(tileOfNode(9, 1, 1024), {
    tile: { level: 1, index: 0, width: 4 },
    from: 2,
    count: 2,
  })
})

test('entry bundles come back as they went in; a torn one is refused', () => {
  const entries = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(entries, (list) => {
      const bundle = packEntries(list)
      assert.deepEqual(
        unpackEntries(bundle),
        list.map((e) => Buffer.from(e)),
      )
      assert.throws(() => unpackEntries(Buffer.concat([bundle, Buffer.of(0, 9, 1)])), RangeError)
    }),
    { numRuns: sizes.properties },
  )
  assert.throws(() => packEntries([Buffer.alloc(65_536)]), RangeError)
})

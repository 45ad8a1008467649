import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mappedRanges } from './font-cmap.ts'

const shorts = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((v, i) => bytes.writeUInt16BE(v & 0xffff, i * 2))
  return bytes
}
const longs = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((v, i) => bytes.writeUInt32BE(v, i * 4))
  return bytes
}

/** A cmap of subtables, each with its platform and encoding. */
function cmapOf(...subtables: [platform: number, encoding: number, body: Buffer][]): Buffer {
  let at = 4 + 8 * subtables.length
  const records = subtables.map(([platform, encoding, body]) => {
    const record = Buffer.concat([shorts(platform, encoding), longs(at)])
    at += body.length
    return record
  })
  const head = shorts(0, subtables.length)
  return Buffer.concat([head, ...records, ...subtables.map(([, , body]) => body)])
}

/** Format 12. In: first, last, first glyph. */
const format12 = (...groups: [number, number, number][]) =>
  Buffer.concat([
    shorts(12, 0),
    longs(16 + 12 * groups.length, 0, groups.length),
    ...groups.map((group) => longs(...group)),
  ])

/** Format 4. In: ends, starts, differences and offsets of the segments, and the list of glyphs. */
function format4(
  ends: number[],
  starts: number[],
  deltas: number[],
  offsets: number[],
  list: number[] = [],
): Buffer {
  const size = 2 * ends.length
  const rest = shorts(...ends, 0, ...starts, ...deltas, ...offsets, ...list)
  return Buffer.concat([shorts(4, 14 + rest.length, 0, size, 0, 0, 0), rest])
}

const pointsOf = (cmap: Buffer) =>
  [...mappedRanges(cmap)].flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i),
  )

test('format 12: groups of code points, beyond the first plane too; glyph 0 is none', () => {
  const cmap = cmapOf([3, 10, format12([0x41, 0x43, 0], [0x20bb7, 0x20bb8, 7])])
  assert.deepEqual(pointsOf(cmap), [0x42, 0x43, 0x20bb7, 0x20bb8])
})

test('format 4: glyphs by difference and by list, without those that come to 0 and without U+FFFF', () => {
  const cmap = cmapOf([
    3,
    1,
    format4(
      [0x42, 0x63, 0xffff],
      [0x41, 0x61, 0xffff],
      // 0x41 comes to glyph 0; the list gives 5, none, and 1 + 0xffff = 0
      [0x10000 - 0x41, 0xffff, 1],
      [0, 4, 0],
      [5, 0, 1],
    ),
  ])
  assert.deepEqual(pointsOf(cmap), [0x42, 0x61])
})

test('where both stand the whole counts, and what is no Unicode is passed over', () => {
  const old = format4([0x42, 0xffff], [0x41, 0xffff], [0, 1], [0, 0])
  const macintosh = format12([0x61, 0x7a, 1])
  const variants = format12([0x3000, 0x3001, 1])
  const whole = format12([0x4e00, 0x4e01, 9])
  assert.deepEqual(
    pointsOf(cmapOf([0, 3, old], [0, 5, variants], [1, 0, macintosh], [3, 10, whole])),
    [0x4e00, 0x4e01],
  )
  assert.deepEqual(pointsOf(cmapOf([0, 3, old], [1, 0, macintosh])), [0x41, 0x42])
  assert.deepEqual(pointsOf(cmapOf([1, 0, macintosh])), [])
})

test('a table that points beyond its end is told, and a group beyond the last code point ends there', () => {
  assert.throws(() => pointsOf(cmapOf([3, 10, format12([1, 2, 3])]).subarray(0, 30)), RangeError)
  assert.deepEqual(
    pointsOf(cmapOf([3, 10, format12([0x10fffe, 0xffffffff, 3])])),
    [0x10fffe, 0x10ffff],
  )
})

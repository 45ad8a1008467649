/** Code points from the first to the last, both included. */
export type CodeRange = readonly [first: number, last: number]

const lastCodePoint = 0x10ffff

/**
 * The code points to which a font gives a drawing. In: its cmap table (OpenType 1.9, “cmap”); formats 4 and
 * 12 are read, in which every font of today keeps Unicode. Out: ranges, in the order of the table.
 * Errors: RangeError when the table points beyond its end.
 */
export function* mappedRanges(cmap: Buffer): Generator<CodeRange> {
  const places = new Set<number>()
  const count = cmap.readUInt16BE(2)
  for (let i = 0; i < count; i++) {
    const record = 4 + 8 * i
    if (isUnicode(cmap.readUInt16BE(record), cmap.readUInt16BE(record + 2)))
      places.add(cmap.readUInt32BE(record + 4))
  }
  const formats = [...places].map((at) => ({ format: cmap.readUInt16BE(at), at }))
  const whole = formats.filter(({ format }) => format === 12)
  // a font with both keeps in format 4 what older programs understand of the same
  if (whole.length > 0) for (const { at } of whole) yield* groups(cmap.subarray(at))
  else for (const { format, at } of formats) if (format === 4) yield* segments(cmap.subarray(at))
}

// encoding 5 of platform 0 holds variants of characters, not characters
const isUnicode = (platform: number, encoding: number) =>
  platform === 0 ? encoding !== 5 : platform === 3 && (encoding === 1 || encoding === 10)

/** Format 12: groups of code points with consecutive glyphs; glyph 0 is the sign for “no glyph”. */
function* groups(table: Buffer): Generator<CodeRange> {
  const count = table.readUInt32BE(12)
  for (let i = 0; i < count; i++) {
    const at = 16 + 12 * i
    const [first, last] = [table.readUInt32BE(at), table.readUInt32BE(at + 4)]
    const missing = table.readUInt32BE(at + 8) === 0 ? 1 : 0
    yield [first + missing, Math.min(last, lastCodePoint)]
  }
}

/** Format 4: segments whose glyphs follow from a difference or stand in a list. */
function* segments(table: Buffer): Generator<CodeRange> {
  const size = table.readUInt16BE(6)
  for (let i = 0; i < size; i += 2) {
    const last = table.readUInt16BE(14 + i)
    const first = table.readUInt16BE(16 + size + i)
    const delta = table.readUInt16BE(16 + 2 * size + i)
    const place = 16 + 3 * size + i
    const offset = table.readUInt16BE(place)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const listed = offset === 0 ? code : table.readUInt16BE(place + offset + 2 * (code - first))
      const none = offset !== 0 && listed === 0
      if (!none && ((listed + delta) & 0xffff) !== 0) yield [code, code]
    }
  }
}

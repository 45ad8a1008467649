/**
 * A TrueType font with one drawn character, for tests of added fonts. In: family name and character.
 * Out: the file. The character is drawn as a solid square of half the em.
 */
export function tinyFont(family: string, character: string): Buffer {
  const glyph = square(250, 0, 750, 500)
  const tables: [string, Buffer][] = [
    ['OS/2', os2()],
    ['cmap', cmap(character.codePointAt(0) ?? 0)],
    ['glyf', glyph],
    ['head', head()],
    ['hhea', hhea()],
    ['hmtx', shorts([1000, 0, 1000, 250])],
    ['loca', longs([0, 0, glyph.length])],
    [
      'maxp',
      Buffer.concat([longs([0x00010000]), shorts([2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])]),
    ],
    ['name', names(family)],
    ['post', longs([0x00030000, 0, 0, 0, 0, 0, 0, 0])],
  ]
  return assemble(tables)
}

const shorts = (values: number[]) => {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((v, i) => bytes.writeUInt16BE(v & 0xffff, i * 2))
  return bytes
}
const longs = (values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((v, i) => bytes.writeUInt32BE(v >>> 0, i * 4))
  return bytes
}

function square(x0: number, y0: number, x1: number, y1: number): Buffer {
  const onCurve = 0x01
  const body = Buffer.concat([
    shorts([1, x0, y0, x1, y1, 3, 0]),
    Buffer.from([onCurve, onCurve, onCurve, onCurve]),
    shorts([x0, 0, x1 - x0, 0]),
    shorts([y0, y1 - y0, 0, y0 - y1]),
  ])
  return Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)])
}

function cmap(code: number): Buffer {
  const segmented = longs([0x000c0000, 28, 0, 1, code, code, 1])
  return Buffer.concat([shorts([0, 1, 3, 10]), longs([12]), segmented])
}

function head(): Buffer {
  return Buffer.concat([
    longs([0x00010000, 0x00010000, 0, 0x5f0f3cf5]),
    shorts([0, 1000]),
    longs([0, 0, 0, 0]),
    shorts([0, 0, 1000, 1000, 0, 8, 2, 1, 0]),
  ])
}

function hhea(): Buffer {
  return Buffer.concat([
    longs([0x00010000]),
    shorts([800, -200, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, 2]),
  ])
}

function os2(): Buffer {
  const bytes = Buffer.alloc(96)
  bytes.writeUInt16BE(4, 0)
  bytes.writeInt16BE(1000, 2)
  bytes.writeUInt16BE(400, 4)
  bytes.writeUInt16BE(5, 6)
  bytes.writeUInt16BE(0x40, 62)
  bytes.writeInt16BE(800, 68)
  bytes.writeInt16BE(-200, 70)
  return bytes
}

function names(family: string): Buffer {
  const wanted: [number, string][] = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '')],
  ]
  const texts = wanted.map(([, text]) => Buffer.from(text, 'utf16le').swap16())
  let at = 0
  const records = wanted.map(([id], i) => {
    const length = texts[i]?.length ?? 0
    const record = shorts([3, 1, 0x409, id, length, at])
    at += length
    return record
  })
  return Buffer.concat([shorts([0, wanted.length, 6 + 12 * wanted.length]), ...records, ...texts])
}

function assemble(tables: [string, Buffer][]): Buffer {
  const folder: Buffer[] = [longs([0x00010000]), shorts([tables.length, 128, 3, 32])]
  const bodies: Buffer[] = []
  let at = 12 + 16 * tables.length
  for (const [tag, body] of tables) {
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)])
    folder.push(Buffer.from(tag, 'latin1'), longs([checksum(padded), at, body.length]))
    bodies.push(padded)
    at += padded.length
  }
  return Buffer.concat([...folder, ...bodies])
}

function checksum(padded: Buffer): number {
  let sum = 0
  for (let i = 0; i < padded.length; i += 4) sum = (sum + padded.readUInt32BE(i)) >>> 0
  return sum
}

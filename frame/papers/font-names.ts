import { readFile } from 'node:fs/promises'

const family = 1
const typographicFamily = 16

/**
 * Every family name a font file gives itself (TTF, OTF, or the fonts of a TTC), in whatever language.
 * In: path of the file. Out: names without repeats, empty when the file is no font.
 */
export async function familyNames(file: string): Promise<string[]> {
  const bytes = await readFile(file)
  try {
    return [...new Set(offsetsOf(bytes).flatMap((at) => namesAt(bytes, at)))]
  } catch (error) {
    // a cut or foreign file reads beyond its end: it is no font
    if (error instanceof RangeError) return []
    throw error
  }
}

function offsetsOf(bytes: Buffer): number[] {
  if (bytes.toString('latin1', 0, 4) !== 'ttcf') return [0]
  const count = Math.min(bytes.readUInt32BE(8), 64)
  return Array.from({ length: count }, (_, i) => bytes.readUInt32BE(12 + 4 * i))
}

function namesAt(bytes: Buffer, at: number): string[] {
  const tag = bytes.readUInt32BE(at)
  const known =
    tag === 0x00010000 || ['OTTO', 'true'].includes(bytes.toString('latin1', at, at + 4))
  if (!known) return []
  const tables = bytes.readUInt16BE(at + 4)
  for (let i = 0; i < tables; i++) {
    const entry = at + 12 + 16 * i
    if (bytes.toString('latin1', entry, entry + 4) === 'name')
      return recordsOf(bytes, bytes.readUInt32BE(entry + 8))
  }
  return []
}

function recordsOf(bytes: Buffer, table: number): string[] {
  const count = bytes.readUInt16BE(table + 2)
  const texts = table + bytes.readUInt16BE(table + 4)
  const names: string[] = []
  for (let i = 0; i < count; i++) {
    const record = table + 6 + 12 * i
    const nameId = bytes.readUInt16BE(record + 6)
    if (nameId !== family && nameId !== typographicFamily) continue
    const start = texts + bytes.readUInt16BE(record + 10)
    const raw = bytes.subarray(start, start + bytes.readUInt16BE(record + 8))
    const platform = bytes.readUInt16BE(record)
    // the Macintosh platform writes one byte a character, the others UTF-16 big-endian
    const wide = platform !== 1
    names.push(wide ? Buffer.from(raw).swap16().toString('utf16le') : raw.toString('latin1'))
  }
  return names.map((n) => n.trim()).filter(Boolean)
}

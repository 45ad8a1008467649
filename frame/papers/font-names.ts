import { readFaces } from './font-tables.ts'

const family = 1
const typographicFamily = 16

/**
 * Every family name a font file gives itself (TTF, OTF, or the fonts of a TTC), in whatever language.
 * In: path of the file. Out: names without repeats, empty when the file is no font.
 */
export async function familyNames(file: string): Promise<string[]> {
  return [...new Set((await readFaces(file, 'name', namesIn)).flat())]
}

function namesIn(table: Buffer): string[] {
  const count = table.readUInt16BE(2)
  const texts = table.readUInt16BE(4)
  const names: string[] = []
  for (let i = 0; i < count; i++) {
    const record = 6 + 12 * i
    const nameId = table.readUInt16BE(record + 6)
    if (nameId !== family && nameId !== typographicFamily) continue
    const start = texts + table.readUInt16BE(record + 10)
    const raw = table.subarray(start, start + table.readUInt16BE(record + 8))
    const platform = table.readUInt16BE(record)
    // the Macintosh platform writes one byte a character, the others UTF-16 big-endian
    const wide = platform !== 1
    names.push(wide ? Buffer.from(raw).swap16().toString('utf16le') : raw.toString('latin1'))
  }
  return names.map((n) => n.trim()).filter(Boolean)
}

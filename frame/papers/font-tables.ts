import { open } from 'node:fs/promises'

type Read = (at: number, length: number) => Promise<Buffer>

/**
 * One table of every face in a font file (TTF, OTF, or the fonts of a TTC), read without the drawings,
 * which are most of the file. In: path, tag of the table, and what to make of its bytes. Out: one value a
 * face that has the table; none when the file is no font or is cut.
 */
export async function readFaces<T>(
  file: string,
  tag: string,
  make: (table: Buffer) => T,
): Promise<T[]> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const read: Read = async (at, length) => {
      if (at + length > size) throw new RangeError(`${file} ends before ${at + length}`)
      return (await handle.read(Buffer.alloc(length), 0, length, at)).buffer
    }
    const found: T[] = []
    for (const at of await facesOf(read)) {
      const table = await tableAt(read, at, tag)
      if (table) found.push(make(table))
    }
    return found
  } catch (error) {
    // a cut or foreign file points beyond its end: it is no font
    if (error instanceof RangeError) return []
    throw error
  } finally {
    await handle.close()
  }
}

async function facesOf(read: Read): Promise<number[]> {
  const head = await read(0, 12)
  if (head.toString('latin1', 0, 4) !== 'ttcf') return [0]
  const count = Math.min(head.readUInt32BE(8), 64)
  const places = await read(12, 4 * count)
  return Array.from({ length: count }, (_, i) => places.readUInt32BE(4 * i))
}

async function tableAt(read: Read, at: number, tag: string): Promise<Buffer | null> {
  const head = await read(at, 12)
  const known =
    head.readUInt32BE(0) === 0x00010000 || ['OTTO', 'true'].includes(head.toString('latin1', 0, 4))
  if (!known) return null
  const count = head.readUInt16BE(4)
  const entries = await read(at + 12, 16 * count)
  for (let entry = 0; entry < 16 * count; entry += 16)
    if (entries.toString('latin1', entry, entry + 4) === tag)
      return read(entries.readUInt32BE(entry + 8), entries.readUInt32BE(entry + 12))
  return null
}

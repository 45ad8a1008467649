const free = 0xffffffff
const chainEnd = 0xfffffffe
const tableSector = 0xfffffffd
const sectorSize = 512

/** A storage (folder) or stream of a compound file to be made; paths joined with '/'. */
export interface CompoundPart {
  path: string
  /** Undefined: a storage. */
  content?: Buffer
}

/** The beginning of a Word document's main stream. In: whether it says it is encrypted. */
export function wordStream(encrypted = false, version = 0xc1): Buffer {
  const head = Buffer.alloc(4096)
  head.writeUInt16LE(0xa5ec, 0)
  head.writeUInt16LE(version, 2)
  head.writeUInt16LE(encrypted ? 0x0100 : 0, 10)
  return head
}

/** An OLE compound file. In: its parts, storages before what lies in them. */
export function makeCompound(parts: readonly CompoundPart[]): Buffer {
  const rows = [directoryRow('Root Entry', 5, chainEnd, 0)]
  const table: number[] = [tableSector]
  const sectors: Buffer[] = []
  for (const { path, content } of parts) {
    const name = path.split('/').at(-1)!
    if (!content) {
      rows.push(directoryRow(name, 1, 0, 0))
      continue
    }
    const start = table.length
    const count = Math.max(1, Math.ceil(content.length / sectorSize))
    for (let i = 0; i < count; i++) table.push(i === count - 1 ? chainEnd : start + i + 1)
    sectors.push(Buffer.concat([content, Buffer.alloc(count * sectorSize - content.length)]))
    rows.push(directoryRow(name, 2, start, content.length))
  }
  hang(rows, parts)
  const directoryStart = table.length
  while (rows.length % 4) rows.push(directoryRow('', 0, 0, 0))
  for (let i = 0; i < rows.length / 4; i++)
    table.push(i === rows.length / 4 - 1 ? chainEnd : directoryStart + i + 1)
  const first = Buffer.alloc(sectorSize, 0xff)
  table.forEach((next, i) => first.writeUInt32LE(next, i * 4))
  return Buffer.concat([header(directoryStart), first, ...sectors, ...rows])
}

// Every storage's children hang in one line to the right: unbalanced, but a tree.
function hang(rows: readonly Buffer[], parts: readonly CompoundPart[]): void {
  const last = new Map<string, number>()
  parts.forEach(({ path }, i) => {
    const parent = path.split('/').slice(0, -1).join('/')
    const sibling = last.get(parent)
    const owner = parent === '' ? 0 : parts.findIndex((p) => p.path === parent) + 1
    if (sibling === undefined) rows[owner]!.writeUInt32LE(i + 1, 76)
    else rows[sibling]!.writeUInt32LE(i + 1, 72)
    last.set(parent, i + 1)
  })
}

function directoryRow(name: string, type: number, start: number, size: number): Buffer {
  const row = Buffer.alloc(128)
  row.write(name, 'utf16le')
  row.writeUInt16LE(name ? name.length * 2 + 2 : 0, 64)
  row[66] = type
  for (const at of [68, 72, 76]) row.writeUInt32LE(free, at)
  row.writeUInt32LE(start, 116)
  row.writeUInt32LE(size, 120)
  return row
}

function header(directoryStart: number): Buffer {
  const head = Buffer.alloc(512)
  head.write('d0cf11e0a1b11ae1', 'hex')
  head.writeUInt16LE(0x3e, 24)
  head.writeUInt16LE(3, 26)
  head.writeUInt16LE(0xfffe, 28)
  head.writeUInt16LE(9, 30)
  head.writeUInt16LE(6, 32)
  head.writeUInt32LE(1, 44)
  head.writeUInt32LE(directoryStart, 48)
  head.writeUInt32LE(4096, 56)
  head.writeUInt32LE(chainEnd, 60)
  head.writeUInt32LE(chainEnd, 68)
  for (let i = 0; i < 109; i++) head.writeUInt32LE(i === 0 ? 0 : free, 76 + i * 4)
  return head
}

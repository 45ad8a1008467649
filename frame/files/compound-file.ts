import { Unreadable } from './finding.ts'

const endOfChain = 0xfffffffe
const freeSector = 0xffffffff
const headerSectors = 109
const mostSectors = 400_000
const mostEntries = 20_000

/** A storage or stream of an OLE compound file. */
export interface CompoundEntry {
  /** Path from the root, names joined with '/', root itself left out. */
  path: string
  isStorage: boolean
  size: number
  start: number
}

/** An OLE compound file ([MS-CFB]) whose sector chains have been followed. */
export interface CompoundFile {
  entries: readonly CompoundEntry[]
  /** First bytes of a stream, at most `most`. Only for streams kept in ordinary sectors (4096 bytes and up). */
  read(entry: CompoundEntry, most: number): Buffer
}

interface Layout {
  bytes: Buffer
  sectorSize: number
  sectors: number
  table: Uint32Array
}

/**
 * Reads the sector table and the directory. In: the whole file. Errors: Unreadable when a chain leaves the
 * file, runs in a circle, or bytes lie behind the last sector.
 */
export function readCompoundFile(bytes: Buffer): CompoundFile {
  if (bytes.length < 512) throw new Unreadable('truncated')
  const shift = bytes.readUInt16LE(30)
  if (bytes.readUInt16LE(28) !== 0xfffe || (shift !== 9 && shift !== 12))
    throw new Unreadable('broken', '文件头')
  const sectorSize = 1 << shift
  const sectors = Math.ceil(bytes.length / sectorSize) - 1
  if (sectors < 1 || sectors > mostSectors)
    throw new Unreadable(sectors < 1 ? 'truncated' : 'too-complex', '扇区过多')
  const layout: Layout = { bytes, sectorSize, sectors, table: new Uint32Array(0) }
  layout.table = readTable(layout)
  // Only an allocated last sector may be cut short; anything else behind the table is not of this file.
  const cut = bytes.length % sectorSize !== 0 && layout.table[sectors - 1] === freeSector
  if (cut || layout.table.length < sectors) throw new Unreadable('content-after')
  const chain = followChain(layout, bytes.readUInt32LE(48))
  const entries = readDirectory(layout, chain)
  return {
    entries,
    read: (entry, most) => readStream(layout, entry, most),
  }
}

function sector(layout: Layout, index: number): Buffer {
  if (index >= layout.sectors) throw new Unreadable('truncated')
  const from = (index + 1) * layout.sectorSize
  return layout.bytes.subarray(from, from + layout.sectorSize)
}

// The first 109 sectors of the table are named in the header, the others in a chain of their own.
function readTable(layout: Layout): Uint32Array {
  const { bytes, sectorSize } = layout
  const perSector = sectorSize / 4
  const homes: number[] = []
  for (let i = 0; i < headerSectors; i++) homes.push(bytes.readUInt32LE(76 + i * 4))
  let next = bytes.readUInt32LE(68)
  for (let n = 0; next < endOfChain; n++) {
    if (n > layout.sectors) throw new Unreadable('broken', '扇区链成环')
    const more = sector(layout, next)
    for (let i = 0; i < perSector - 1; i++) homes.push(more.readUInt32LE(i * 4))
    next = more.readUInt32LE((perSector - 1) * 4)
  }
  const used = homes.filter((home) => home !== freeSector)
  if (used.length > Math.ceil(layout.sectors / perSector) + 1)
    throw new Unreadable('broken', '扇区表')
  const table = new Uint32Array(used.length * perSector).fill(freeSector)
  used.forEach((home, n) => {
    const content = sector(layout, home)
    for (let i = 0; i < perSector; i++) table[n * perSector + i] = content.readUInt32LE(i * 4)
  })
  return table
}

function followChain(layout: Layout, start: number, most = Infinity): number[] {
  const chain: number[] = []
  for (
    let at = start;
    at < endOfChain && chain.length < most;
    at = layout.table[at] ?? freeSector
  ) {
    if (at >= layout.sectors) throw new Unreadable('truncated')
    if (chain.length > layout.sectors) throw new Unreadable('broken', '扇区链成环')
    chain.push(at)
  }
  return chain
}

function readStream(layout: Layout, entry: CompoundEntry, most: number): Buffer {
  const wanted = Math.min(entry.size, most)
  const chain = followChain(layout, entry.start, Math.ceil(wanted / layout.sectorSize))
  return Buffer.concat(chain.map((index) => sector(layout, index))).subarray(0, wanted)
}

interface Row {
  name: string
  type: number
  left: number
  right: number
  child: number
  start: number
  size: number
}

function readDirectory(layout: Layout, chain: readonly number[]): CompoundEntry[] {
  const rows: Row[] = []
  for (const index of chain) {
    const content = sector(layout, index)
    for (let at = 0; at + 128 <= content.length; at += 128) rows.push(readRow(content, at))
    if (rows.length > mostEntries) throw new Unreadable('too-complex', '目录项过多')
  }
  const root = rows[0]
  if (root?.type !== 5) throw new Unreadable('broken', '没有根目录')
  return walkTree(rows, root.child)
}

function readRow(content: Buffer, at: number): Row {
  const nameBytes = Math.min(Math.max(content.readUInt16LE(at + 64) - 2, 0), 62)
  return {
    name: content.toString('utf16le', at, at + nameBytes),
    type: content[at + 66]!,
    left: content.readUInt32LE(at + 68),
    right: content.readUInt32LE(at + 72),
    child: content.readUInt32LE(at + 76),
    start: content.readUInt32LE(at + 116),
    size: content.readUInt32LE(at + 120),
  }
}

// Siblings form a binary tree, children hang below: each row may be met once.
function walkTree(rows: readonly Row[], first: number): CompoundEntry[] {
  const entries: CompoundEntry[] = []
  const seen = new Set<number>()
  const waiting: { index: number; prefix: string }[] = [{ index: first, prefix: '' }]
  while (waiting.length > 0) {
    const { index, prefix } = waiting.pop()!
    if (index === freeSector) continue
    const row = rows[index]
    if (!row || seen.has(index)) throw new Unreadable('broken', '目录成环')
    seen.add(index)
    const path = `${prefix}${row.name}`
    const isStorage = row.type === 1
    if (isStorage || row.type === 2)
      entries.push({ path, isStorage, size: row.size, start: row.start })
    waiting.push({ index: row.left, prefix }, { index: row.right, prefix })
    if (isStorage) waiting.push({ index: row.child, prefix: `${path}/` })
  }
  return entries
}

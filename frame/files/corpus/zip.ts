import { crc32, deflateRawSync } from 'node:zlib'

/** One entry of an archive to be made; everything but name and content is for hostile ones. */
export interface ZipEntry {
  name: string
  content: Buffer | string
  stored?: boolean
  /** Upper half of the external attributes, as Unix writes it. */
  unixMode?: number
  /** Another name in the entry's own header. */
  localName?: string
  encrypted?: boolean
  /** A size in the headers that is not true. */
  claimedSize?: number
  /** A data descriptor follows the data, as streaming writers do. */
  described?: boolean
}

/** Makes an archive. In: its entries; bytes to put between the last entry and the directory; a comment. */
export function makeZip(
  entries: readonly ZipEntry[],
  between = Buffer.alloc(0),
  comment = '',
): Buffer {
  const chunks: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const data = entry.stored ? content : deflateRawSync(content)
    const head = headOf(entry, content, data)
    const local = localHeader(head, entry)
    const trail = entry.described ? descriptor(head) : Buffer.alloc(0)
    chunks.push(local, data, trail)
    directory.push(directoryRow(head, entry, offset))
    offset += local.length + data.length + trail.length
  }
  const rows = Buffer.concat(directory)
  return Buffer.concat([
    ...chunks,
    between,
    rows,
    endRecord(entries.length, rows.length, offset + between.length, comment),
  ])
}

// The part that both headers share: version, flags, method, time, checksum, sizes.
function headOf(entry: ZipEntry, content: Buffer, data: Buffer): Buffer {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE((entry.encrypted ? 1 : 0) | (entry.described ? 8 : 0) | 0x800, 2)
  head.writeUInt16LE(entry.stored ? 0 : 8, 4)
  head.writeUInt32LE(crc32(content), 10)
  head.writeUInt32LE(data.length, 14)
  head.writeUInt32LE(entry.claimedSize ?? content.length, 18)
  return head
}

function localHeader(head: Buffer, entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name)
  const own = Buffer.from(head)
  if (entry.described) own.fill(0, 10, 22)
  const lengths = Buffer.alloc(4)
  lengths.writeUInt16LE(name.length, 0)
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), own, lengths, name])
}

function descriptor(head: Buffer): Buffer {
  return Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), head.subarray(10, 22)])
}

function directoryRow(head: Buffer, entry: ZipEntry, offset: number): Buffer {
  const name = Buffer.from(entry.name)
  const rest = Buffer.alloc(18)
  rest.writeUInt16LE(name.length, 0)
  rest.writeUInt32LE(((entry.unixMode ?? 0) << 16) >>> 0, 10)
  rest.writeUInt32LE(offset, 14)
  const madeBy = Buffer.from([20, entry.unixMode === undefined ? 0 : 3])
  return Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), madeBy, head, rest, name])
}

function endRecord(count: number, size: number, offset: number, comment: string): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([end, Buffer.from(comment, 'latin1')])
}

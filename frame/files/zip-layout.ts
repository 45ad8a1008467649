import type { Entry, ZipFile } from 'yauzl'
import { Unreadable } from './finding.ts'

const endRecord = 0x06054b50
const wideRecord = 0x06064b50
const wideLocator = 0x07064b50
// A data descriptor after the data: with or without signature, 32 or 64 bit.
const descriptorSizes = [0, 12, 16, 20, 24]
const unicodeName = 0x7075

/**
 * Where the archive's directory starts. In: the whole file. Errors: Unreadable unless the end record is
 * the file's last 22 bytes and the directory reaches exactly to it.
 */
export function directoryStart(bytes: Buffer): number {
  const end = bytes.length - 22
  if (end < 0 || bytes.readUInt32LE(end) !== endRecord)
    throw new Unreadable(
      bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1') < 0 ? 'truncated' : 'content-after',
    )
  const wide = end >= 76 && bytes.readUInt32LE(end - 20) === wideLocator
  const [start, size, directoryEnd] = wide ? wideExtent(bytes, end - 76) : narrowExtent(bytes, end)
  if (start + size !== directoryEnd) throw new Unreadable('zip-layout', '目录位置不对')
  return start
}

function narrowExtent(bytes: Buffer, end: number): [number, number, number] {
  return [bytes.readUInt32LE(end + 16), bytes.readUInt32LE(end + 12), end]
}

function wideExtent(bytes: Buffer, record: number): [number, number, number] {
  const claimed = Number(bytes.readBigUInt64LE(record + 56 + 8))
  if (claimed !== record || bytes.readUInt32LE(record) !== wideRecord)
    throw new Unreadable('zip-layout', '目录位置不对')
  return [
    Number(bytes.readBigUInt64LE(record + 48)),
    Number(bytes.readBigUInt64LE(record + 40)),
    record,
  ]
}

/**
 * Whether the entries lie one after the other from offset 0 to the directory, each named alike in its own
 * header and in the directory. Errors: Unreadable.
 */
export async function checkLayout(
  zip: ZipFile,
  entries: readonly Entry[],
  start: number,
): Promise<void> {
  const inOrder = entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  )
  const names = new Set<string>()
  let expected = 0
  let described = false
  for (const entry of inOrder) {
    checkEntry(entry, names)
    checkGap(entry.relativeOffsetOfLocalHeader - expected, described)
    const local = await zip.readLocalFileHeaderPromise(entry)
    const alike =
      local.fileName.equals(entry.fileNameRaw) &&
      local.compressionMethod === entry.compressionMethod
    if (!alike) throw new Unreadable('zip-layout', '名称前后不一')
    expected = local.fileDataStart + entry.compressedSize
    described = (entry.generalPurposeBitFlag & 8) !== 0
  }
  checkGap(start - expected, described)
  if (inOrder.length === 0) throw new Unreadable('zip-layout', '没有部件')
}

function checkEntry(entry: Entry, names: Set<string>): void {
  const name = entry.fileName.toLowerCase()
  if (names.has(name)) throw new Unreadable('zip-layout', '有同名部件')
  names.add(name)
  if (entry.isEncrypted()) throw new Unreadable('encrypted')
  const unixMode = entry.versionMadeBy >>> 8 === 3 ? entry.externalFileAttributes >>> 16 : 0
  if ((unixMode & 0o170000) === 0o120000) throw new Unreadable('zip-layout', '含有符号链接')
  if (entry.extraFields.some((f) => f.id === unicodeName))
    throw new Unreadable('zip-layout', '名称前后不一')
}

function checkGap(gap: number, described: boolean): void {
  if (gap === 0 || (described && descriptorSizes.includes(gap))) return
  throw new Unreadable('zip-layout', '夹有目录之外的数据')
}

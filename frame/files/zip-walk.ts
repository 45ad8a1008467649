import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import { Unreadable } from './finding.ts'
import { checkLayout, directoryStart } from './zip-layout.ts'

const mostEntries = 500
const mostRatio = 100
// Below this, a high ratio is only a small part that repeats itself.
const ratioFrom = 1024 * 1024
const mostTotal = 100 * 1024 * 1024
// Parts that are read as text; nothing an office program writes there comes near.
const mostKept = 32 * 1024 * 1024

/** One file inside the archive, really inflated and counted. */
export interface ZipPart {
  name: string
  /** Inflated bytes. */
  size: number
  /** First bytes, to recognise a file within the file. */
  head: Buffer
  /** Whole content where `keep` asked for it. */
  content: Buffer | null
}

/**
 * Walks an archive strictly: its directory must describe exactly the bytes that are there, from offset 0
 * to the end, without gap, overlap, double name, link or password, so that every program reads the same.
 * In: the whole file; which parts to keep. Out: the parts. Errors: Unreadable.
 */
export async function walkZip(bytes: Buffer, keep: (name: string) => boolean): Promise<ZipPart[]> {
  const start = directoryStart(bytes)
  try {
    const zip = await fromBufferPromise(bytes, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
    })
    return await readParts(zip, start, keep)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable('zip-layout', '内容与目录不符')
  }
}

async function readParts(
  zip: ZipFile,
  start: number,
  keep: (name: string) => boolean,
): Promise<ZipPart[]> {
  if (zip.entryCount > mostEntries) throw new Unreadable('zip-entries', String(zip.entryCount))
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  await checkLayout(zip, entries, start)
  const parts: ZipPart[] = []
  let left = mostTotal
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue
    const part = await inflatePart(zip, entry, left, keep(entry.fileName))
    left -= part.size
    parts.push(part)
  }
  return parts
}

// Sizes in headers are only claims: what counts is what comes out.
async function inflatePart(
  zip: ZipFile,
  entry: Entry,
  left: number,
  kept: boolean,
): Promise<ZipPart> {
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    throw new Unreadable('zip-layout', '少见的压缩方式')
  const chunks: Buffer[] = []
  let size = 0
  let sum = 0
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    const piece = chunk as Buffer
    size += piece.length
    sum = crc32(piece, sum)
    if (size > left) throw new Unreadable('zip-bomb', '总计超过 100 MB')
    if (size > ratioFrom && size > entry.compressedSize * mostRatio)
      throw new Unreadable('zip-bomb', '超过 100 倍')
    if (kept && size > mostKept) throw new Unreadable('too-complex', '单个部件过大')
    if (kept || chunks.length === 0) chunks.push(piece)
  }
  if (sum !== entry.crc32) throw new Unreadable('zip-layout', '校验不符')
  const content = kept ? Buffer.concat(chunks) : null
  return {
    name: entry.fileName,
    size,
    head: (content ?? chunks[0] ?? Buffer.alloc(0)).subarray(0, 16),
    content,
  }
}

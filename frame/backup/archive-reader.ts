import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { extract } from 'tar-stream'
import {
  isFilePath,
  manifestForm,
  manifestName,
  pieceTable,
  sumsName,
  type Manifest,
} from './manifest.ts'

const mostManifest = 256 * 1024 * 1024

/** One entry of an archive; its bytes must be read before the next entry comes. */
export interface ArchiveEntry {
  name: string
  bytes: AsyncIterable<Buffer>
}

/** The entries of an archive in order. In: its file. Errors: throws when it is no tar or ends early. */
export async function* archiveEntries(file: string): AsyncGenerator<ArchiveEntry> {
  const tar = extract()
  const source = createReadStream(file, { highWaterMark: 1024 * 1024 })
  source.on('error', (error) => tar.destroy(error))
  source.pipe(tar)
  for await (const entry of tar)
    yield { name: entry.header.name, bytes: entry as AsyncIterable<Buffer> }
}

/** Reads past an entry that is not wanted. */
export async function skipEntry(bytes: AsyncIterable<Buffer>): Promise<void> {
  const reader = bytes[Symbol.asyncIterator]()
  while (!(await reader.next()).done);
}

/**
 * Reads an archive from end to end without touching anything else: every entry has the hash SHA256SUMS
 * gives it, none is missing, none is added, and each has a place. Out: its manifest.
 * Errors: one sentence naming the first thing that is not right.
 */
export async function checkArchive(file: string): Promise<Manifest> {
  const found = new Map<string, string>()
  const kept = new Map<string, Buffer>()
  try {
    for await (const { name, bytes } of archiveEntries(file)) {
      if (found.has(name)) throw new BadArchive(`${name} 出现两次`)
      if (!hasPlace(name)) throw new BadArchive(`不认识其中的 ${name}`)
      const keep = name === manifestName || name === sumsName
      const { sha256, content } = await digest(bytes, keep)
      found.set(name, sha256)
      if (content) kept.set(name, content)
    }
  } catch (error) {
    if (error instanceof BadArchive) throw error
    throw new BadArchive('文件不完整，或不是备份', { cause: error })
  }
  compareSums(found, kept.get(sumsName)?.toString('utf8'))
  return readManifest(kept.get(manifestName), found)
}

/** The archive cannot be restored, and why. */
class BadArchive extends Error {
  constructor(why: string, options?: ErrorOptions) {
    super(`备份文件有误：${why}。没有改动任何内容，请换一份备份。`, options)
  }
}

const hasPlace = (name: string) =>
  name === manifestName || name === sumsName || pieceTable(name) !== null || isFilePath(name)

async function digest(bytes: AsyncIterable<Buffer>, keep: boolean) {
  const hash = createHash('sha256')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    hash.update(chunk)
    size += chunk.length
    if (keep && size <= mostManifest) chunks.push(chunk)
  }
  return { sha256: hash.digest('hex'), content: keep ? Buffer.concat(chunks) : null }
}

function compareSums(found: ReadonlyMap<string, string>, text: string | undefined): void {
  if (text === undefined) throw new BadArchive(`缺少 ${sumsName}，文件不完整`)
  const lines = text.split('\n').filter(Boolean)
  for (const line of lines) {
    const [sha256, name] = [line.slice(0, 64), line.slice(66)]
    if (!found.has(name)) throw new BadArchive(`缺少 ${name}`)
    if (found.get(name) !== sha256) throw new BadArchive(`${name} 的内容与校验和不符`)
  }
  // SHA256SUMS cannot name itself
  if (lines.length !== found.size - 1) throw new BadArchive('有多出来的内容')
}

function readManifest(bytes: Buffer | undefined, found: ReadonlyMap<string, string>): Manifest {
  if (!bytes) throw new BadArchive(`缺少 ${manifestName}`)
  const parsed = manifestForm.safeParse(JSON.parse(bytes.toString('utf8')))
  if (!parsed.success) throw new BadArchive(`${manifestName} 的格式不认识，可能由更新的版本制作`)
  const tables = new Set(parsed.data.tables.map((t) => `${t.schema}.${t.name}`))
  for (const name of found.keys()) {
    const table = pieceTable(name)
    if (table !== null && !tables.has(table)) throw new BadArchive(`${name} 不属于任何表`)
  }
  return parsed.data
}

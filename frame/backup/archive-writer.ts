import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { pack } from 'tar-stream'
import { sumsName } from './manifest.ts'

/** An archive being written. It has its name only when it is whole. */
export interface ArchiveWriter {
  add(name: string, bytes: Buffer): Promise<void>
  /** Streams a file in. Out: its SHA-256. */
  addFile(name: string, from: string): Promise<string>
  /** Writes SHA256SUMS, syncs and gives the archive its name. Out: its size in bytes. */
  finish(): Promise<number>
  /** Throws the unfinished archive away. */
  giveUp(): Promise<void>
}

/**
 * Begins an archive (tar, one pass, nothing kept in memory but one piece). In: the file it becomes, which
 * must not exist. It is readable by its owner only: it holds keys and everything else.
 */
export async function writeArchive(file: string, at: Date): Promise<ArchiveWriter> {
  const unfinished = `${file}.part`
  await mkdir(path.dirname(file), { recursive: true })
  if (await stat(file).catch(() => null)) throw new Error(`${file} 已经存在，请换一个文件名。`)
  const tar = pack()
  const out = pipeline(tar, createWriteStream(unfinished, { mode: 0o600 }))
  // Told where it is awaited; until then it must not end the process.
  out.catch(() => {})
  const sums: string[] = []
  const entry = async (name: string, size: number, chunks: AsyncIterable<Buffer>) => {
    const hash = createHash('sha256')
    const done = Promise.withResolvers<void>()
    const sink = tar.entry({ name, size, mtime: at, mode: 0o600 }, (error) =>
      error ? done.reject(error) : done.resolve(),
    )
    for await (const chunk of chunks) {
      hash.update(chunk)
      if (!sink.write(chunk)) await Promise.race([once(sink, 'drain'), out])
    }
    sink.end(null)
    await Promise.race([done.promise, out])
    const sha256 = hash.digest('hex')
    sums.push(`${sha256}  ${name}\n`)
    return sha256
  }
  const add = async (name: string, bytes: Buffer) =>
    void (await entry(name, bytes.length, one(bytes)))
  return {
    add,
    addFile: async (name, from) => {
      const { size } = await stat(from)
      // A file that grows meanwhile is taken as long as it was.
      return entry(
        name,
        size,
        size === 0 ? one(Buffer.alloc(0)) : createReadStream(from, { end: size - 1 }),
      )
    },
    finish: async () => {
      await add(sumsName, Buffer.from(sums.join('')))
      tar.finalize()
      await out
      await synced(unfinished)
      await rename(unfinished, file)
      await synced(path.dirname(file))
      return (await stat(file)).size
    },
    giveUp: async () => {
      tar.destroy(new Error('given up'))
      await out.catch(() => {})
      await rm(unfinished, { force: true })
    },
  }
}

async function* one(bytes: Buffer) {
  if (bytes.length > 0) yield bytes
}

async function synced(at: string): Promise<void> {
  const handle = await open(at, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

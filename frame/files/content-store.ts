import { randomUUID } from 'node:crypto'
import { link, mkdir, open, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'

/** Where contents lie by their hash, and where what is still coming in waits. */
export const contentFolder = (dataDir: string) => path.join(dataDir, 'files')
export const incomingFolder = (dataDir: string) => path.join(dataDir, 'incoming')

/** Path of a content. In: data folder, SHA-256 in lower-case hex. Errors: throws for anything else. */
export function contentPath(dataDir: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256')
  return path.join(contentFolder(dataDir), sha256.slice(0, 2), sha256)
}

/** A new path for something coming in; its folder exists. */
export async function incomingPath(dataDir: string): Promise<string> {
  await mkdir(incomingFolder(dataDir), { recursive: true, mode: 0o700 })
  return path.join(incomingFolder(dataDir), randomUUID())
}

/**
 * Keeps a received file under its hash, on disk before it returns; the received file stays. Safe to
 * repeat. In: a path on the same disk whose bytes have been synced and have this hash.
 */
export async function keepContent(dataDir: string, from: string, sha256: string): Promise<void> {
  const to = contentPath(dataDir, sha256)
  const folder = path.dirname(to)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await link(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    // The sweep goes by age: what is wanted again is young again.
    const now = new Date()
    await utimes(to, now, now)
  }
  // The name, too, must survive a power cut: the row that follows speaks of it.
  await syncFolder(folder)
}

/** Takes a content away, for good. */
export async function dropContent(dataDir: string, sha256: string): Promise<void> {
  await rm(contentPath(dataDir, sha256), { force: true })
}

/** Whether a content is there with this size in bytes. */
export async function hasContent(dataDir: string, sha256: string, size: number): Promise<boolean> {
  const known = await stat(contentPath(dataDir, sha256)).catch(() => null)
  return known?.size === size
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

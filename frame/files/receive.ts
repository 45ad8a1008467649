import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'

// A refused sender may finish its sentence for so long.
const afterword = 30_000

/** What was received. */
export interface Received {
  size: number
  sha256: string
}

/** The sender sent more than was allowed. */
export class TooLong extends Error {}

/**
 * Streams a body to a new file, hashing it, and syncs it; on senders that stall the server hangs up. In: the
 * body, a path that does not exist, the most bytes allowed. Errors: {@link TooLong}; whatever broke the
 * stream. No file is left then.
 */
export async function receive(body: Readable, to: string, most: number): Promise<Received> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(to, 'wx', 0o600)
  try {
    // Leaving the loop must not destroy the request: the answer still has to go out on it.
    for await (const chunk of body.iterator({ destroyOnReturn: false })) {
      const bytes = chunk as Buffer
      size += bytes.length
      if (size > most) throw new TooLong()
      hash.update(bytes)
      await file.write(bytes)
    }
    await file.sync()
    await file.close()
    return { size, sha256: hash.digest('hex') }
  } catch (error) {
    await file.close().catch(() => {})
    await rm(to, { force: true })
    throw error
  }
}

/**
 * Lets a refused sender finish, throwing its bytes away: a browser shows the answer only when it could
 * send everything. After half a minute the connection is cut.
 */
export function drain(body: Readable): void {
  if (body.readableEnded || body.destroyed) return
  const alarm = setTimeout(() => body.destroy(), afterword).unref()
  body.once('close', () => clearTimeout(alarm))
  body.on('error', () => {})
  body.resume()
}

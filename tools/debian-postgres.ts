import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbedded, type Embedded } from '#frame/db/embedded.ts'

const bin = '/usr/lib/postgresql/15/bin'

/** Starts Debian's PostgreSQL 15 on a temporary folder and a free port; null when it is not installed. */
export async function startDebianPostgres(): Promise<Embedded | null> {
  if (!existsSync(path.join(bin, 'postgres'))) return null
  const folder = await mkdtemp(path.join(tmpdir(), 'lianguan-pg15-'))
  await chmod(folder, 0o755)
  const server = await startEmbedded({
    dataDir: path.join(folder, 'db'),
    volatile: true,
    connections: 200,
    programs: { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') },
  })
  return {
    url: server.url,
    pid: server.pid,
    dataDir: server.dataDir,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '#frame/config.ts'
import { databaseFolder } from '#frame/db/embedded-binaries.ts'
import { readPostmaster } from '#frame/db/embedded-process.ts'
import { startEmbedded } from '#frame/db/embedded.ts'

/** A database within reach, running before or started for the occasion. */
export interface ReachedDatabase {
  url: string
  close(): Promise<void>
}

/**
 * The house's database, whether the house runs or not: the one of DATABASE_URL, the embedded one that is
 * running, or the embedded one started for as long as it is needed. Errors: one sentence when there is none.
 */
export async function reachDatabase(
  config: Config,
  say: (sentence: string) => void,
): Promise<ReachedDatabase> {
  if (config.databaseUrl) return { url: config.databaseUrl, close: async () => {} }
  const folder = await databaseFolder(config.dataDir, say)
  if (!existsSync(path.join(folder, 'PG_VERSION')))
    throw new Error(
      `${folder} 中没有数据库。请用 DATA_DIR 指定联管的数据文件夹，或用 DATABASE_URL 指定数据库。`,
    )
  if (await readPostmaster(folder)) return { url: await runningUrl(folder), close: async () => {} }
  say('数据库没有运行，为核验临时启动……')
  const server = await startEmbedded({ dataDir: folder, onNote: say })
  return { url: server.url('lianguan'), close: () => server.stop() }
}

/** Where a running embedded server listens: the fourth line of its pid file is the port. */
async function runningUrl(folder: string): Promise<string> {
  const port = (await readFile(path.join(folder, 'postmaster.pid'), 'utf8')).split('\n')[3]
  const password = (await readFile(`${folder}.password`, 'utf8')).trim()
  return `postgres://lianguan:${encodeURIComponent(password)}@127.0.0.1:${port}/lianguan`
}

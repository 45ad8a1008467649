import { existsSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '#frame/config.ts'
import { databaseFolder } from '#frame/db/embedded-binaries.ts'
import { readPostmaster, stopPostmaster } from '#frame/db/embedded-process.ts'

const markOf = (config: Config) => path.join(config.dataDir, 'demo-unfinished')

/**
 * Takes away what a first start left that was interrupted while it filled the demonstration: half a
 * demonstration would be taken for a whole one, and nobody has worked in it yet.
 * Errors: with a database of somebody else's, one sentence saying what to do.
 */
export async function clearUnfinishedDemo(
  config: Config,
  say: (sentence: string) => void,
): Promise<void> {
  if (!existsSync(markOf(config))) return
  if (config.databaseUrl)
    throw new Error(
      '上次准备演示数据时被中断，数据库里只有一半。请换一个空的数据库和空的 DATA_DIR 再启动。',
    )
  say('上次准备演示数据时被中断，正在从头准备……')
  const database = await databaseFolder(config.dataDir, say)
  const orphan = await readPostmaster(database)
  if (orphan) await stopPostmaster(database, orphan)
  for (const left of [database, `${database}.password`, `${database}.log`])
    await rm(left, { recursive: true, force: true })
  for (const name of await readdir(config.dataDir))
    if (name !== 'server.lock')
      await rm(path.join(config.dataDir, name), { recursive: true, force: true })
}

/** Fills with a mark beside it, so that an interruption is seen at the next start. */
export async function withUnfinishedMark(config: Config, fill: () => Promise<void>): Promise<void> {
  await writeFile(markOf(config), '', { mode: 0o600 })
  await fill()
  await rm(markOf(config), { force: true })
}

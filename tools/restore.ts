// npm run restore -- FILE [--verify] [--to DATA_DIR] [--database URL]      into an empty folder and database
import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { checkArchive } from '#frame/backup/archive-reader.ts'
import type { Manifest } from '#frame/backup/manifest.ts'
import {
  mendTiles,
  refuseFilledDatabase,
  refuseFilledFolder,
  restoreBackup,
} from '#frame/backup/restore-backup.ts'
import { verifyRestored, type Comparison } from '#frame/backup/verify-restored.ts'
import { readConfig } from '#frame/config.ts'
import { lockDataFolder } from '#frame/data-lock.ts'
import { openDatabase, openPool } from '#frame/db/connect.ts'
import { databaseFolder } from '#frame/db/embedded-binaries.ts'
import { startEmbedded } from '#frame/db/embedded.ts'

const say = (sentence: string) => console.error(`· ${sentence}`)
const fromCaller = (file: string) => path.resolve(process.env['INIT_CWD'] ?? '.', file)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    verify: { type: 'boolean', default: false },
    to: { type: 'string' },
    database: { type: 'string' },
  },
})
const config = readConfig({
  ...process.env,
  ...(values.to === undefined ? {} : { DATA_DIR: fromCaller(values.to) }),
  ...(values.database === undefined
    ? {}
    : { DATABASE_URL: values.database, DATABASE_OWNER_URL: '' }),
})

/** An empty database to restore into. */
interface Place {
  url: string
  close(): Promise<void>
  /** Takes away what was begun. */
  discard(): Promise<void>
}

const nothing = async () => {}

async function place(): Promise<Place> {
  const url = config.databaseOwnerUrl ?? config.databaseUrl
  if (url) return { url, close: nothing, discard: nothing }
  const folder = await databaseFolder(config.dataDir, say)
  if (existsSync(path.join(folder, 'PG_VERSION')))
    throw new Error(`${folder} 中已有数据库。恢复只写入空的文件夹，请用 --to 指定另一个。`)
  const server = await startEmbedded({ dataDir: folder, onNote: say })
  const admin = new pg.Client({ connectionString: server.url('postgres') })
  await admin.connect()
  await admin.query("create database lianguan encoding 'UTF8' template template0")
  await admin.end()
  return {
    url: server.url('lianguan'),
    close: () => server.stop(),
    discard: async () => {
      await server.stop()
      for (const suffix of ['', '.password', '.log'])
        await rm(`${folder}${suffix}`, { recursive: true, force: true })
    },
  }
}

async function restore(file: string): Promise<boolean> {
  say('正在核对备份文件……')
  const manifest = await checkArchive(file)
  await refuseFilledFolder(config.dataDir, [])
  await mkdir(config.dataDir, { recursive: true, mode: 0o711 })
  const unlock = await lockDataFolder(config.dataDir)
  const to = await place().catch(async (error: unknown) => {
    await unlock()
    throw error
  })
  const client = new pg.Client({ connectionString: to.url })
  let whole = false
  try {
    await client.connect()
    await refuseFilledDatabase(client)
    await restoreBackup({ client, dataDir: config.dataDir, say }, file, manifest)
    const good = await finish(client, to.url, file, manifest)
    whole = true
    return good
  } finally {
    await client.end().catch(() => {})
    await (whole ? to.close() : to.discard())
    await unlock()
  }
}

async function finish(client: pg.Client, url: string, file: string, manifest: Manifest) {
  const pool = openPool(url, 2)
  const db = openDatabase(pool)
  try {
    await mendTiles(db, config.dataDir, manifest)
    console.log(`✓ 已恢复到 ${config.dataDir}（${manifest.at} 的备份）/ restored`)
    if (!values.verify) return true
    say('正在逐项核对……')
    return show(await verifyRestored({ client, db, dataDir: config.dataDir }, file, manifest))
  } finally {
    await pool.end()
  }
}

function show(compared: readonly Comparison[]): boolean {
  for (const { what, backup, here, equal } of compared)
    console.log(`${equal ? '✓' : '✗'} ${what}：备份 ${backup}，现在 ${here}`)
  const differing = compared.filter((c) => !c.equal).length
  console.log(
    differing === 0
      ? `✓ 全部相符：${compared.length} 项 / all ${compared.length} equal`
      : `✗ ${differing} 项不符 / ${differing} differ`,
  )
  return differing === 0
}

try {
  const [file] = positionals
  if (file === undefined)
    throw new Error(
      '用法 / usage: npm run restore -- FILE [--verify] [--to DATA_DIR] [--database URL]',
    )
  process.exitCode = (await restore(fromCaller(file))) ? 0 : 1
} catch (error) {
  console.error(`✗ ${(error as Error).message}`)
  process.exitCode = 1
}

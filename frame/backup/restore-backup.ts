import { mkdir, open, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import type { Database } from '#frame/db/connect.ts'
import { migrate } from '#frame/db/migrate.ts'
import { publish } from '#frame/ledger/publish.ts'
import { tileFolder } from '#frame/ledger/tile-store.ts'
import { archiveEntries, skipEntry } from './archive-reader.ts'
import { loadTables } from './load-tables.ts'
import { pieceTable, type Manifest } from './manifest.ts'
import { tablesOf } from './schema.ts'

const folders = ['files', 'papers', 'tiles', 'keys', 'fonts']

/** Where a backup is restored to: both must be empty. */
export interface RestoreTarget {
  /** A connection of the owner to an empty database. */
  client: pg.ClientBase
  dataDir: string
  say?: (sentence: string) => void
}

/** Errors: one sentence when the data folder holds anything. In: names that may be there. */
export async function refuseFilledFolder(
  dataDir: string,
  allowed: readonly string[],
): Promise<void> {
  const there = await readdir(dataDir).catch(() => [])
  const more = there.filter((name) => !allowed.includes(name))
  if (more.length > 0)
    throw new Error(
      `数据文件夹 ${dataDir} 不是空的（有 ${more.slice(0, 3).join('、')}）。恢复只写入空的文件夹，请用 --to 指定另一个。`,
    )
}

/** Errors: one sentence when the database holds any table. */
export async function refuseFilledDatabase(client: pg.ClientBase): Promise<void> {
  const tables = await tablesOf(client)
  if (tables.length > 0)
    throw new Error(
      `数据库不是空的（有 ${tables.length} 张表）。恢复只写入空的数据库，请新建一个：create database … encoding 'UTF8' template template0。`,
    )
}

/**
 * Restores an archive that has been checked, database and files. Errors: throws; the folders written are
 * taken away again, and the database has no rows.
 */
export async function restoreBackup(
  target: RestoreTarget,
  file: string,
  manifest: Manifest,
): Promise<void> {
  const { client, dataDir, say = () => {} } = target
  try {
    say('正在按迁移建立表结构……')
    await migrate(client, new Map(manifest.migrations.map((m) => [m.name, m.sha256])))
    say('正在写入数据和文件……')
    const loader = await loadTables(client, manifest)
    for await (const { name, bytes } of archiveEntries(file)) {
      const table = pieceTable(name)
      if (table !== null) await loader.piece(table, bytes)
      else if (folders.includes(name.split('/')[0]!)) await writeOut(dataDir, name, bytes)
      else await skipEntry(bytes)
    }
    await loader.finish()
  } catch (error) {
    await client.query('rollback').catch(() => {})
    for (const folder of folders)
      await rm(path.join(dataDir, folder), { recursive: true, force: true })
    throw error
  }
}

/** Writes the tiles the backup did not have yet, from the rows. */
export async function mendTiles(db: Database, dataDir: string, manifest: Manifest): Promise<void> {
  if (!manifest.ledger) return
  const { size, root, note } = manifest.ledger
  await publish(db, tileFolder(dataDir), 0, { size, root: Buffer.from(root, 'hex'), note })
}

async function writeOut(
  dataDir: string,
  name: string,
  bytes: AsyncIterable<Buffer>,
): Promise<void> {
  const to = path.join(dataDir, name)
  const secret = name.startsWith('keys/') && !name.endsWith('.vkey')
  // Tiles are public and served as they are; the rest is for the house alone.
  const shown = name.startsWith('tiles/')
  await mkdir(path.dirname(to), { recursive: true, mode: shown ? 0o755 : 0o700 })
  const handle = await open(to, 'wx', secret ? 0o600 : shown ? 0o644 : 0o640)
  try {
    for await (const chunk of bytes) await handle.write(chunk)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

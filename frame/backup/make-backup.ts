import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import type { Config } from '#frame/config.ts'
import { tileFolder, readTile } from '#frame/ledger/tile-store.ts'
import { tilePath, tilesBetween } from '#frame/ledger/tiles.ts'
import { writeArchive, type ArchiveWriter } from './archive-writer.ts'
import { dumpTable } from './dump-tables.ts'
import { hashInName, manifestName, type DumpedTable, type Manifest } from './manifest.ts'
import { migrationsOf, sequencesOf, tablesOf } from './schema.ts'
import product from '../../package.json' with { type: 'json' }

/** What a backup is made from. */
export interface BackupSource {
  /** A connection of its own, not of a pool: it is busy for the whole backup. */
  client: pg.ClientBase
  config: Pick<Config, 'dataDir' | 'publicUrl'>
  /** Told what is being done, in Chinese. */
  say?: (sentence: string) => void
}

/** What came out. */
export interface BackupReport {
  file: string
  bytes: number
  manifest: Manifest
}

/**
 * Makes one archive of the whole house while it works: the database in one snapshot over the wire, the
 * jobs still to be done included; every content and paper that snapshot names; the ledger's tiles up to
 * that snapshot's head; keys and fonts. In: the file, which must not exist. `manifest.lost` names what the
 * database speaks of and the disk did not have: then the archive is made, but the house is not whole.
 */
export async function makeBackup(source: BackupSource, file: string): Promise<BackupReport> {
  const { client } = source
  // The snapshot is taken by the first query, so that all tables are of one instant.
  await client.query('begin isolation level repeatable read read only')
  try {
    await client.query("set local statement_timeout = 0; set local datestyle = 'ISO'")
    const { rows } = await client.query<{ at: Date; version: string }>(
      "select now() as at, current_setting('server_version') as version",
    )
    const { at, version } = rows[0]!
    const archive = await writeArchive(file, at)
    try {
      const manifest = await fill(source, archive, { at: at.toISOString(), postgres: version })
      await archive.add(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`))
      return { file, bytes: await archive.finish(), manifest }
    } catch (error) {
      await archive.giveUp()
      throw error
    }
  } finally {
    await client.query('rollback')
  }
}

async function fill(
  source: BackupSource,
  archive: ArchiveWriter,
  about: Pick<Manifest, 'at' | 'postgres'>,
): Promise<Manifest> {
  const { client, config, say = () => {} } = source
  const tables: DumpedTable[] = []
  for (const table of await tablesOf(client)) tables.push(await dumpTable(client, table, archive))
  const rows = tables.reduce((sum, t) => sum + t.rows, 0)
  say(`数据库：${tables.length} 张表，${rows} 行`)
  const ledger = await headOf(client)
  const files = await addFiles(client, config.dataDir, archive)
  say(`文件、公文、密钥和字体：${files.count} 个`)
  const tiles = await addTiles(config.dataDir, archive, ledger)
  say(`留痕：${ledger?.size ?? 0} 叶，${tiles.count} 个瓦片文件`)
  return {
    format: 'lianguan-backup',
    version: 1,
    ...about,
    product: product.version,
    publicUrl: config.publicUrl,
    migrations: await migrationsOf(client),
    tables,
    sequences: await sequencesOf(client),
    ledger,
    files: { count: files.count + tiles.count, bytes: files.bytes + tiles.bytes },
    lost: files.lost,
  }
}

async function headOf(client: pg.ClientBase): Promise<Manifest['ledger']> {
  const { rows } = await client.query<{ size: string; root: Buffer; note: string }>(
    'select size::text, root, note from checkpoint order by checkpoint.size desc limit 1',
  )
  const head = rows[0]
  return head ? { size: Number(head.size), root: head.root.toString('hex'), note: head.note } : null
}

interface Added {
  count: number
  bytes: number
  lost: string[]
}

async function addFiles(
  client: pg.ClientBase,
  dataDir: string,
  archive: ArchiveWriter,
): Promise<Added> {
  const added: Added = { count: 0, bytes: 0, lost: [] }
  const named = [...(await namedFiles(client)), ...(await smallFolders(dataDir))]
  for (const name of named) {
    const at = path.join(dataDir, name)
    const own = hashInName(name)
    const size = await sizeOf(at)
    if (size === null) {
      added.lost.push(name)
      continue
    }
    const sha256 = await archive.addFile(name, at)
    if (own !== null && own !== sha256) added.lost.push(name)
    added.count += 1
    added.bytes += size
  }
  return added
}

/** Contents and papers the snapshot names. An infected content is no longer on disk, by intent. */
async function namedFiles(client: pg.ClientBase): Promise<string[]> {
  const contents = await client.query<{ sha256: string }>(
    "select distinct sha256 from stored_file where scan <> 'infected' order by 1",
  )
  const papers = await client.query<{ sha256: string }>(
    'select distinct file_sha256 as sha256 from paper_state where file_sha256 is not null order by 1',
  )
  return [
    ...contents.rows.map(({ sha256 }) => `files/${sha256.slice(0, 2)}/${sha256}`),
    ...papers.rows.map(({ sha256 }) => `papers/${sha256.slice(0, 2)}/${sha256}.pdf`),
  ]
}

async function smallFolders(dataDir: string): Promise<string[]> {
  const names: string[] = []
  for (const folder of ['keys', 'fonts']) {
    const entries = await readdir(path.join(dataDir, folder), { withFileTypes: true }).catch(
      () => [],
    )
    names.push(...entries.filter((e) => e.isFile()).map((e) => `${folder}/${e.name}`))
  }
  return names.toSorted()
}

async function sizeOf(file: string): Promise<number | null> {
  return stat(file).then(
    (s) => s.size,
    () => null,
  )
}

// Exactly the tiles of the snapshot's tree: a tile of a later head would not fit the restored rows. One
// that is not written yet is made from the rows when the archive is restored.
async function addTiles(
  dataDir: string,
  archive: ArchiveWriter,
  head: Manifest['ledger'],
): Promise<Omit<Added, 'lost'>> {
  const added = { count: 0, bytes: 0 }
  if (!head) return added
  for (const tile of tilesBetween(0, head.size)) {
    const bytes = await readTile(tileFolder(dataDir), tile)
    if (!bytes) continue
    await archive.add(`tiles/${tilePath(tile)}`, bytes)
    added.count += 1
    added.bytes += bytes.length
  }
  const note = Buffer.from(head.note)
  await archive.add('tiles/checkpoint', note)
  return { count: added.count + 1, bytes: added.bytes + note.length }
}

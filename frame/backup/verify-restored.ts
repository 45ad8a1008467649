import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import type { Database } from '#frame/db/connect.ts'
import { vkeyFile } from '#frame/ledger/keys.ts'
import { verifierFrom } from '#frame/ledger/note.ts'
import { readCheckpoint, tileFolder } from '#frame/ledger/tile-store.ts'
import { verifyLedger } from '#frame/ledger/verify.ts'
import { archiveEntries } from './archive-reader.ts'
import { isFilePath, type Manifest } from './manifest.ts'
import { tableName } from './schema.ts'

/** One thing compared: what the backup has and what is here now. */
export interface Comparison {
  what: string
  backup: string
  here: string
  equal: boolean
}

const compared = (what: string, backup: string | number, here: string | number): Comparison => ({
  what,
  backup: String(backup),
  here: String(here),
  equal: backup === here,
})

/**
 * Compares a restored house with its archive: rows of every table, the ledger's head and the whole ledger
 * recomputed, every file read back from disk.
 */
export async function verifyRestored(
  house: { client: pg.ClientBase; db: Database; dataDir: string },
  file: string,
  manifest: Manifest,
): Promise<Comparison[]> {
  const tables: Comparison[] = []
  for (const table of manifest.tables)
    tables.push(
      compared(`${table.schema}.${table.name}`, table.rows, await rowsOf(house.client, table)),
    )
  return [
    ...tables,
    ...(await compareLedger(house, manifest)),
    ...(await compareFiles(house, file)),
  ]
}

async function rowsOf(client: pg.ClientBase, table: { schema: string; name: string }) {
  const { rows } = await client.query<{ n: string }>(
    `select count(*)::text as n from ${tableName(table)}`,
  )
  return Number(rows[0]!.n)
}

async function compareLedger(
  { client, db, dataDir }: { client: pg.ClientBase; db: Database; dataDir: string },
  { ledger }: Manifest,
): Promise<Comparison[]> {
  const { rows } = await client.query<{ size: string; root: string }>(
    "select size::text, encode(root, 'hex') as root from checkpoint order by checkpoint.size desc limit 1",
  )
  const head = rows[0] ? `${rows[0].size} ${rows[0].root}` : '0'
  const there = ledger ? `${ledger.size} ${ledger.root}` : '0'
  const shown = await readCheckpoint(tileFolder(dataDir))
  const results = [compared('留痕树头', there, head)]
  if (!ledger) return results
  results.push(compared('公布的检查点', sha256(ledger.note), sha256(shown ?? '')))
  const vkey = await readFile(vkeyFile(dataDir), 'utf8').catch(() => null)
  if (vkey === null) return [...results, compared('留痕公钥', '在', '不在')]
  const trusted = [verifierFrom(vkey.trim())]
  const report = await verifyLedger(db, { trusted, folder: tileFolder(dataDir) })
  return [...results, compared('留痕重新核验的不符处', 0, report.count)]
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

async function compareFiles({ dataDir }: { dataDir: string }, file: string): Promise<Comparison[]> {
  const differing: Comparison[] = []
  let count = 0
  for await (const { name, bytes } of archiveEntries(file)) {
    const there = await hashOf(bytes)
    if (!isFilePath(name)) continue
    const here = await hashOf(createReadStream(path.join(dataDir, name))).catch(() => '不在')
    if (here === there) count += 1
    else differing.push(compared(name, there, here))
  }
  return [...differing, compared('文件哈希相符', count + differing.length, count)]
}

async function hashOf(bytes: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of bytes) hash.update(chunk)
  return hash.digest('hex')
}

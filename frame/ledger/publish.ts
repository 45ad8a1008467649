import { sql } from 'kysely'
import type { Database } from '#frame/db/connect.ts'
import { beginningOf, hasTile, readTile, writeCheckpoint, writeTile } from './tile-store.ts'
import { packEntries, tilesBetween, tileWidth, type Tile } from './tiles.ts'
import { rootOf, treeReader } from './tree-reader.ts'
import { LedgerTrouble } from './trouble.ts'

/** A head as the database holds it. */
export interface Head {
  size: number
  root: Buffer
  note: string
}

/**
 * Writes the tile files between two sizes that are missing, from the rows, and then shows the new head.
 * From 0 it mends whatever is missing of the whole tree. It never changes a file that is there; when the
 * files do not give the head's root, the head is not shown.
 * Errors: {@link LedgerTrouble}.
 */
export async function publish(
  db: Database,
  folder: string,
  from: number,
  head: Head,
): Promise<void> {
  for (const tile of tilesBetween(from, head.size))
    if (!(await hasTile(folder, tile)))
      await writeTile(folder, tile, await tileBytes(db, folder, tile))
  const root = await treeReader(folder, head.size).root({ begin: 0, end: head.size })
  if (!root.equals(head.root))
    throw new LedgerTrouble(
      '留痕的瓦片文件与检查点不符，有文件被改动。新检查点暂不公布，请立即运行 npm run ledger:verify 找出被改的文件。',
    )
  await writeCheckpoint(folder, head.note)
}

async function tileBytes(db: Database, folder: string, tile: Tile): Promise<Buffer> {
  if (tile.level === 'entries') return packEntries((await leaves(db, tile)).map((l) => l.entry))
  if (tile.level === 0) return Buffer.concat((await leaves(db, tile)).map((l) => l.leaf_hash))
  // Every hash of a higher tile costs a tile below it: what a partial file has already is not made again.
  const beginning = await beginningOf(folder, tile)
  const hashes: Buffer[] = [beginning]
  for (let n = beginning.length / 32; n < tile.width; n += 1) {
    const below = { level: tile.level - 1, index: tile.index * tileWidth + n, width: tileWidth }
    const bytes = await readTile(folder, below)
    if (bytes?.length !== tileWidth * 32) throw new LedgerTrouble('留痕的下层瓦片文件不完整。')
    hashes.push(rootOf(bytes))
  }
  return Buffer.concat(hashes)
}

/** The rows under a tile of leaves. Errors: {@link LedgerTrouble} when one is missing. */
async function leaves(db: Database, tile: Tile) {
  const first = tile.index * tileWidth
  const rows = await db
    .selectFrom('audit_leaf')
    .innerJoin('audit_event', 'audit_event.id', 'audit_leaf.event_id')
    .select(['leaf_hash', sql<Buffer>`sha256(body)`.as('entry')])
    .where('leaf_index', '>=', first)
    .where('leaf_index', '<', first + tile.width)
    .orderBy('leaf_index')
    .execute()
  if (rows.length !== tile.width)
    throw new LedgerTrouble(
      `留痕第 ${first} 至 ${first + tile.width - 1} 叶在数据库中不完整，请立即运行 npm run ledger:verify。`,
    )
  return rows
}

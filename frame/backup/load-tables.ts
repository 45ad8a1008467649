import { createHash, type Hash } from 'node:crypto'
import { once } from 'node:events'
import type pg from 'pg'
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams'
import { skipEntry } from './archive-reader.ts'
import type { DumpedTable, Manifest } from './manifest.ts'
import { foreignKeysOf, quoted, tableName, tablesOf } from './schema.ts'

/** Tables being filled, in one transaction. */
export interface TableLoader {
  /** One piece of a table; the pieces of a table come one after the other. */
  piece(table: string, bytes: AsyncIterable<Buffer>): Promise<void>
  /** Foreign keys, sequences, counts and hashes; then all of it is there at once. */
  finish(): Promise<void>
}

// Made anew by the migrations themselves.
const ledgerOfMigrations = 'public.schema_migration'

const full = (t: { schema: string; name: string }) => `${t.schema}.${t.name}`

/**
 * Begins to fill the tables of a freshly migrated database. Rows that migrations wrote give way to those
 * of the backup. Errors: throws when the tables are not those of the backup.
 */
export async function loadTables(client: pg.ClientBase, manifest: Manifest): Promise<TableLoader> {
  const wanted = new Map(manifest.tables.map((t) => [full(t), t]))
  await compareShapes(client, wanted)
  await client.query("begin; set local statement_timeout = 0; set local search_path = ''")
  // Rows come in no order that foreign keys would allow: they are made again over the whole, and checked.
  const keys = await foreignKeysOf(client)
  for (const key of keys)
    await client.query(`alter table ${key.table} drop constraint ${quoted(key.name)}`)
  const filled = manifest.tables.filter((t) => full(t) !== ledgerOfMigrations)
  await client.query(`truncate ${filled.map(tableName).join(', ')}`)
  const loaded = new Map<string, { rows: number; sha256: string }>()
  let open: { name: string; stream: CopyStreamQuery; hash: Hash } | null = null
  const close = async () => {
    if (!open) return
    const { name, stream, hash } = open
    stream.end()
    await once(stream, 'finish')
    loaded.set(name, { rows: stream.rowCount, sha256: hash.digest('hex') })
    open = null
  }
  return {
    async piece(name, bytes) {
      if (name === ledgerOfMigrations) return skipEntry(bytes)
      if (open?.name !== name) {
        await close()
        open = { name, ...begin(client, wanted.get(name)!) }
      }
      for await (const chunk of bytes) {
        open.hash.update(chunk)
        if (!open.stream.write(chunk)) await once(open.stream, 'drain')
      }
    },
    async finish() {
      await close()
      for (const table of filled) compareRows(table, loaded.get(full(table)))
      for (const key of keys)
        await client.query(
          `alter table ${key.table} add constraint ${quoted(key.name)} ${key.definition}`,
        )
      for (const { schema, name, last, called } of manifest.sequences)
        await client.query('select setval($1::regclass, $2::bigint, $3)', [
          tableName({ schema, name }),
          last,
          called,
        ])
      await client.query('commit')
      await client.query('analyze')
    },
  }
}

function begin(client: pg.ClientBase, table: DumpedTable) {
  const columns = table.columns.map(quoted).join(', ')
  const stream = client.query(copyFrom(`copy ${tableName(table)} (${columns}) from stdin`))
  return { stream, hash: createHash('sha256') }
}

async function compareShapes(
  client: pg.ClientBase,
  wanted: ReadonlyMap<string, DumpedTable>,
): Promise<void> {
  const here = await tablesOf(client)
  const missing = [...wanted.keys()].filter((name) => !here.some((t) => full(t) === name))
  if (missing.length > 0)
    throw new Error(
      `备份中的表 ${missing.join('、')} 在这个版本中没有，不能恢复。请用制作备份的版本恢复。`,
    )
  for (const table of here) {
    const columns = wanted.get(full(table))?.columns ?? table.columns
    if (columns.toSorted().join() !== table.columns.toSorted().join())
      throw new Error(`表 ${full(table)} 的列与备份不同，不能恢复。请用制作备份的版本恢复。`)
  }
}

function compareRows(table: DumpedTable, loaded: { rows: number; sha256: string } | undefined) {
  const rows = loaded?.rows ?? 0
  if (rows !== table.rows || (loaded && loaded.sha256 !== table.sha256))
    throw new Error(`表 ${full(table)} 恢复了 ${rows} 行，备份时为 ${table.rows} 行。`)
}

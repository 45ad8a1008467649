import { createHash } from 'node:crypto'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { ArchiveWriter } from './archive-writer.ts'
import { piecePath, type DumpedTable } from './manifest.ts'
import { quoted, tableName, type TableShape } from './schema.ts'

// An archive needs the size of an entry before its bytes: a table is cut into pieces of this size.
const pieceBytes = 4 * 1024 * 1024

/**
 * Writes a table's rows as COPY text into the archive. In: a connection inside the backup's snapshot.
 * Out: what the manifest says of it.
 */
export async function dumpTable(
  client: pg.ClientBase,
  table: TableShape,
  archive: ArchiveWriter,
): Promise<DumpedTable> {
  const columns = table.columns.map(quoted).join(', ')
  const rows = client.query(copyTo(`copy ${tableName(table)} (${columns}) to stdout`))
  const hash = createHash('sha256')
  let waiting: Buffer[] = []
  let size = 0
  let n = 0
  const flush = async () => {
    if (size === 0) return
    n += 1
    await archive.add(piecePath(table.schema, table.name, n), Buffer.concat(waiting))
    waiting = []
    size = 0
  }
  for await (const chunk of rows) {
    const bytes = chunk as Buffer
    hash.update(bytes)
    waiting.push(bytes)
    size += bytes.length
    if (size >= pieceBytes) await flush()
  }
  await flush()
  return { ...table, rows: rows.rowCount, sha256: hash.digest('hex') }
}

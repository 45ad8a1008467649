import { sql } from 'kysely'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { FileKind } from './file-kind.ts'
import type { FileFacts } from './inspection.ts'
import type { ScanResult, ScanState } from './scanner.ts'

/** A content as the unit has it. */
export interface StoredContent {
  sha256: string
  size: number
  kind: FileKind
  facts: FileFacts
  scan: ScanState
  scanNote: string | null
}

/**
 * Records a content that has been inspected and is on disk. A verdict of a scanner stands over having
 * none. In: unit as in the row. Out: how it now stands.
 */
export async function recordContent(
  db: Database | Tx,
  unitId: string,
  content: Pick<StoredContent, 'sha256' | 'size' | 'kind' | 'facts'>,
  result: ScanResult,
  now: Date,
): Promise<StoredContent> {
  const scanned = result.scan === 'clean' || result.scan === 'infected'
  await db
    .insertInto('stored_file')
    .values({
      unit_id: unitId,
      sha256: content.sha256,
      size: content.size,
      kind: content.kind,
      facts: JSON.stringify(content.facts),
      inspected_at: now,
      scan: result.scan,
      scan_note: result.note,
      scanned_at: scanned ? now : null,
    })
    .onConflict((c) =>
      c.columns(['unit_id', 'sha256']).doUpdateSet({
        inspected_at: now,
        scan: kept('scan'),
        scan_note: kept('scan_note'),
        scanned_at: kept('scanned_at'),
      }),
    )
    .execute()
  const stored = await contentOf(db, unitId, content.sha256)
  if (!stored) throw new Error('a content just recorded is not there')
  return stored
}

// An earlier verdict gives way to a new verdict only.
function kept<T>(column: 'scan' | 'scan_note' | 'scanned_at') {
  const [had, given] = [sql.ref(`stored_file.${column}`), sql.ref(`excluded.${column}`)]
  return sql<T>`case when excluded.scan in ('clean', 'infected')
    or stored_file.scan in ('unscanned', 'waiting') then ${given} else ${had} end`
}

/** A content of a unit, or undefined. */
export async function contentOf(
  db: Database | Tx,
  unitId: string,
  sha256: string,
): Promise<StoredContent | undefined> {
  const row = await db
    .selectFrom('stored_file')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    sha256: row.sha256,
    size: row.size,
    kind: row.kind as FileKind,
    facts: row.facts as FileFacts,
    scan: row.scan as ScanState,
    scanNote: row.scan_note,
  }
}

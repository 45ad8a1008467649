import type { Database, Tx } from '#frame/db/connect.ts'
import type { FileKind } from './file-kind.ts'
import type { FileFacts } from './inspection.ts'
import type { ScanState } from './scanner.ts'
import { fileUnit } from './version-rows.ts'

/** One version of a document as rooms and pages read it. */
export interface StoredFile {
  id: string
  slot: string
  /** Counts from 1 within its slot. */
  version: number
  current: boolean
  name: string
  bytes: number
  kind: FileKind
  sha256: string
  facts: FileFacts
  by: string
  at: Date
  scan: ScanState
  /** False while a scanner that is switched on has not passed it. */
  usable: boolean
}

/** Whose files: those of one subject of a room. */
export interface FilesOf {
  unitId: string | null
  subject: string
  subjectId: string
}

/** The files in force in all slots of a subject, by slot and version. */
export async function currentFiles(db: Database | Tx, of: FilesOf): Promise<StoredFile[]> {
  return (await allFiles(db, of)).filter((file) => file.current)
}

/** Those and the versions they replaced; what was removed is left out. */
export async function allFiles(db: Database | Tx, of: FilesOf): Promise<StoredFile[]> {
  const rows = await versions(db)
    .where('v.unit_id', '=', fileUnit(of.unitId))
    .where('v.subject_kind', '=', of.subject)
    .where('v.subject_id', '=', of.subjectId)
    .where('v.status', '<>', 'removed')
    .orderBy('v.slot')
    .orderBy('v.version')
    .execute()
  return rows.map(fileOf)
}

/** One version by its id, also a removed one; undefined when there is none. */
export async function fileById(db: Database | Tx, id: string): Promise<StoredFile | undefined> {
  const row = await versions(db).where('v.id', '=', id).executeTakeFirst()
  return row && fileOf(row)
}

/** Several versions by their ids, also removed ones; those that are not there are left out. */
export async function filesByIds(db: Database | Tx, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return []
  return (await versions(db).where('v.id', 'in', ids).execute()).map(fileOf)
}

function versions(db: Database | Tx) {
  return db
    .selectFrom('file_version as v')
    .innerJoin('stored_file as s', (on) =>
      on.onRef('s.unit_id', '=', 'v.unit_id').onRef('s.sha256', '=', 'v.sha256'),
    )
    .select([
      'v.id',
      'v.slot',
      'v.version',
      'v.status',
      'v.name',
      'v.sha256',
      'v.by_name',
      'v.at',
      's.size',
      's.kind',
      's.facts',
      's.scan',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>

function fileOf(row: Row): StoredFile {
  const scan = row.scan as ScanState
  return {
    id: row.id,
    slot: row.slot,
    version: row.version,
    current: row.status === 'current',
    name: row.name,
    bytes: row.size,
    kind: row.kind as FileKind,
    sha256: row.sha256,
    facts: row.facts as FileFacts,
    by: row.by_name,
    at: row.at,
    scan,
    usable: scan === 'clean' || scan === 'unscanned',
  }
}

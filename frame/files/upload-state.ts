import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Selectable } from 'kysely'
import type { UploadTable } from '#frame/db/types.ts'
import type { Visit } from '#frame/http/open.ts'
import { absent } from '#frame/kernel/reason.ts'
import { incomingFolder } from './content-store.ts'
import type { SlotAddress } from './intake.ts'
import { fileById, type StoredFile } from './stored-files.ts'

/** Bytes of every part but the last. */
export const partBytes = 4 * 1024 * 1024

export type UploadRow = Selectable<UploadTable>

/** An upload in parts as its sender sees it. */
export interface UploadState {
  id: string
  partBytes: number
  parts: number
  /** Numbers of the parts that have arrived, in order. */
  have: number[]
  /** Set when it has become a file already. */
  file: StoredFile | null
}

/** Folder of the parts of one upload. */
export const partFolder = (dataDir: string, uploadId: string) =>
  path.join(incomingFolder(dataDir), `parts-${uploadId}`)

/** The slot an upload is meant for. */
export const addressOf = (row: UploadRow): SlotAddress => ({
  subject: row.subject_kind,
  subjectId: row.subject_id,
  slot: row.slot,
})

/** An upload is its sender's own: nobody else may look at it or add to it. Errors: absent. */
export async function ownUpload({ house, actor }: Visit, id: string): Promise<UploadRow> {
  const row = await house.db
    .selectFrom('upload')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.by_account !== actor.accountId) throw absent()
  return row
}

/** How far an upload has come. */
export async function stateOf({ house }: Visit, row: UploadRow): Promise<UploadState> {
  const rows = await house.db
    .selectFrom('upload_part')
    .select('n')
    .where('unit_id', '=', row.unit_id)
    .where('upload_id', '=', row.id)
    .orderBy('n')
    .execute()
  const file = row.version_id === null ? undefined : await fileById(house.db, row.version_id)
  return {
    id: row.id,
    partBytes: row.part_bytes,
    parts: Math.ceil(row.size / row.part_bytes),
    have: rows.map((r) => r.n),
    // A file replaced or removed since is no answer to somebody who sends it again.
    file: file?.current ? file : null,
  }
}

/** Throws away the parts that have arrived. */
export async function dropParts({ house }: Visit, row: UploadRow): Promise<void> {
  await house.db
    .deleteFrom('upload_part')
    .where('unit_id', '=', row.unit_id)
    .where('upload_id', '=', row.id)
    .execute()
  await rm(partFolder(house.config.dataDir, row.id), { recursive: true, force: true })
}

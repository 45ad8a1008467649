import type { Tx } from '#frame/db/connect.ts'
import { newId } from '#frame/kernel/id.ts'
import type { FilesOf } from './stored-files.ts'
import { fileUnit } from './version-rows.ts'

/** A file that stands in a second place, for the event of the act that put it there. */
export interface TakenFile {
  slot: string
  sha256: string
}

/**
 * Puts the files in force of one subject into the same slots of another of the same unit, which has none yet.
 * The content is kept once; who brought it and when stays. In: both locked by the caller, the event of his
 * act. Out: what stands there now.
 */
export async function takeOverFiles(
  tx: Tx,
  from: FilesOf,
  subjectId: string,
  { eventId }: { eventId: string },
): Promise<TakenFile[]> {
  const rows = await tx
    .selectFrom('file_version')
    .select(['slot', 'sha256', 'name', 'by_account', 'by_name', 'at'])
    .where('unit_id', '=', fileUnit(from.unitId))
    .where('subject_kind', '=', from.subject)
    .where('subject_id', '=', from.subjectId)
    .where('status', '=', 'current')
    .orderBy('slot')
    .orderBy('version')
    .execute()
  if (rows.length === 0) return []
  const before = new Map<string, number>()
  const taken = rows.map((row) => {
    const version = (before.get(row.slot) ?? 0) + 1
    before.set(row.slot, version)
    return {
      ...row,
      id: newId(),
      unit_id: fileUnit(from.unitId),
      subject_kind: from.subject,
      subject_id: subjectId,
      version,
      status: 'current',
      ended_at: null,
      audit_event_id: eventId,
    }
  })
  await tx.insertInto('file_version').values(taken).execute()
  return taken.map(({ slot, sha256 }) => ({ slot, sha256 }))
}

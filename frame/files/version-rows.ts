import type { Selectable } from 'kysely'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { FileVersionTable } from '#frame/db/types.ts'

/** Owner of files whose subject belongs to no unit. */
const noUnit = '00000000-0000-0000-0000-000000000000'

/** The unit_id under which a subject's files lie. */
export const fileUnit = (unitId: string | null) => unitId ?? noUnit

/** The unit a row belongs to, null for none. */
export const unitOf = (stored: string) => (stored === noUnit ? null : stored)

export type VersionRow = Selectable<FileVersionTable>

/** Where versions stand. */
export interface SlotPlace {
  /** As in the row; see {@link fileUnit}. */
  unitId: string
  subject: string
  subjectId: string
  slot: string
}

/** All versions of a slot, oldest first. */
export async function versionsIn(db: Database | Tx, place: SlotPlace): Promise<VersionRow[]> {
  return db
    .selectFrom('file_version')
    .selectAll()
    .where('unit_id', '=', place.unitId)
    .where('subject_kind', '=', place.subject)
    .where('subject_id', '=', place.subjectId)
    .where('slot', '=', place.slot)
    .orderBy('version')
    .execute()
}

/** One version by its id, or undefined. */
export async function versionById(db: Database | Tx, id: string): Promise<VersionRow | undefined> {
  return db.selectFrom('file_version').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The row of the very same file, where it stands under the same name already. */
export const standsAlready = (
  versions: readonly VersionRow[],
  { name, sha256 }: { name: string; sha256: string },
) => versions.find((v) => v.status === 'current' && v.sha256 === sha256 && v.name === name)

/** How many versions are kept that no longer stand. */
export const earlierOf = (versions: readonly VersionRow[]) =>
  versions.filter((v) => v.status !== 'current').length

import { z } from 'zod'
import { act, type Facts, type SaveContext, type Subject } from '#frame/kernel/act.ts'
import type { Tx } from '#frame/db/connect.ts'
import { absent, decided, granted } from '#frame/kernel/reason.ts'
import { openVersion } from './open-slots.ts'
import type { Slot } from './slot.ts'
import { fileMove } from './states.ts'
import { unitOf, versionById, type VersionRow } from './version-rows.ts'

const one = z.strictObject({ id: z.uuid() })

interface VersionFacts extends Facts {
  subject: Subject
  row: VersionRow
}

const subjectOf = (row: VersionRow, branchId: string | null): Subject => ({
  kind: 'file',
  id: row.id,
  unitId: unitOf(row.unit_id),
  branchId,
  status: row.status,
  version: row.version,
})

/** A person takes a file out of its slot; its versions are kept and the ledger says who did it. */
export const removeFile = act<VersionFacts & { slot: Slot }, z.infer<typeof one>, null>({
  name: 'file.remove',
  move: fileMove('file.remove'),
  input: one,
  async load(tx, { id }, { actor, now }) {
    const looking = { actor, now, lock: true }
    const { holder, slot, row } = await openVersion(tx, await versionById(tx, id), looking)
    // read again behind the lock of the subject
    const fresh = (await versionById(tx, row.id)) ?? row
    const subject = { ...holder.subject, ...subjectOf(fresh, holder.subject.branchId) }
    return { subject, slot, row: fresh }
  },
  decide: ({ slot }) => decided([...slot.closed], () => null),
  save: (tx, { row }, _next, ctx) => endVersion(tx, row, ctx),
})

/** The system takes out a file in which a scan found something afterwards. */
export const rejectFile = act<VersionFacts, z.infer<typeof one>, null>({
  name: 'file.reject',
  move: fileMove('file.reject'),
  input: one,
  async load(tx, { id }) {
    const row = await versionById(tx, id)
    if (!row) throw absent()
    return { subject: subjectOf(row, null), row }
  },
  decide: () => granted(null),
  save: (tx, { row }, _next, ctx) => endVersion(tx, row, ctx),
})

async function endVersion(tx: Tx, row: VersionRow, ctx: SaveContext) {
  await tx
    .updateTable('file_version')
    .set({ status: 'removed', ended_at: ctx.now, audit_event_id: ctx.eventId })
    .where('unit_id', '=', row.unit_id)
    .where('id', '=', row.id)
    .execute()
  const { subject_kind: subject, subject_id: subjectId, slot, version, sha256 } = row
  ctx.record({ subject, subjectId, slot, number: version, sha256 })
  return { id: row.id, status: 'removed', version }
}

import type { Updateable } from 'kysely'
import type { Tx } from '#frame/db/connect.ts'
import type { WindowVisitTable } from '#frame/db/types.ts'
import type { ActReply, SaveContext } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { Refused } from '#frame/kernel/reason.ts'
import type { NewVisitFacts, VisitFacts } from './facts.ts'
import { openVisitOf } from './load-visit.ts'
import { oneAtATime } from './rules.ts'
import type { VisitStatus } from './states.ts'

/** Moves a visit. In: its next status and what else changes. Out: the reply of the act. */
export async function moveVisit(
  tx: Tx,
  { subject, registration }: VisitFacts,
  to: VisitStatus,
  changes: Updateable<WindowVisitTable>,
  ctx: SaveContext,
): Promise<ActReply> {
  const version = subject.version + 1
  await tx
    .updateTable('window_visit')
    .set({ ...changes, status: to, version, updated_at: ctx.now, audit_event_id: ctx.eventId })
    .where('unit_id', '=', subject.unitId)
    .where('id', '=', subject.id)
    .execute()
  ctx.record({ registration: registration.id, number: registration.number })
  return { id: subject.id, status: to, version }
}

/** What a new visit says besides whose it is. */
export interface NewVisit {
  status: 'booked' | 'present'
  day: string
  from: string | null
  to: string | null
  receivedBy: string | null
}

/**
 * Adds a visit. The database keeps one open visit for each registration: of two who book or come at once
 * the second is told. Errors: {@link Refused} when there is one by now.
 */
export async function addVisit(
  tx: Tx,
  { registration }: NewVisitFacts,
  visit: NewVisit,
  ctx: SaveContext,
): Promise<ActReply> {
  const { unitId, branchId } = registration
  const added = await tx
    .insertInto('window_visit')
    .values({
      unit_id: unitId,
      id: newId(),
      registration_id: registration.id,
      branch_id: branchId,
      status: visit.status,
      day: visit.day,
      from_time: visit.from,
      to_time: visit.to,
      walk_in: visit.from === null,
      received_by: visit.receivedBy,
      received_at: visit.status === 'present' ? ctx.now : null,
      audit_event_id: ctx.eventId,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict((c) =>
      c
        .columns(['unit_id', 'registration_id'])
        .where('status', 'in', ['booked', 'present'])
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!added)
    throw new Refused('refused', oneAtATime(await openVisitOf(tx, unitId, registration.id)))
  ctx.record({ registration: registration.id, number: registration.number })
  return { id: added.id, status: visit.status, version: 1 }
}

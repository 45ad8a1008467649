import type { Updateable } from 'kysely'
import type { Tx } from '#frame/db/connect.ts'
import type { RegistrationTable } from '#frame/db/types.ts'
import type { ActReply, SaveContext } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import type { StepNote } from '#frame/kernel/step-note.ts'
import { grantUsed } from '#frame/people/policy.ts'
import { systemRole } from '#frame/people/roles.ts'
import type { RegistrationSubjectRow } from './facts.ts'
import type { RegistrationStatus } from './states.ts'

/** What is said about a step: to the unit, and among officers. */
export interface Said {
  public?: StepNote | null
  inner?: StepNote | null
}

/** What a step is written by: who, when, in which act and under which event of the ledger. */
export type StepContext = Pick<SaveContext, 'actor' | 'now' | 'act' | 'eventId'>

/**
 * Moves the registration and writes the step of its history. In: what else changes on the row and what is
 * said. Out: the reply of the act.
 */
export async function moveRegistration(
  tx: Tx,
  { subject }: { subject: RegistrationSubjectRow },
  to: RegistrationStatus,
  changes: Updateable<RegistrationTable>,
  said: Said,
  ctx: StepContext,
): Promise<ActReply> {
  const version = subject.version + 1
  await tx
    .updateTable('registration')
    .set({ ...changes, status: to, version, updated_at: ctx.now, audit_event_id: ctx.eventId })
    .where('unit_id', '=', subject.unitId)
    .where('id', '=', subject.id)
    .execute()
  await addStep(tx, subject, { from: subject.status, to }, said, ctx)
  return { id: subject.id, status: to, version }
}

/** Writes one step of a registration's history. */
export async function addStep(
  tx: Tx,
  subject: Pick<RegistrationSubjectRow, 'id' | 'unitId' | 'branchId'>,
  { from, to }: { from: RegistrationStatus | null; to: RegistrationStatus },
  said: Said,
  ctx: StepContext,
): Promise<void> {
  const grant = grantUsed(ctx.actor, ctx.act.move.who, subject)
  await tx
    .insertInto('registration_step')
    .values({
      unit_id: subject.unitId,
      registration_id: subject.id,
      id: newId(),
      act: ctx.act.name,
      from_status: from,
      to_status: to,
      by_account: ctx.actor.accountId,
      by_role: grant?.role ?? systemRole,
      note_public: said.public ? JSON.stringify(said.public) : null,
      note_inner: said.inner ? JSON.stringify(said.inner) : null,
      at: ctx.now,
      audit_event_id: ctx.eventId,
    })
    .execute()
}

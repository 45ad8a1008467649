import type { Tx } from '#frame/db/connect.ts'
import type { ActReply, SaveContext } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import type { StepNote } from '#frame/kernel/step-note.ts'
import { takeTask } from '#frame/people/holders.ts'
import { grantUsed } from '#frame/people/policy.ts'
import { roles, systemRole } from '#frame/people/roles.ts'
import type { Updateable } from 'kysely'
import type { LicenceCaseTable } from '#frame/db/types.ts'
import type { LicenceFacts } from './facts.ts'
import { accountOf } from './act-parts.ts'
import type { LicenceStatus } from './states.ts'

/** What is said about a step: to the applicant, and among officers. */
export interface Said {
  public?: StepNote | null
  inner?: StepNote
}

/**
 * Moves the case and writes the step of its history. In: what else changes on the row and what is said.
 * Out: the reply of the act.
 */
export async function moveCase(
  tx: Tx,
  facts: LicenceFacts,
  to: LicenceStatus,
  changes: Updateable<LicenceCaseTable>,
  said: Said,
  ctx: SaveContext,
): Promise<ActReply> {
  const { subject } = facts
  const version = subject.version + 1
  await tx
    .updateTable('licence_case')
    .set({ ...changes, status: to, version, updated_at: ctx.now, audit_event_id: ctx.eventId })
    .where('unit_id', '=', subject.unitId)
    .where('id', '=', subject.id)
    .execute()
  await tx
    .insertInto('licence_step')
    .values({
      unit_id: subject.unitId!,
      case_id: subject.id,
      id: newId(),
      act: ctx.act.name,
      from_status: subject.status,
      to_status: to,
      by_account: ctx.actor.accountId,
      by_role: roleUsed(facts, ctx),
      note_public: said.public ? JSON.stringify(said.public) : null,
      note_inner: said.inner ? JSON.stringify(said.inner) : null,
      at: ctx.now,
      audit_event_id: ctx.eventId,
    })
    .execute()
  await takeInHand(tx, facts, ctx)
  ctx.record({ subject: subject.id, ...said })
  return { id: subject.id, status: to, version }
}

/** Applicants see roles, not names. Out: the code of the role; its words are those of whoever reads. */
function roleUsed({ subject }: LicenceFacts, ctx: SaveContext): string {
  const grant = grantUsed(ctx.actor, ctx.act.move.who, subject)
  return grant?.role ?? systemRole
}

/** An officer who acts on a case has it in hand from then on, until it is handed over. */
async function takeInHand(tx: Tx, { subject }: LicenceFacts, ctx: SaveContext): Promise<void> {
  const grant = grantUsed(ctx.actor, ctx.act.move.who, subject)
  if (!grant || roles[grant.role].scope !== 'branch') return
  const held = {
    kind: 'licence',
    id: subject.id,
    unitId: subject.unitId!,
    branchId: subject.branchId,
  }
  await takeTask(tx, held, grant.role, accountOf(ctx), ctx.now)
}

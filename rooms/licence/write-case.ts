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
  const step = { unitId: subject.unitId!, caseId: subject.id, from: subject.status, to }
  await writeStep(tx, { ...step, role: roleUsed(facts, ctx) }, said, ctx)
  await takeInHand(tx, facts, ctx)
  ctx.record({ subject: subject.id, ...said })
  return { id: subject.id, status: to, version }
}

/**
 * Writes a step into the history of a case. In: the case, its status before and after, the role of whoever
 * did it, and what is said to the applicant and among officers.
 */
export async function writeStep(
  tx: Tx,
  at: { unitId: string; caseId: string; from: string; to: string; role: string },
  said: Said,
  ctx: SaveContext,
): Promise<void> {
  await tx
    .insertInto('licence_step')
    .values({
      unit_id: at.unitId,
      case_id: at.caseId,
      id: newId(),
      act: ctx.act.name,
      from_status: at.from,
      to_status: at.to,
      by_account: ctx.actor.accountId,
      by_role: at.role,
      note_public: said.public ? JSON.stringify(said.public) : null,
      note_inner: said.inner ? JSON.stringify(said.inner) : null,
      at: ctx.now,
      audit_event_id: ctx.eventId,
    })
    .execute()
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

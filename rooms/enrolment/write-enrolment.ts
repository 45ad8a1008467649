import type { Updateable } from 'kysely'
import type { Tx } from '#frame/db/connect.ts'
import type { EnrolmentTable } from '#frame/db/types.ts'
import type { ActReply, SaveContext } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import type { StepNote } from '#frame/kernel/step-note.ts'
import { isSamePerson, type Actor } from '#frame/people/actor.ts'
import { grantUsed } from '#frame/people/policy.ts'
import { systemRole, type Role } from '#frame/people/roles.ts'
import { holdsKey } from './act-parts.ts'
import type { EnrolmentFacts, TypedDocument } from './facts.ts'
import type { EnrolmentStatus } from './states.ts'

/**
 * Moves the request and writes the step of its history. In: what else changes on the row and what is said.
 * Out: the reply of the act and the id of the step.
 */
export async function moveEnrolment(
  tx: Tx,
  facts: EnrolmentFacts,
  to: EnrolmentStatus,
  changes: Updateable<EnrolmentTable>,
  note: StepNote | null,
  ctx: SaveContext,
): Promise<ActReply & { step: string }> {
  const { id, version } = facts.subject
  await tx
    .updateTable('enrolment')
    .set({
      ...changes,
      status: to,
      version: version + 1,
      updated_at: ctx.now,
      audit_event_id: ctx.eventId,
    })
    .where('id', '=', id)
    .execute()
  const step = newId()
  await tx
    .insertInto('enrolment_step')
    .values({
      id: step,
      enrolment_id: id,
      act: ctx.act.name,
      to_status: to,
      by_account: ctx.actor.accountId,
      by_role: roleOf(facts, ctx.actor, ctx.act.move.who),
      note: note ? JSON.stringify(note) : null,
      at: ctx.now,
      audit_event_id: ctx.eventId,
    })
    .execute()
  return { id, status: to, version: version + 1, step }
}

/** In which role somebody did a step: the requester by his key, the account's own person, an officer. */
function roleOf(facts: EnrolmentFacts, actor: Actor, who: readonly Role[]): string {
  if (actor.kind === 'system') return systemRole
  if (who.includes('key-holder') && holdsKey(facts, actor)) return 'key-holder'
  if (isSamePerson(actor, facts.account?.id ?? null)) return 'self'
  return grantUsed(actor, who, facts.subject)?.role ?? systemRole
}

/** A document whose number is no longer needed: what was shown of it stays. */
export function withoutNumber(document: TypedDocument | null): string | null {
  return document && JSON.stringify({ ...document, sealed: '' })
}

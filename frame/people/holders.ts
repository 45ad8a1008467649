import { sql } from 'kysely'
import type { Tx } from '#frame/db/connect.ts'
import type { Role } from './roles.ts'

/** Something that somebody works on: a case, or a task of it. */
export interface Held {
  kind: string
  id: string
  unitId: string
  branchId: string | null
  agencyId?: string | null
}

/**
 * Notes who works on something in a role, when he begins with it; whoever held it before no longer does.
 * A room calls it from the act that begins the work.
 */
export async function takeTask(
  tx: Tx,
  subject: Held,
  role: Role,
  accountId: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('task_holder')
    .values({
      unit_id: subject.unitId,
      subject_kind: subject.kind,
      subject_id: subject.id,
      role,
      branch_id: subject.branchId,
      agency_id: subject.agencyId ?? null,
      account_id: accountId,
      since: now,
    })
    .onConflict((c) =>
      c.columns(['unit_id', 'subject_kind', 'subject_id', 'role']).doUpdateSet({
        account_id: accountId,
        since: now,
        given_by: null,
        reason: null,
        version: sql<number>`task_holder.version + 1`,
      }),
    )
    .execute()
}

/** Who works on something in a role; null when nobody has begun. */
export async function holderOf(
  tx: Pick<Tx, 'selectFrom'>,
  subject: Pick<Held, 'kind' | 'id' | 'unitId'>,
  role: Role,
): Promise<string | null> {
  const row = await tx
    .selectFrom('task_holder')
    .select('account_id')
    .where('unit_id', '=', subject.unitId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('role', '=', role)
    .executeTakeFirst()
  return row?.account_id ?? null
}

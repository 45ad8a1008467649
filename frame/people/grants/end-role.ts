import { act, type Facts, type Subject } from '#frame/kernel/act.ts'
import type { Tx } from '#frame/db/connect.ts'
import { absent, decided, reason } from '#frame/kernel/reason.ts'
import { isAdministrator, roles, type Role } from '../roles.ts'
import { endSessionsOf } from '../sign-in/sessions.ts'
import { branchOf, loadAccountFor, type AccountFacts } from '../accounts/facts.ts'
import { onRowWithReason, seen } from '../accounts/forms.ts'
import { lastHolderReasons } from '../accounts/rules.ts'
import { grantMove } from './states.ts'

interface EndFacts extends Facts {
  subject: Subject
  account: AccountFacts
  role: Role
}

/** Takes a role back at once; what was stays in the history. The person's sessions end. */
export const endRole = act<EndFacts, { id: string; version: number; reason: string }, string>({
  name: 'role.end',
  move: grantMove('role.end'),
  input: onRowWithReason,
  seen,
  async load(tx, { id }, ctx) {
    const found = await tx
      .selectFrom('role_grant')
      .select(['account_id'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!found) throw absent()
    // The account first, as everywhere, so that two acts on one person never wait for each other crosswise.
    const account = await loadAccountFor(tx, found.account_id, ctx)
    const row = await tx
      .selectFrom('role_grant')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw absent()
    return {
      subject: {
        kind: 'role',
        id,
        status: 'active',
        version: row.version,
        unitId: row.unit_id,
        branchId: row.unit_id ? await branchOf(tx, row.unit_id) : null,
      },
      account,
      role: row.role as Role,
    }
  },
  decide({ account, role }, input, { actor }) {
    const reasons = isAdministrator(role)
      ? lastHolderReasons(account.solelyHeld.filter((r) => r === role))
      : []
    if (isAdministrator(role) && actor.accountId === account.subject.id)
      reasons.push(
        reason(null, 'own-role', `不能收回自己的“${roles[role].zh}”。请由另一位安全管理员办理。`),
      )
    return decided(reasons, () => input.reason)
  },
  async save(tx, facts, why, ctx) {
    await closeGrant(tx, facts.subject.id, { by: ctx.actor.accountId, at: ctx.now, reason: why })
    await endSessionsOf(tx, facts.account.subject.id)
    ctx.record({ account: facts.account.subject.id, role: facts.role, reason: why })
    return { id: facts.subject.id, status: 'ended', version: facts.subject.version + 1 }
  },
})

/** Moves a grant to the history; from this moment nobody holds it. */
export async function closeGrant(
  tx: Tx,
  id: string,
  end: { by: string | null; at: Date; reason: string },
): Promise<void> {
  const was = await tx
    .deleteFrom('role_grant')
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('role_grant_past')
    .values({
      id,
      account_id: was.account_id,
      role: was.role,
      unit_id: was.unit_id,
      branch_id: was.branch_id,
      agency_id: was.agency_id,
      subject_id: was.subject_id,
      valid_from: was.valid_from,
      valid_to: was.valid_to,
      granted_by: was.granted_by,
      confirmed_by: was.confirmed_by,
      reason: was.reason,
      created_at: was.created_at,
      ended_by: end.by,
      ended_at: end.at,
      end_reason: end.reason,
    })
    .execute()
}

import { sql } from 'kysely'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { Day } from '#frame/calendar/day.ts'
import type { Actor, Grant } from './actor.ts'
import type { Role } from './roles.ts'

/**
 * The person behind an account with the roles valid on a day. Out: null when the account is not active.
 */
export async function loadActor(
  db: Database | Tx,
  accountId: string,
  today: Day,
): Promise<Actor | null> {
  const account = await db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', '=', accountId)
    .where('status', '=', 'active')
    .executeTakeFirst()
  if (!account) return null
  const rows = await db
    .selectFrom('role_grant')
    .select(['role', 'unit_id', 'branch_id', 'agency_id'])
    .where('account_id', '=', accountId)
    .where('valid_from', '<=', today)
    .where((e) => e.or([e('valid_to', 'is', null), sql<boolean>`valid_to >= ${today}`]))
    .execute()
  const grants: Grant[] = rows.map((r) => ({
    role: r.role as Role,
    unitId: r.unit_id,
    branchId: r.branch_id,
    agencyId: r.agency_id,
  }))
  return { kind: 'person', accountId: account.id, name: account.name, grants }
}

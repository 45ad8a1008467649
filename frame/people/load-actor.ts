import { sql, type RawBuilder } from 'kysely'
import type { Day } from '#frame/calendar/day.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { Actor, Grant } from './actor.ts'
import { administratorRoles } from './roles.ts'

/**
 * The person behind an account with the roles valid on a day, those held as deputy included.
 * Out: null when the account is not active.
 */
export async function loadActor(
  db: Database | Tx,
  accountId: string,
  today: Day,
): Promise<Actor | null> {
  const account = await db
    .selectFrom('account')
    .select(['id', 'name', grantsOn(sql.ref('account.id'), today).as('grants')])
    .where('id', '=', accountId)
    .where('status', '=', 'active')
    .executeTakeFirst()
  if (!account) return null
  return { kind: 'person', accountId: account.id, name: account.name, grants: account.grants }
}

/**
 * The grants of an account on a day as one JSON column, so that who somebody is costs one round trip.
 * A deputy holds what the absent colleague holds, the administrator roles excepted: they have no deputies.
 */
export function grantsOn(account: RawBuilder<unknown>, today: Day): RawBuilder<Grant[]> {
  const inForce = (g: string) =>
    sql`${sql.ref(`${g}.valid_from`)} <= ${today}::date and (${sql.ref(`${g}.valid_to`)} is null or ${sql.ref(`${g}.valid_to`)} >= ${today}::date)`
  return sql<Grant[]>`(
    select coalesce(json_agg(json_build_object(
      'role', h.role, 'unitId', h.unit_id, 'branchId', h.branch_id,
      'agencyId', h.agency_id, 'subjectId', h.subject_id, 'deputyFor', h.deputy_for)), '[]'::json)
    from (
      select g.role, g.unit_id, g.branch_id, g.agency_id, g.subject_id, null::uuid as deputy_for
        from role_grant g where g.account_id = ${account} and ${inForce('g')}
      union all
      select g.role, g.unit_id, g.branch_id, g.agency_id, g.subject_id, d.absent_id
        from deputy d
        join account absent on absent.id = d.absent_id and absent.status = 'active'
        join role_grant g on g.account_id = d.absent_id and ${inForce('g')}
       where d.deputy_id = ${account} and d.status = 'active' and ${inForce('d')}
         and g.role <> all(${[...administratorRoles]}::text[])
    ) h)`
}

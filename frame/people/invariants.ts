import { sql } from 'kysely'
import type { Day } from '#frame/calendar/day.ts'
import type { Database, Tx } from '#frame/db/connect.ts'

/** One breach of the separation of the three administrators. */
export interface AdministratorFault {
  fault:
    | 'two-administrator-roles'
    | 'administrator-with-business-role'
    | 'not-confirmed-by-a-second-person'
    | 'confirmed-by-oneself'
    | 'no-holder-left'
    | 'administrator-as-deputy'
  who: string | null
}

/**
 * Everything in the database that breaks the separation of the three administrators, now or on a day to
 * come. Empty in a house that is in order; tests ask it after every step. `founded` false leaves out missing holders, for a house that is still being set up.
 */
export async function administratorFaults(
  db: Database | Tx,
  today: Day,
  founded = true,
): Promise<AdministratorFault[]> {
  const { rows } = await sql<AdministratorFault>`
    with live as (
      select g.* from role_grant g join account a on a.id = g.account_id
       where a.status <> 'ended' and (g.valid_to is null or g.valid_to >= ${today}::date)
    ), admin as (
      select * from live where role in ('system-admin', 'security-admin', 'audit-admin')
    )
    select 'two-administrator-roles' as fault, account_id as who
      from admin group by account_id having count(distinct role) > 1
    union all
    select distinct 'administrator-with-business-role', a.account_id
      from admin a join live b on b.account_id = a.account_id
     where b.role not in ('system-admin', 'security-admin', 'audit-admin')
    union all
    select 'not-confirmed-by-a-second-person', account_id
      from admin where confirmed_by is null and not founding
    union all
    select 'confirmed-by-oneself', account_id from admin where confirmed_by in (account_id, granted_by)
    union all
    select distinct 'administrator-as-deputy', a.account_id
      from admin a join deputy d on a.account_id in (d.absent_id, d.deputy_id)
     where d.status = 'active' and d.valid_to >= ${today}::date
    union all
    select 'no-holder-left', null
      from (values ('system-admin'), ('security-admin'), ('audit-admin')) as r (role)
     where ${founded} and not exists (
       select 1 from admin join account on account.id = admin.account_id
        where admin.role = r.role and account.status = 'active'
          and admin.valid_from <= ${today}::date and admin.valid_to is null)
  `.execute(db)
  return rows
}

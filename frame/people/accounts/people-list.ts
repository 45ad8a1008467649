import { sql } from 'kysely'
import { todayInBeijing } from '#frame/calendar/day.ts'
import type { Database } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import type { Actor } from '../actor.ts'
import { blurMailbox, blurPhone, masked, type FieldRules } from '../mask.ts'
import { bodyNames, defaultBody } from '../own/body-names.ts'
import type { Owned } from '../policy.ts'
import { unitRoles, type Role } from '../roles.ts'
import { seesAccountSql } from './visible.ts'

/** What the register of people is asked for. */
export interface PeopleAsked {
  q?: string | undefined
  status?: 'invited' | 'active' | 'suspended' | 'ended' | undefined
  role?: Role | undefined
  page: number
  size: number
  sort: 'name' | 'login' | '-seen'
}

const keptInFull: readonly Role[] = ['security-admin', 'customs-accounts', ...unitRoles]

/** Ways to reach a person are read in full by who keeps the account; the audit administrator needs none. */
export const contactRules: FieldRules<{ mailbox: string; phone: string | null }> = {
  mailbox: { who: keptInFull, blur: blurMailbox },
  phone: { who: keptInFull, blur: blurPhone },
}

/** Accounts with whose they are: the unit's when they work for one unit alone, see `facts.ts`. */
export function ownedAccounts(db: Database, today: string) {
  return db
    .selectFrom('account as a')
    .leftJoinLateral(
      (e) =>
        e
          .selectFrom('role_grant as g')
          .select(
            sql<
              string | null
            >`case when count(distinct coalesce(g.unit_id::text, '')) = 1 then min(g.unit_id::text)::uuid end`.as(
              'unit_id',
            ),
          )
          .whereRef('g.account_id', '=', 'a.id')
          .where((w) => w.or([w('g.valid_to', 'is', null), w('g.valid_to', '>=', today)]))
          .as('o'),
      (join) => join.onTrue(),
    )
    .leftJoin('unit as u', 'u.id', 'o.unit_id')
}

/** The register of people, as far as the actor sees it. Counts and pages know no more than the rows. */
export async function peopleList(house: House, actor: Actor, asked: PeopleAsked) {
  const { db, clock } = house
  const today = todayInBeijing(clock.now())
  let query = ownedAccounts(db, today).where(seesAccountSql(actor, 'o.unit_id', 'u.branch_id'))
  if (asked.status) query = query.where('a.status', '=', asked.status)
  if (asked.q) {
    const like = `%${asked.q.replace(/[\\%_]/g, '\\$&')}%`
    // Mailboxes are not searched: a search must not find by what is shown blurred.
    query = query.where((e) => e.or([e('a.name', 'ilike', like), e('a.login', 'ilike', like)]))
  }
  if (asked.role)
    query = query.where(
      sql<boolean>`exists (select 1 from role_grant r where r.account_id = a.id and r.role = ${asked.role}
        and r.valid_from <= ${today}::date and (r.valid_to is null or r.valid_to >= ${today}::date))`,
    )
  const { total } = await query
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await query
    .select(['a.id', 'a.login', 'a.name', 'a.mailbox', 'a.phone', 'a.status'])
    .select(['o.unit_id', 'u.branch_id'])
    .select(
      sql<Date | null>`(select max(s.seen_at) from auth_session s where s.account_id = a.id)`.as(
        'seen',
      ),
    )
    .orderBy(
      asked.sort === 'name'
        ? sql`a.name`
        : asked.sort === 'login'
          ? sql`a.login`
          : sql`seen desc nulls last`,
    )
    .orderBy('a.id')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
  const held = await rolesOfMany(
    db,
    rows.map((r) => r.id),
    today,
  )
  return {
    total,
    rows: rows.map(({ unit_id, branch_id, seen, status, ...row }) => {
      const owner: Owned = { unitId: unit_id, branchId: branch_id }
      return {
        ...masked(actor, row, contactRules, owner),
        status: status as 'invited' | 'active' | 'suspended' | 'ended',
        roles: held.get(row.id) ?? [],
        lastSeen: seen?.toISOString() ?? null,
      }
    }),
  }
}

async function rolesOfMany(db: Database, ids: string[], today: string) {
  const byAccount = new Map<string, { role: Role; body: string }[]>()
  if (ids.length === 0) return byAccount
  const rows = await db
    .selectFrom('role_grant')
    .select(['account_id', 'role', 'unit_id', 'branch_id', 'agency_id'])
    .where('account_id', 'in', ids)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>=', today)]))
    .orderBy('id')
    .execute()
  const placed = rows.map((r) => ({
    unitId: r.unit_id,
    branchId: r.branch_id,
    agencyId: r.agency_id,
  }))
  const nameOf = await bodyNames(db, placed)
  rows.forEach((row, i) => {
    const held = byAccount.get(row.account_id) ?? []
    held.push({ role: row.role as Role, body: nameOf(placed[i]!) ?? defaultBody(row.role) })
    byAccount.set(row.account_id, held)
  })
  return byAccount
}

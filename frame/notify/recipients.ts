import { sql } from 'kysely'
import { todayInBeijing } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { Role } from '#frame/people/roles.ts'
import type { Language } from './kind.ts'

/** To whom a notice goes. Several ways at once are united; nobody gets it twice. */
export interface To {
  accountIds?: readonly string[]
  /** Holders of any of these roles today; with a branch, those of that branch and of headquarters. */
  roles?: { anyOf: readonly Role[]; branchId?: string | null; agencyId?: string | null }
  /** Everybody who holds a role in this unit today. */
  unitMembers?: string
  /** A mailbox that belongs to no account yet. */
  mailbox?: { address: string; language?: Language }
  /** A mobile phone that belongs to no account yet. */
  phone?: { number: string; language?: Language }
}

/** One account as a recipient, with what it wishes. */
export interface Recipient {
  accountId: string
  mailbox: string
  phone: string | null
  language: Language
  mailOff: string[]
}

/**
 * The accounts a notice goes to, read inside the caller's transaction. In: the instant of the act, since
 * roles are held from day to day. Out: each account once; suspended and ended ones left out.
 */
export async function recipientsOf(tx: Tx, to: To, now: Date): Promise<Recipient[]> {
  const ids = to.accountIds ?? []
  if (ids.length === 0 && !to.roles && to.unitMembers === undefined) return []
  const rows = await tx
    .selectFrom('account')
    .leftJoin('notice_wish', 'notice_wish.account_id', 'account.id')
    .select([
      'account.id',
      'account.mailbox',
      'account.phone',
      sql<Language>`coalesce(notice_wish.language, account.language)`.as('language'),
      'notice_wish.mail_off',
    ])
    .where((e) =>
      e.or([
        sql<boolean>`account.id = any(${ids}::uuid[])`,
        e('account.id', 'in', roleHolders(tx, to, now)),
      ]),
    )
    .where('account.status', 'in', ['active', 'invited'])
    .orderBy('account.id')
    .execute()
  return rows.map((row) => ({
    accountId: row.id,
    mailbox: row.mailbox,
    phone: row.phone,
    language: row.language,
    mailOff: row.mail_off ?? [],
  }))
}

function roleHolders(tx: Tx, { roles, unitMembers }: To, now: Date) {
  const today = todayInBeijing(now)
  return tx
    .selectFrom('role_grant')
    .select('account_id')
    .where('valid_from', '<=', today)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>=', today)]))
    .where((e) =>
      e.or([
        ...(unitMembers === undefined ? [] : [e('unit_id', '=', unitMembers)]),
        ...(roles
          ? [
              e.and([
                e('role', 'in', [...roles.anyOf]),
                ...(roles.branchId ? [nullOr('branch_id', roles.branchId)] : []),
                ...(roles.agencyId ? [e('agency_id', '=', roles.agencyId)] : []),
              ]),
            ]
          : []),
      ]),
    )
}

// S2-067 a customs role without a branch is at headquarters and sees the cases of all branches
const nullOr = (column: 'branch_id', id: string) =>
  sql<boolean>`(${sql.ref(column)} is null or ${sql.ref(column)} = ${id})`

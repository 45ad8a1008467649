import { todayInBeijing, type Day } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import { newId } from '#frame/kernel/id.ts'
import type { Role } from './roles.ts'

/** A person to be written down. */
export interface NewAccount {
  login: string
  name: string
  mailbox: string
  phone?: string | null
  language?: 'zh' | 'en'
  status: 'invited' | 'active'
}

/** Writes an account. Errors: the database's own when the login is taken. Out: its id. */
export async function addAccount(
  tx: Tx,
  account: NewAccount,
  at: { now: Date; eventId?: string },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('account')
    .values({
      id,
      login: account.login,
      name: account.name,
      mailbox: account.mailbox,
      phone: account.phone ?? null,
      language: account.language ?? 'zh',
      status: account.status,
      audit_event_id: at.eventId ?? null,
      created_at: at.now,
    })
    .execute()
  return id
}

/** A role and how far it reaches, from day to day; `validTo` null is without end. */
export interface NewGrant {
  role: Role
  unitId?: string | null
  branchId?: string | null
  agencyId?: string | null
  subjectId?: string | null
  validFrom?: Day
  validTo?: Day | null
  reason?: string | null
}

/** Who gave a grant, and how it came to be. */
export interface GrantedBy {
  now: Date
  grantedBy: string | null
  confirmedBy?: string | null
  founding?: boolean
  eventId?: string
}

/** Writes a grant that was decided elsewhere. Out: its id. */
export async function addRoleGrant(
  tx: Tx,
  accountId: string,
  grant: NewGrant,
  by: GrantedBy,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('role_grant')
    .values({
      id,
      account_id: accountId,
      role: grant.role,
      unit_id: grant.unitId ?? null,
      branch_id: grant.branchId ?? null,
      agency_id: grant.agencyId ?? null,
      subject_id: grant.subjectId ?? null,
      valid_from: grant.validFrom ?? todayInBeijing(by.now),
      valid_to: grant.validTo ?? null,
      reason: grant.reason ?? null,
      granted_by: by.grantedBy,
      confirmed_by: by.confirmedBy ?? null,
      founding: by.founding ?? false,
      audit_event_id: by.eventId ?? null,
      created_at: by.now,
    })
    .execute()
  return id
}

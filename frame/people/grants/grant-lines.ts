import { todayInBeijing } from '#frame/calendar/day.ts'
import type { House } from '#frame/house.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import type { Actor } from '../actor.ts'
import { bodyNames, defaultBody } from '../own/body-names.ts'
import type { Owned } from '../policy.ts'
import type { Role } from '../roles.ts'
import { endRole } from './end-role.ts'
import { accountNames } from '../accounts/names.ts'
import { grantLife } from './states.ts'

/** The roles of an account now, later and before, newest first. In: whose the account is, for the acts. */
export async function grantLines(
  { db, clock }: House,
  actor: Actor,
  accountId: string,
  owner: Owned,
) {
  const now = clock.now()
  const today = todayInBeijing(now)
  const live = await db
    .selectFrom('role_grant')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .execute()
  const past = await db
    .selectFrom('role_grant_past')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('ended_at', 'desc')
    .limit(100)
    .execute()
  const rows = [
    ...live.map((g) => ({ ...g, ended_at: null, ended_by: null, end_reason: null })),
    ...past.map((g) => ({ ...g, version: 0 })),
  ]
  const placed = rows.map((r) => ({
    unitId: r.unit_id,
    branchId: r.branch_id,
    agencyId: r.agency_id,
  }))
  const nameOf = await bodyNames(db, placed)
  const who = await accountNames(
    db,
    rows.flatMap((r) => [r.granted_by, r.confirmed_by, r.ended_by]),
  )
  return rows.map((row, i) => {
    const over = row.ended_at === null && row.valid_to !== null && row.valid_to < today
    const ended = row.ended_at
      ? { at: row.ended_at.toISOString(), by: who(row.ended_by), reason: row.end_reason ?? '' }
      : over
        ? { at: `${row.valid_to}T23:59:59+08:00`, by: null, reason: '到期' }
        : null
    const subject = {
      kind: 'role',
      id: row.id,
      status: 'active',
      version: row.version,
      unitId: row.unit_id,
      branchId: row.unit_id ? owner.branchId : null,
    }
    return {
      id: row.id,
      role: row.role as Role,
      body: nameOf(placed[i]!) ?? defaultBody(row.role),
      from: row.valid_from,
      to: row.valid_to,
      reason: row.reason,
      by: who(row.granted_by),
      confirmedBy: who(row.confirmed_by),
      version: row.version,
      ended,
      acts: ended ? [] : canDo(grantLife, [endRole], { subject }, { actor, now, today }),
    }
  })
}

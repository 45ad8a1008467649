import type { Day } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { Actor } from '../actor.ts'
import { administratorRoles } from '../roles.ts'

/**
 * Whether there is anybody to confirm an administrator role: another administrator in use, neither the
 * proposer nor the person concerned. In a house just founded there is none yet, and the first ones are
 * appointed by one; the ledger says so.
 */
export async function mayBeConfirmed(
  tx: Tx,
  proposer: Actor,
  concerned: string | null,
  today: Day,
): Promise<boolean> {
  const row = await tx
    .selectFrom('role_grant as g')
    .innerJoin('account as a', 'a.id', 'g.account_id')
    .select('a.id')
    .where('g.role', 'in', administratorRoles)
    .where('a.status', '=', 'active')
    .where(
      'a.id',
      'not in',
      [proposer.accountId, concerned].filter((id) => id !== null),
    )
    .where('g.valid_from', '<=', today)
    .where((e) => e.or([e('g.valid_to', 'is', null), e('g.valid_to', '>=', today)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

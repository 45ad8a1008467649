import type { Day } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import { readSignInSettings } from '../sign-in/settings.ts'

/** S2-023 how many other sign-in names a unit has in use or invited. In: the account not to count. */
export async function otherLoginsOf(
  tx: Tx,
  unitId: string,
  except: string | null,
  today: Day,
): Promise<number> {
  // Two invitations at once would each see no other: the unit's row is the gate.
  await tx.selectFrom('unit').select('id').where('id', '=', unitId).forUpdate().execute()
  const rows = await tx
    .selectFrom('role_grant as g')
    .innerJoin('account as a', 'a.id', 'g.account_id')
    .select('a.id')
    .distinct()
    .where('g.unit_id', '=', unitId)
    .where('a.status', 'in', ['invited', 'active', 'suspended'])
    .where((e) => e.or([e('g.valid_to', 'is', null), e('g.valid_to', '>=', today)]))
    .$if(except !== null, (q) => q.where('a.id', '<>', except))
    .execute()
  return rows.length
}

/** Whether the setting demands one login per unit. */
export async function strictLogin(tx: Tx, today: Day): Promise<boolean> {
  return (await readSignInSettings(tx, today)).oneLoginPerUnit
}

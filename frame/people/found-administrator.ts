import type { Database, Tx } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'
import { addAccount, addRoleGrant } from './add-account.ts'
import { makeLink } from './sign-in/links.ts'

const linkHours = 24

/**
 * The address by which the first security administrator of a house makes himself; printed at the start,
 * good once and for a day, and the one printed before ends. Out: null when there is an administrator
 * already. There is no account with a password that somebody else knows.
 */
export async function foundingLink(house: House): Promise<string | null> {
  return house.db.transaction().execute(async (tx) => {
    if (await hasSecurityAdmin(tx)) return null
    const link = await makeLink(tx, {
      kind: 'first',
      accountId: null,
      minutes: linkHours * 60,
      createdBy: null,
      now: house.clock.now(),
    })
    return house.config.publicUrl + link.path
  })
}

/** Whether anybody has ever been made security administrator and still is, in use or invited. */
async function hasSecurityAdmin(db: Database | Tx): Promise<boolean> {
  const row = await db
    .selectFrom('role_grant as g')
    .innerJoin('account as a', 'a.id', 'g.account_id')
    .select('g.id')
    .where('g.role', '=', 'security-admin')
    .where('a.status', '<>', 'ended')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Makes the first security administrator; he then invites the other two. Out: the account's id.
 * Errors: {@link Refused} when there is one already, or the sign-in name is taken.
 */
export async function foundAdministrator(
  tx: Tx,
  person: { login: string; name: string; mailbox: string },
  now: Date,
): Promise<string> {
  if (await hasSecurityAdmin(tx))
    throw new Refused('refused', [
      reason(null, 'founded', '系统已有安全管理员，这个链接不再有效。请联系他为您开通账号。'),
    ])
  const id = await addAccount(tx, { ...person, status: 'active' }, { now })
  await addRoleGrant(
    tx,
    id,
    { role: 'security-admin', reason: '首位管理员' },
    { now, grantedBy: null, founding: true },
  )
  return id
}

import type { Database, Tx } from '#frame/db/connect.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'
import { proposedRoles } from '../proposals/proposed-roles.ts'
import { isStrong, type Role } from '../roles.ts'
import { hashPassword, houseCost, isDated, verifyPassword, type HashCost } from './hashing.ts'
import { passwordDemand, passwordReasons } from './password-rules.ts'
import type { SignInSettings } from './settings.ts'

/** Whose password is set, and in which words. */
export interface NewPassword {
  accountId: string
  password: string
  now: Date
  /** The next sign-in asks for another one. */
  mustChange?: boolean
}

/**
 * Sets an account's password after asking all rules, history included. In: the transaction that also ends
 * sessions or uses up a link. Errors: {@link Refused} with every reason.
 */
export async function setPassword(
  tx: Tx,
  { accountId, password, now, mustChange = false }: NewPassword,
  { password: rules }: Pick<SignInSettings, 'password'>,
  cost: HashCost = houseCost,
): Promise<void> {
  const owner = await ownerOf(tx, accountId)
  const reasons = passwordReasons(password, owner, rules)
  const demand = passwordDemand(rules, owner.privileged)
  if (reasons.length === 0 && (await isRepeated(tx, accountId, password, demand.history)))
    reasons.push(
      reason(
        null,
        'password-repeated',
        `不能再用最近${demand.history}次用过的密码。请换一个。`,
        'password',
      ),
    )
  if (reasons.length > 0) throw new Refused('refused', reasons)
  await keepPassword(tx, { accountId, now, mustChange, hash: await hashPassword(password, cost) })
}

/** Writes a password whose rules were asked elsewhere, e.g. one shared hash for all demonstration accounts. */
export async function keepPassword(
  tx: Database | Tx,
  {
    accountId,
    hash,
    now,
    mustChange,
  }: { accountId: string; hash: string; now: Date; mustChange: boolean },
): Promise<void> {
  const row = { hash, set_at: now, must_change: mustChange }
  await tx
    .insertInto('auth_password')
    .values({ account_id: accountId, ...row })
    .onConflict((c) => c.column('account_id').doUpdateSet(row))
    .execute()
  await tx
    .insertInto('auth_password_past')
    .values({ account_id: accountId, at: now, hash })
    .onConflict((c) => c.columns(['account_id', 'at']).doUpdateSet({ hash }))
    .execute()
}

/** Whose password it is, as the rules want to know it; roles still to come count too. */
async function ownerOf(tx: Tx, accountId: string) {
  const account = await tx
    .selectFrom('account')
    .select(['login', 'name', 'mailbox'])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  const held = await tx
    .selectFrom('role_grant')
    .select('role')
    .where('account_id', '=', accountId)
    .execute()
  const all = [...held.map((g) => g.role as Role), ...(await proposedRoles(tx, accountId))]
  return { ...account, privileged: all.some(isStrong) }
}

async function isRepeated(tx: Tx, accountId: string, password: string, history: number) {
  if (history === 0) return false
  const past = await tx
    .selectFrom('auth_password_past')
    .select('hash')
    .where('account_id', '=', accountId)
    .orderBy('at', 'desc')
    .limit(history)
    .execute()
  for (const { hash } of past) if (await verifyPassword(hash, password)) return true
  return false
}

/** Whether this is the account's password. Costs one hash, also for an account that has none. */
export async function isPasswordOf(
  db: Database | Tx,
  accountId: string,
  password: string,
  cost: HashCost = houseCost,
): Promise<boolean> {
  const row = await db
    .selectFrom('auth_password')
    .select('hash')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (row) return verifyPassword(row.hash, password)
  await hashPassword(password, cost)
  return false
}

/** Makes a hash of an older cost anew; called with the right password at hand. */
export async function refreshHash(
  db: Database,
  accountId: string,
  password: string,
  cost: HashCost = houseCost,
): Promise<void> {
  const row = await db
    .selectFrom('auth_password')
    .select('hash')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  if (!row || !isDated(row.hash, cost)) return
  const hash = await hashPassword(password, cost)
  await db
    .updateTable('auth_password')
    .set({ hash })
    .where('account_id', '=', accountId)
    .where('hash', '=', row.hash)
    .execute()
}

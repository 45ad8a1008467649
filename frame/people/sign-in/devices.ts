import { sql } from 'kysely'
import type { Database, Tx } from '#frame/db/connect.ts'
import { deviceKeys } from './attempts.ts'
import { hashToken, newToken } from './tokens.ts'

/** A browser in which an account has signed in before. */
export interface KnownDevice {
  accountId: string
  tokenHash: string
}

/**
 * Whether this browser has signed in under this name before (OWASP device cookies). Wrong passwords typed
 * elsewhere lock the name for strangers only: who knows a sign-in name cannot shut its owner out.
 * In: the browser's token, and since when it must have been seen. Out: null when it is not known.
 */
export async function knownDevice(
  db: Database | Tx,
  login: string,
  token: string | null,
  since: Date,
): Promise<KnownDevice | null> {
  if (token === null) return null
  const row = await db
    .selectFrom('auth_device as d')
    .innerJoin('account as a', 'a.id', 'd.account_id')
    .select(['d.account_id', 'd.token_hash'])
    .where('d.token_hash', '=', hashToken(token))
    .where('d.seen_at', '>', since)
    .where(sql`lower(a.login)`, '=', login.trim().toLowerCase())
    .executeTakeFirst()
  return row ? { accountId: row.account_id, tokenHash: row.token_hash } : null
}

/**
 * Knows this browser from now on for an account that has come in whole. Everybody who signs in here gets
 * along with a new token: one that somebody else planted, or copied before, is worth nothing afterwards.
 * In: the browser's token so far. Out: its new one.
 */
export async function rememberDevice(
  db: Database,
  accountId: string,
  token: string | null,
  now: Date,
): Promise<string> {
  const fresh = newToken()
  await db.transaction().execute(async (tx) => {
    if (token !== null)
      await tx
        .updateTable('auth_device')
        .set({ token_hash: hashToken(fresh) })
        .where('token_hash', '=', hashToken(token))
        .execute()
    await tx
      .insertInto('auth_device')
      .values({ account_id: accountId, token_hash: hashToken(fresh), seen_at: now })
      .onConflict((c) => c.columns(['account_id', 'token_hash']).doUpdateSet({ seen_at: now }))
      .execute()
  })
  return fresh
}

/** Forgets every browser of an account, with what was counted there: a new password, a lost device. */
export async function forgetDevices(db: Database | Tx, accountId: string): Promise<void> {
  await db.deleteFrom('auth_device').where('account_id', '=', accountId).execute()
  await db
    .deleteFrom('auth_attempt')
    .where('key', 'like', `${deviceKeys(accountId)}%`)
    .execute()
}

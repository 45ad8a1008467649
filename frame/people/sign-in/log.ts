import type { Database, Tx } from '#frame/db/connect.ts'
import { newId } from '#frame/kernel/id.ts'
import { hashToken } from './tokens.ts'
import type { Visitor } from './library-store.ts'

/** What is written of people coming and going; the words stand in `labels.ts`. */
export type SignInEvent =
  | 'entered'
  | 'wrong-password'
  | 'unknown-login'
  | 'locked'
  | 'suspended'
  | 'code-right'
  | 'code-wrong'
  | 'code-used'
  | 'recovery-right'
  | 'recovery-wrong'
  | 'enrolled'
  | 'left'
  | 'session-ended'
  | 'password-set'
  | 'reset-asked'
  | 'link-used'
  | 'link-refused'

/** Where a request comes from, and its number. */
export interface Caller extends Visitor {
  requestId: string
}

/**
 * Writes one line of the sign-in log, which is append-only. A sign-in name that belongs to nobody is kept
 * as a hash: people type passwords into the wrong field.
 */
export async function logSignIn(
  db: Database | Tx,
  what: SignInEvent,
  who: { accountId: string | null; login?: string },
  caller: Caller,
  now: Date,
): Promise<void> {
  await db
    .insertInto('sign_in_log')
    .values({
      id: newId(),
      at: now,
      what,
      account_id: who.accountId,
      login_hash: who.accountId || who.login === undefined ? null : hashToken(who.login),
      address: caller.address,
      agent: caller.agent.slice(0, 300),
      request_id: caller.requestId,
    })
    .execute()
}

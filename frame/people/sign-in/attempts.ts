import { sql } from 'kysely'
import type { Database, Tx } from '#frame/db/connect.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'
import { hashToken } from './tokens.ts'

/** Limits of one counter of failures. */
export interface LockRule {
  lockAfterFailures: number
  lockMinutes: number
}

/** The counter of a sign-in name; unknown names have one too, so that a lock tells nothing. */
export const loginKey = (login: string) => `login:${hashToken(login.trim().toLowerCase())}`

/** Where the counters of an account's own browsers begin; the hash of a browser's token follows. */
export const deviceKeys = (accountId: string) => `device:${accountId}:`

/** The counter of an account's second factor: who knows the password may not try codes for ever. */
export const codeKey = (accountId: string) => `code:${accountId}`

/** The counter of the password asked again of somebody signed in: an open screen is no place to guess. */
export const ownKey = (accountId: string) => `own:${accountId}`

/**
 * Counts an attempt before it is examined: of fifty guesses sent at once only the first five are looked at.
 * The counter lies in the database, so it survives a restart and holds for every server.
 * Errors: {@link Refused} with the waiting time while locked.
 */
export async function countAttempt(
  db: Database | Tx,
  key: string,
  rule: LockRule,
  now: Date,
): Promise<void> {
  const lockEnd = new Date(now.getTime() + rule.lockMinutes * 60_000)
  const over = sql`(auth_attempt.locked_until is not null and auth_attempt.locked_until <= ${now})`
  const failures = sql<number>`case when ${over} then 1 else auth_attempt.failures + 1 end`
  const row = await db
    .insertInto('auth_attempt')
    .values({
      key,
      failures: 1,
      at: now,
      locked_until: rule.lockAfterFailures <= 1 ? lockEnd : null,
    })
    .onConflict((c) =>
      c.column('key').doUpdateSet({
        at: now,
        failures,
        locked_until: sql<Date | null>`case
          when auth_attempt.locked_until > ${now} then auth_attempt.locked_until
          when ${failures} >= ${rule.lockAfterFailures} then ${lockEnd}::timestamptz
          else null end`,
      }),
    )
    .returning(['failures', 'locked_until'])
    .executeTakeFirstOrThrow()
  // The attempt that reaches the limit is still examined; it locks only by failing, or success clears it.
  if (row.failures > rule.lockAfterFailures && row.locked_until)
    throw locked(key, row.locked_until, now)
}

/** A success: the failures before it are forgotten. */
export async function clearAttempts(db: Database | Tx, key: string): Promise<void> {
  await db.deleteFrom('auth_attempt').where('key', '=', key).execute()
}

// What is locked, and how one gets in all the same, by the beginning of the counter's key.
const nameWords = (wait: string) =>
  `连续多次没有通过，已暂停登录。请在${wait}后再试；您近期登录过的浏览器通常不受影响。不想等，请点“忘记密码”，用邮件中的链接重设密码，随即可以登录。`

const lockWords = {
  login: nameWords,
  device: nameWords,
  code: (wait: string) =>
    `动态口令连续多次没有通过，已暂停验证。请在${wait}后再试；手机不在身边的，请联系安全管理员重置动态口令。`,
  own: (wait: string) =>
    `密码连续多次没有通过，为保护您的账号，暂停办理这一项。请在${wait}后再试；忘记密码的，请退出登录，用“忘记密码”重设。`,
}

function locked(key: string, until: Date, now: Date): Refused {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  const words = lockWords[key.split(':')[0] as keyof typeof lockWords]
  const wait = `${Math.ceil(seconds / 60)}分钟`
  return new Refused('too-many', [reason(null, 'locked', words(wait))], seconds)
}

/** A bucket of tokens: `burst` at once, refilled at `perMinute`. */
export interface BucketRule {
  burst: number
  perMinute: number
  /** What is said when it is empty; in the words of an address unless told. In: seconds until the next token. */
  words?: (seconds: number) => string
}

const addressWords = (seconds: number) => `来自您所在网络的请求太多，请在${seconds}秒后再试。`

/**
 * Takes one token from a bucket shared by all servers. In: its key, such as an address.
 * Errors: {@link Refused} with the time until the next token.
 */
export async function takeToken(
  db: Database | Tx,
  key: string,
  rule: BucketRule,
  now: Date,
): Promise<void> {
  const perSecond = rule.perMinute / 60
  const filled = sql<number>`least(${rule.burst}::float8,
    auth_bucket.tokens + greatest(0, extract(epoch from ${now}::timestamptz - auth_bucket.at)) * ${perSecond}::float8)`
  const row = await db
    .insertInto('auth_bucket')
    .values({ key, tokens: rule.burst - 1, at: now })
    .onConflict((c) =>
      c.column('key').doUpdateSet({
        // Below zero it would punish who keeps asking; at minus one it says no.
        tokens: sql<number>`greatest(-1, ${filled} - 1)`,
        at: sql<Date>`greatest(auth_bucket.at, ${now}::timestamptz)`,
      }),
    )
    .returning('tokens')
    .executeTakeFirstOrThrow()
  if (row.tokens >= 0) return
  const seconds = Math.max(1, Math.ceil(-row.tokens / perSecond))
  const words = rule.words ?? addressWords
  throw new Refused('too-many', [reason(null, 'too-many', words(seconds))], seconds)
}

import { sql } from 'kysely'
import { todayInBeijing } from '#frame/calendar/day.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import type { Actor, Grant } from '../actor.ts'
import { grantsOn } from '../load-actor.ts'
import { isStrong } from '../roles.ts'
import { isDue } from './password-rules.ts'
import type { SignInSettings } from './settings.ts'
import { hashToken, newToken } from './tokens.ts'

/**
 * How far a sign-in has come. Only `full` is somebody; the others reach nothing but what finishes them:
 * `code` wants the second factor, `enrol` its first setting-up, `password` a new password.
 */
export type Stage = 'code' | 'enrol' | 'password' | 'full'

/** A living session and who is behind it. */
export interface Session {
  id: string
  stage: Stage
  actor: Actor & { accountId: string }
  login: string
  language: string
  createdAt: Date
  seenAt: Date
}

/**
 * The session of a token. Out: null when there is none, it is over, or its account is not active; what is
 * over is removed at once.
 */
export async function findSession(
  house: House,
  token: string,
  settings: SignInSettings,
): Promise<Session | null> {
  const now = house.clock.now()
  const row = await house.db
    .selectFrom('auth_session as s')
    .innerJoin('account as a', 'a.id', 's.account_id')
    .leftJoin('auth_second_factor as f', 'f.account_id', 'a.id')
    .leftJoin('auth_password as p', 'p.account_id', 'a.id')
    .select([
      's.id',
      's.created_at',
      's.seen_at',
      's.second_factor_at',
      'a.id as account_id',
      'a.name',
      'a.login',
      'a.language',
      'a.status',
      'f.confirmed_at',
      'p.set_at',
      'p.must_change',
      grantsOn(sql.ref('a.id'), todayInBeijing(now)).as('grants'),
    ])
    .where('s.token_hash', '=', hashToken(token))
    .executeTakeFirst()
  if (!row || row.status !== 'active') return null
  if (isOver(row.created_at, row.seen_at, settings, now)) {
    await endSession(house.db, row.id)
    return null
  }
  return {
    id: row.id,
    stage: stageOf(row, row.grants, settings, now),
    actor: { kind: 'person', accountId: row.account_id, name: row.name, grants: row.grants },
    login: row.login,
    language: row.language,
    createdAt: row.created_at,
    seenAt: row.seen_at,
  }
}

/** Whether a session is over at an instant: too long idle, or too old. */
export function isOver(
  createdAt: Date,
  seenAt: Date,
  { idleMinutes, absoluteHours }: SignInSettings,
  now: Date,
): boolean {
  return (
    now.getTime() - seenAt.getTime() >= idleMinutes * 60_000 ||
    now.getTime() - createdAt.getTime() >= absoluteHours * 3_600_000
  )
}

interface Proofs {
  second_factor_at: Date | null
  confirmed_at: Date | null
  set_at: Date | null
  must_change: boolean | null
}

/** Asked anew at every request: who is given a privileged role needs the second factor from then on. */
function stageOf(proofs: Proofs, grants: Grant[], settings: SignInSettings, now: Date): Stage {
  const strong = grants.some((g) => isStrong(g.role))
  if (proofs.confirmed_at && !proofs.second_factor_at) return 'code'
  if (strong && !proofs.confirmed_at) return 'enrol'
  if (proofs.must_change || isDue(proofs.set_at, strong, settings.password, now)) return 'password'
  return 'full'
}

// Seen to the minute: a write at every request would double the work of each.
const seenEvery = 60_000

/** Notes that a person is at work. */
export async function touch(db: Database, session: Session, now: Date): Promise<void> {
  if (now.getTime() - session.seenAt.getTime() < seenEvery) return
  await db
    .updateTable('auth_session')
    .set({ seen_at: now })
    .where('id', '=', session.id)
    .where('seen_at', '<', now)
    .execute()
}

/**
 * Gives a session a new token, so that one known before this step is worth nothing after it.
 * Out: the new token. In: whether the second factor has just been passed.
 */
export async function rotate(
  db: Database | Tx,
  sessionId: string,
  passed: { secondFactorAt?: Date } = {},
): Promise<string> {
  const token = newToken()
  await db
    .updateTable('auth_session')
    .set({
      token_hash: hashToken(token),
      ...(passed.secondFactorAt ? { second_factor_at: passed.secondFactorAt } : {}),
    })
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()
  return token
}

/** Ends one session. */
export async function endSession(db: Database | Tx, id: string): Promise<void> {
  await db.deleteFrom('auth_session').where('id', '=', id).execute()
}

/** Ends all sessions of an account but one. Out: how many ended. */
export async function endSessionsOf(
  db: Database | Tx,
  accountId: string,
  except: string | null = null,
): Promise<number> {
  const ended = await db
    .deleteFrom('auth_session')
    .where('account_id', '=', accountId)
    .$if(except !== null, (q) => q.where('id', '<>', except))
    .returning('id')
    .execute()
  return ended.length
}

/** The living sessions of an account, newest first. */
export async function sessionsOf(
  db: Database | Tx,
  accountId: string,
  { idleMinutes, absoluteHours }: SignInSettings,
  now: Date,
) {
  return db
    .selectFrom('auth_session')
    .select(['id', 'created_at', 'seen_at', 'address', 'agent', 'second_factor_at'])
    .where('account_id', '=', accountId)
    .where('seen_at', '>', new Date(now.getTime() - idleMinutes * 60_000))
    .where('created_at', '>', new Date(now.getTime() - absoluteHours * 3_600_000))
    .orderBy('created_at', 'desc')
    .execute()
}

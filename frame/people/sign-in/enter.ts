import { sql } from 'kysely'
import type { House } from '#frame/house.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'
import { clearAttempts, countAttempt, deviceKeys, loginKey, takeToken } from './attempts.ts'
import { knownDevice } from './devices.ts'
import { openPasswordDesk, type PasswordDesk } from './library.ts'
import { logSignIn, type Caller } from './log.ts'
import { refreshHash } from './passwords.ts'
import { endSession, findSession, type Session } from './sessions.ts'
import { signInSettings } from './settings.ts'

const desks = new WeakMap<House, PasswordDesk>()

/** The one desk of a house at which passwords are shown. */
export function passwordDesk(house: House): PasswordDesk {
  const desk = desks.get(house) ?? openPasswordDesk(house)
  desks.set(house, desk)
  return desk
}

/** What came of a sign-in: the token for the cookie, and how far it has come. */
export interface SignedIn {
  token: string
  session: Session
}

/**
 * First step of signing in: name and password. In: the earlier session of this browser, which ends, and the
 * browser's own token. A browser that has signed in under this name before has a counter of its own.
 * Errors: {@link Refused}: too many from this address; locked; wrong, in the same words for a name nobody
 * has, a wrong password and an account that was never activated; suspended, told only with the right password.
 */
export async function signIn(
  house: House,
  typed: { login: string; password: string },
  caller: Caller,
  before: { session: Session | null; device: string | null },
): Promise<SignedIn> {
  const settings = await signInSettings(house)
  const now = house.clock.now()
  const login = typed.login.trim()
  await takeToken(
    house.db,
    `sign-in:${caller.address}`,
    { burst: settings.addressBurst, perMinute: settings.addressPerMinute },
    now,
  )
  const since = new Date(now.getTime() - settings.deviceDays * 86_400_000)
  const device = await knownDevice(house.db, login, before.device, since)
  const key = device ? `${deviceKeys(device.accountId)}${device.tokenHash}` : loginKey(login)
  try {
    await countAttempt(house.db, key, settings, now)
  } catch (error) {
    await logSignIn(house.db, 'locked', await knownAs(house, login), caller, now)
    throw error
  }
  const entered = await passwordDesk(house).enter(login, typed.password, caller)
  if (!entered) {
    const who = await knownAs(house, login)
    await logSignIn(house.db, who.accountId ? 'wrong-password' : 'unknown-login', who, caller, now)
    throw wrongPassword()
  }
  await clearAttempts(house.db, key)
  const session = await findSession(house, entered.token, settings)
  if (!session) return refuseSuspended(house, entered.accountId, caller)
  if (before.session) await endSession(house.db, before.session.id)
  await refreshHash(house.db, entered.accountId, typed.password)
  await logSignIn(house.db, 'entered', entered, caller, now)
  return { token: entered.token, session }
}

async function refuseSuspended(house: House, accountId: string, caller: Caller): Promise<never> {
  await house.db.deleteFrom('auth_session').where('account_id', '=', accountId).execute()
  await logSignIn(house.db, 'suspended', { accountId }, caller, house.clock.now())
  throw new Refused('forbidden', [
    reason(null, 'suspended', '您的账号已停用，不能登录。如有疑问，请联系安全管理员。'),
  ])
}

const wrongPassword = () =>
  new Refused('invalid', [
    reason(
      null,
      'wrong-password',
      '登录名或密码不对。请检查大小写和输入法；忘记密码可用“忘记密码”重设。',
    ),
  ])

async function knownAs(house: House, login: string) {
  const row = await house.db
    .selectFrom('account')
    .select('id')
    .where(sql`lower(login)`, '=', login.toLowerCase())
    .executeTakeFirst()
  return { accountId: row?.id ?? null, login }
}

/** Signs out: the session is gone on the server, not only the cookie. */
export async function signOut(house: House, session: Session, caller: Caller): Promise<void> {
  await endSession(house.db, session.id)
  await logSignIn(house.db, 'left', session.actor, caller, house.clock.now())
}

import type { Tx } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { absent, reason, Refused } from '#frame/kernel/reason.ts'
import { appendEvent } from '#frame/ledger/append.ts'
import { notify } from '#frame/notify/notify.ts'
import type { Actor } from '../actor.ts'
import { passwordChanged } from '../notices.ts'
import { clearAttempts, countAttempt, ownKey } from '../sign-in/attempts.ts'
import { forgetDevices } from '../sign-in/devices.ts'
import { logSignIn, type Caller } from '../sign-in/log.ts'
import { isPasswordOf, setPassword } from '../sign-in/passwords.ts'
import { renewRecoveryCodes, storedFactor } from '../sign-in/second-factor.ts'
import { endSession, endSessionsOf, rotate } from '../sign-in/sessions.ts'
import { signInSettings } from '../sign-in/settings.ts'

type Person = Actor & { accountId: string }

/**
 * Asks the password again before something that would let a stranger at an open screen keep the account
 * (ASVS 5.0 7.5.3). Errors: Refused when it is wrong, or was wrong too often.
 */
export async function provePassword(
  house: House,
  person: Person,
  typed: string,
  caller: Caller,
): Promise<void> {
  const now = house.clock.now()
  const key = ownKey(person.accountId)
  await countAttempt(house.db, key, await signInSettings(house), now).catch(
    async (error: unknown) => {
      if (error instanceof Refused) await logSignIn(house.db, 'locked', person, caller, now)
      throw error
    },
  )
  if (!(await isPasswordOf(house.db, person.accountId, typed))) {
    await logSignIn(house.db, 'wrong-password', person, caller, now)
    throw new Refused('invalid', [
      reason(null, 'wrong-password', '现在的密码不对。请检查大小写和输入法后重新输入。', 'current'),
    ])
  }
  await clearAttempts(house.db, key)
}

async function record(tx: Tx, person: Person, act: string, caller: Caller, now: Date) {
  await appendEvent(tx, {
    id: newId(),
    at: now,
    actor: person,
    act,
    subject: { kind: 'account', id: person.accountId },
    unitId: null,
    body: { requestId: caller.requestId },
  })
}

/**
 * Changes one's own password; every other session ends, and the own one gets a new token. Every browser is
 * forgotten; the caller remembers the own one.
 * Errors: Refused when the current password is wrong or the new one breaks a rule.
 */
export async function changeOwnPassword(
  house: House,
  person: Person,
  sessionId: string | null,
  typed: { current: string; password: string },
  caller: Caller,
): Promise<{ ended: number; token: string | null }> {
  await provePassword(house, person, typed.current, caller)
  const now = house.clock.now()
  const settings = await signInSettings(house)
  const { accountId } = person
  return house.db.transaction().execute(async (tx) => {
    await setPassword(tx, { accountId, password: typed.password, now }, settings)
    const ended = await endSessionsOf(tx, accountId, sessionId)
    await forgetDevices(tx, accountId)
    await logSignIn(tx, 'password-set', person, caller, now)
    await record(tx, person, 'account.set-password', caller, now)
    await notify(tx, { to: { accountIds: [accountId] }, kind: passwordChanged, params: {}, now })
    return { ended, token: sessionId ? await rotate(tx, sessionId) : null }
  })
}

/** Ends one of one's own sessions. Errors: Refused when it is nobody's or somebody else's. */
export async function endOwnSession(house: House, person: Person, id: string, caller: Caller) {
  const row = await house.db
    .selectFrom('auth_session')
    .select('id')
    .where('id', '=', id)
    .where('account_id', '=', person.accountId)
    .executeTakeFirst()
  if (!row) throw absent()
  await endSession(house.db, id)
  await logSignIn(house.db, 'session-ended', person, caller, house.clock.now())
  return { ended: 1 }
}

/** Ten new recovery codes in place of the old ones. Errors: Refused without the password or a second factor. */
export async function renewOwnRecoveryCodes(
  house: House,
  person: Person,
  current: string,
  caller: Caller,
): Promise<string[]> {
  await provePassword(house, person, current, caller)
  const { accountId } = person
  const factor = await storedFactor(house.db, accountId)
  if (!factor?.confirmed_at)
    throw new Refused('refused', [
      reason(null, 'no-second-factor', '您还没有绑定动态口令，不需要恢复码。请先绑定。'),
    ])
  return house.db.transaction().execute(async (tx) => {
    const codes = await renewRecoveryCodes(tx, accountId)
    await record(tx, person, 'account.renew-recovery-codes', caller, house.clock.now())
    return codes
  })
}

import type { House } from '#frame/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'
import { appendEvent } from '#frame/ledger/append.ts'
import { clearAttempts, codeKey, countAttempt } from './attempts.ts'
import { logSignIn, type Caller } from './log.ts'
import {
  beginEnrolment,
  confirmEnrolment,
  renewRecoveryCodes,
  spendCode,
  spendRecoveryCode,
} from './second-factor.ts'
import { rotate, type Session } from './sessions.ts'
import { signInSettings } from './settings.ts'
import { setPassword } from './passwords.ts'
import { base32, enrolmentUri } from './totp.ts'

/**
 * Second step: the code from the phone. Out: the session's new token.
 * Errors: {@link Refused}: locked after too many, wrong, or a right code that was used before.
 */
export async function proveByCode(
  house: House,
  session: Session,
  code: string,
  caller: Caller,
): Promise<string> {
  const { accountId } = session.actor
  await countOne(house, accountId, caller)
  const answer = await spendCode(house, house.db, accountId, code)
  if (answer !== 'right') {
    await logSignIn(house.db, `code-${answer}`, { accountId }, caller, house.clock.now())
    throw answer === 'used' ? usedCode() : wrongCode()
  }
  return proven(house, session, 'code-right', caller)
}

/** Second step without the phone: a recovery code. Out: the new token, and how many codes are left. */
export async function proveByRecovery(
  house: House,
  session: Session,
  code: string,
  caller: Caller,
): Promise<{ token: string; left: number }> {
  const { accountId } = session.actor
  const now = house.clock.now()
  await countOne(house, accountId, caller)
  const left = await spendRecoveryCode(house.db, accountId, code, now)
  if (left === null) {
    await logSignIn(house.db, 'recovery-wrong', { accountId }, caller, now)
    throw new Refused('invalid', [
      reason(
        null,
        'wrong-recovery-code',
        '恢复码不对，或已经用过。每个恢复码只能用一次，请换一个。',
        'code',
      ),
    ])
  }
  return { token: await proven(house, session, 'recovery-right', caller), left }
}

async function countOne(house: House, accountId: string, caller: Caller): Promise<void> {
  const now = house.clock.now()
  try {
    await countAttempt(house.db, codeKey(accountId), await signInSettings(house), now)
  } catch (error) {
    await logSignIn(house.db, 'locked', { accountId }, caller, now)
    throw error
  }
}

async function proven(
  house: House,
  session: Session,
  how: 'code-right' | 'recovery-right',
  caller: Caller,
): Promise<string> {
  const { accountId } = session.actor
  const now = house.clock.now()
  await clearAttempts(house.db, codeKey(accountId))
  await logSignIn(house.db, how, { accountId }, caller, now)
  return rotate(house.db, session.id, { secondFactorAt: now })
}

/** What the phone app needs: the address in the QR code, and the secret to type by hand. */
export interface Enrolment {
  uri: string
  secret: string
}

/** Begins to set up the second factor. Errors: {@link Refused} when there is one already. */
export async function enrol(house: House, session: Session): Promise<Enrolment> {
  const secret = await beginEnrolment(house, session.actor.accountId)
  if (!secret)
    throw new Refused('refused', [
      reason(
        null,
        'already-enrolled',
        '您已绑定动态口令。如换了手机，请用恢复码登录，或请安全管理员重置。',
      ),
    ])
  return { uri: enrolmentUri(secret, '联管', session.login), secret: base32(secret) }
}

/** Ends the setting-up with the first code. Out: the session's new token, and the recovery codes, once. */
export async function finishEnrolment(
  house: House,
  session: Session,
  code: string,
  caller: Caller,
): Promise<{ token: string; recoveryCodes: string[] }> {
  const { accountId } = session.actor
  const now = house.clock.now()
  await countOne(house, accountId, caller)
  return house.db.transaction().execute(async (tx) => {
    if (!(await confirmEnrolment(house, tx, accountId, code))) throw wrongCode()
    const recoveryCodes = await renewRecoveryCodes(tx, accountId)
    await clearAttempts(tx, codeKey(accountId))
    const token = await rotate(tx, session.id, { secondFactorAt: now })
    await logSignIn(tx, 'enrolled', { accountId }, caller, now)
    await appendEvent(tx, {
      id: newId(),
      at: now,
      actor: session.actor,
      act: 'account.enrol-second-factor',
      subject: { kind: 'account', id: accountId },
      unitId: null,
      body: { requestId: caller.requestId },
    })
    return { token, recoveryCodes }
  })
}

/** Third step where it is due: a new password. Out: the session's new token. */
export async function changeDuePassword(
  house: House,
  session: Session,
  password: string,
  caller: Caller,
): Promise<string> {
  const { accountId } = session.actor
  const now = house.clock.now()
  const settings = await signInSettings(house)
  return house.db.transaction().execute(async (tx) => {
    await setPassword(tx, { accountId, password, now }, settings)
    await logSignIn(tx, 'password-set', { accountId }, caller, now)
    await appendEvent(tx, {
      id: newId(),
      at: now,
      actor: session.actor,
      act: 'account.set-password',
      subject: { kind: 'account', id: accountId },
      unitId: null,
      body: { requestId: caller.requestId, how: 'due' },
    })
    return rotate(tx, session.id)
  })
}

const wrongCode = () =>
  new Refused('invalid', [
    reason(
      null,
      'wrong-code',
      '动态口令不对。请输入手机上现在显示的六位数字，并检查手机时间是否为自动设置。',
      'code',
    ),
  ])

const usedCode = () =>
  new Refused('invalid', [
    reason(
      null,
      'used-code',
      '这个动态口令已经用过。请等手机上出现下一个（最多30秒）再输入。',
      'code',
    ),
  ])

import { randomInt } from 'node:crypto'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import { newSecret, stepOf } from './totp.ts'
import { hashToken } from './tokens.ts'
import { seal, unseal } from './vault.ts'

/**
 * A fresh secret for an account that has none confirmed yet; an earlier unconfirmed one is replaced.
 * Out: the secret, or null when the account already has a second factor.
 */
export async function beginEnrolment(
  house: House,
  accountId: string,
  secret: Buffer = newSecret(),
  db: Database | Tx = house.db,
): Promise<Buffer | null> {
  const now = house.clock.now()
  const sealed = await seal(house, accountId, secret)
  const row = await db
    .insertInto('auth_second_factor')
    .values({ account_id: accountId, secret: sealed, created_at: now, confirmed_at: null })
    .onConflict((c) =>
      c
        .column('account_id')
        .doUpdateSet({ secret: sealed, created_at: now })
        .where('auth_second_factor.confirmed_at', 'is', null),
    )
    .returning('account_id')
    .executeTakeFirst()
  return row ? secret : null
}

/** The sealed secret of an account as stored. */
export async function storedFactor(db: Database | Tx, accountId: string) {
  return db
    .selectFrom('auth_second_factor')
    .select(['secret', 'confirmed_at', 'last_step'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

/** Confirms the enrolment with the first code from the phone. Out: whether it was right. */
export async function confirmEnrolment(
  house: House,
  tx: Tx,
  accountId: string,
  code: string,
): Promise<boolean> {
  const now = house.clock.now()
  const stored = await storedFactor(tx, accountId)
  if (!stored || stored.confirmed_at) return false
  const step = stepOf(await unseal(house, accountId, stored.secret), code, now)
  if (step === null) return false
  const row = await tx
    .updateTable('auth_second_factor')
    .set({ confirmed_at: now, last_step: step })
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is', null)
    // The secret the code was checked against, not one begun anew in another window meanwhile.
    .where('secret', '=', stored.secret)
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

/** How a code fared. A right code that was used before is told apart: the person only has to wait. */
export type CodeAnswer = 'right' | 'wrong' | 'used'

/**
 * Checks a code and uses up its step in one conditional update: of the same code sent a hundred times at
 * once, one is right. A step is taken once, and never an older one (ASVS 5.0 6.5.1).
 */
export async function spendCode(
  house: House,
  db: Database | Tx,
  accountId: string,
  code: string,
): Promise<CodeAnswer> {
  const stored = await storedFactor(db, accountId)
  if (!stored?.confirmed_at) return 'wrong'
  const step = stepOf(await unseal(house, accountId, stored.secret), code, house.clock.now())
  if (step === null) return 'wrong'
  const spent = await db
    .updateTable('auth_second_factor')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .returning('account_id')
    .executeTakeFirst()
  return spent ? 'right' : 'used'
}

// No 0, O, 1, I, L: the codes are printed and typed by hand. 31^12 is 59 bits, behind a lock of five tries.
const recoveryLetters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const recoveryCodes = 10

/** Ten fresh recovery codes; the earlier ones end. Out: the codes, which are shown once and kept as hashes. */
export async function renewRecoveryCodes(tx: Tx, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => {
    const letters = Array.from(
      { length: 12 },
      () => recoveryLetters[randomInt(recoveryLetters.length)],
    )
    return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
  })
  await tx.deleteFrom('auth_recovery_code').where('account_id', '=', accountId).execute()
  await tx
    .insertInto('auth_recovery_code')
    .values(
      codes.map((code) => ({ account_id: accountId, code_hash: recoveryHash(accountId, code) })),
    )
    .execute()
  return codes
}

/** Uses up a recovery code. Out: how many are left, or null when it is unknown or used. */
export async function spendRecoveryCode(
  db: Database | Tx,
  accountId: string,
  code: string,
  now: Date,
): Promise<number | null> {
  const spent = await db
    .updateTable('auth_recovery_code')
    .set({ used_at: now })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', recoveryHash(accountId, code))
    .where('used_at', 'is', null)
    .returning('code_hash')
    .executeTakeFirst()
  return spent ? recoveryCodesLeft(db, accountId) : null
}

/** How many recovery codes an account has left. */
export async function recoveryCodesLeft(db: Database | Tx, accountId: string): Promise<number> {
  const { left } = await db
    .selectFrom('auth_recovery_code')
    .select((e) => e.fn.countAll<number>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return left
}

const recoveryHash = (accountId: string, code: string) =>
  hashToken(`${accountId}:${code.toUpperCase().replace(/[^A-Z0-9]/g, '')}`)

/** Takes an account's second factor away; the next sign-in leads to a new enrolment. */
export async function removeFactor(tx: Tx, accountId: string): Promise<void> {
  await tx.deleteFrom('auth_recovery_code').where('account_id', '=', accountId).execute()
  await tx.deleteFrom('auth_second_factor').where('account_id', '=', accountId).execute()
}

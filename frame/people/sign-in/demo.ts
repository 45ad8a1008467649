import { createHash } from 'node:crypto'
import type { Tx } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import { roles, type Role } from '../roles.ts'
import { hashPassword } from './hashing.ts'
import { keepPassword } from './passwords.ts'
import { beginEnrolment, storedFactor } from './second-factor.ts'
import { codeOf, stepAt } from './totp.ts'

/** Password of every demonstration account; it stands on the demonstration's sign-in page. */
export const demoPassword = 'Lianguan-2026-demo'

/** One shared hash: thirty accounts of their own would cost seconds at the first start. */
let sharedHash: Promise<string> | undefined

/** What the sign-in page of the demonstration says about a person. */
export interface DemoPerson {
  accountId: string
  place: number
  hint: { zh: string; en: string }
}

/**
 * Makes an account one of the demonstration's: shared password, fixed second factor, listed on the sign-in
 * page. Errors: throws in any house that is not a demonstration.
 */
export async function furnishDemoPerson(house: House, tx: Tx, person: DemoPerson): Promise<void> {
  if (!house.config.demo) throw new Error('demonstration accounts belong to a demonstration only')
  const { accountId, place, hint } = person
  const now = house.clock.now()
  sharedHash ??= hashPassword(demoPassword)
  await keepPassword(tx, { accountId, hash: await sharedHash, now, mustChange: false })
  await tx
    .insertInto('demo_person')
    .values({ account_id: accountId, place, hint_zh: hint.zh, hint_en: hint.en })
    .onConflict((c) => c.column('account_id').doNothing())
    .execute()
  await beginEnrolment(house, accountId, demoSecret(accountId), tx)
  await tx
    .updateTable('auth_second_factor')
    .set({ confirmed_at: now })
    .where('account_id', '=', accountId)
    .execute()
}

/** The fixed secret of a demonstration account. */
export function demoSecret(accountId: string): Buffer {
  return createHash('sha256').update(`demonstration ${accountId}`).digest().subarray(0, 20)
}

/** Who can be tried out; null in a house that is not a demonstration. */
export async function demoPeople(house: House) {
  if (!house.config.demo) return null
  const rows = await house.db
    .selectFrom('demo_person as d')
    .innerJoin('account as a', 'a.id', 'd.account_id')
    .innerJoin('role_grant as g', 'g.account_id', 'a.id')
    .select(['a.id', 'a.login', 'a.name', 'd.hint_zh', 'd.hint_en', 'g.role'])
    .where('a.status', '=', 'active')
    .orderBy('d.place')
    .orderBy('g.id')
    .execute()
  const people = Map.groupBy(rows, (r) => r.id)
  return [...people.values()].map((grants) => {
    const { login, name, hint_zh, hint_en } = grants[0]!
    const words = grants.map((g) => roles[g.role as Role]).map(({ zh, en }) => ({ zh, en }))
    return { login, name, hint: { zh: hint_zh, en: hint_en }, roles: words }
  })
}

/**
 * What the phone of a demonstration account shows: the first code that has not been used yet.
 * Out: null when the account is none of the demonstration's, or every code of the moment was used; then
 * `wait` says in how many seconds there is a new one.
 */
export async function demoCode(
  house: House,
  accountId: string,
): Promise<{ code: string | null; wait: number }> {
  const now = house.clock.now()
  const wait = 30 - (Math.floor(now.getTime() / 1000) % 30)
  const listed = await house.db
    .selectFrom('demo_person')
    .select('account_id')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  const stored = await storedFactor(house.db, accountId)
  if (!house.config.demo || !listed || !stored) return { code: null, wait }
  // The next step is accepted too, so a second sign-in within half a minute need not wait.
  const step = [0, 1].map((n) => stepAt(now) + n).find((s) => s > stored.last_step)
  return { code: step === undefined ? null : codeOf(demoSecret(accountId), step), wait }
}

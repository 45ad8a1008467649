import type { Database, Tx } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'

/** How strictly the house lets people in. Units stand in the names. */
export interface SignInSettings {
  /** A session without a request for so long is over. */
  idleMinutes: number
  /** A session is over so long after sign-in, whatever happens. */
  absoluteHours: number
  /** Failures in a row after which an account is locked. */
  lockAfterFailures: number
  lockMinutes: number
  /** Sign-ins from one address: so many at once, then so many a minute. */
  addressBurst: number
  addressPerMinute: number
  /** Reset mails asked for from one address: so many at once, then so many an hour. */
  resetBurst: number
  resetPerHour: number
  /**
   * `mlps3` (GB/T 22239 8.1.4.1: length, classes of characters, change, history) or `asvs` (ASVS 5.0 6.2:
   * longer, no classes, no forced change). The two contradict each other, so it is one switch.
   */
  passwordProfile: 'mlps3' | 'asvs'
  inviteDays: number
  resetMinutes: number
  /** S2-023 to the letter: one login per unit instead of one unit account with several people. */
  oneLoginPerUnit: boolean
}

/** The project's own defaults; GB/T 22239-2019 8.1.4.1 demands such limits without naming their numbers. */
export const signInDefaults: SignInSettings = {
  idleMinutes: 15,
  absoluteHours: 8,
  lockAfterFailures: 5,
  lockMinutes: 15,
  addressBurst: 30,
  addressPerMinute: 30,
  resetBurst: 5,
  resetPerHour: 10,
  passwordProfile: 'mlps3',
  inviteDays: 7,
  resetMinutes: 30,
  oneLoginPerUnit: false,
}

/** The settings in force now. */
export async function signInSettings(house: House): Promise<SignInSettings> {
  return readSignInSettings(house.db)
}

/** The settings in force, read inside a transaction. */
export async function readSignInSettings(_db: Database | Tx): Promise<SignInSettings> {
  return signInDefaults
}

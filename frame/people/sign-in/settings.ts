import type { Day } from '#frame/calendar/day.ts'
import type { SettingLookup } from '#frame/catalogue/setting.ts'
import { settingsOn, settingsToday } from '#frame/catalogue/stored-settings.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'

/** Numbers of the password rules, by profile. */
export interface PasswordSettings {
  /**
   * `mlps3` (GB/T 22239 8.1.4.1: length, classes of characters, change, history) or `asvs` (ASVS 5.0 6.2:
   * longer, no classes, no forced change). The two contradict each other, so it is one switch.
   */
  profile: 'mlps3' | 'asvs'
  /** Shortest under mlps3, for privileged people and for those of units. */
  length: number
  unitLength: number
  /** Days until a privileged person must change it, and how many earlier ones may not come back (mlps3). */
  days: number
  history: number
  asvsLength: number
}

/** How strictly the house lets people in. Units stand in the names. */
export interface SignInSettings {
  /** A session without a request for so long is over. */
  idleMinutes: number
  /** A session is over so long after sign-in, whatever happens. */
  absoluteHours: number
  /** Failures in a row after which an account is locked. */
  lockAfterFailures: number
  lockMinutes: number
  /** How long a browser is known after signing in there. */
  deviceDays: number
  /** Sign-ins from one address: so many at once, then so many a minute. */
  addressBurst: number
  addressPerMinute: number
  /** Reset mails asked for from one address: so many at once, then so many an hour. */
  resetBurst: number
  resetPerHour: number
  password: PasswordSettings
  inviteDays: number
  resetMinutes: number
  /** S2-023 to the letter: one login per unit instead of one unit account with several people. */
  oneLoginPerUnit: boolean
}

/** The settings in force now, remembered for the day. */
export async function signInSettings(house: House): Promise<SignInSettings> {
  return from(await settingsToday(house))
}

/** The settings in force on a day, read inside a transaction. */
export async function readSignInSettings(tx: Tx, today: Day): Promise<SignInSettings> {
  return from(await settingsOn(tx, today))
}

function from(setting: SettingLookup): SignInSettings {
  return {
    idleMinutes: setting('sign-in.idle-minutes'),
    absoluteHours: setting('sign-in.session-hours'),
    lockAfterFailures: setting('sign-in.failures'),
    lockMinutes: setting('sign-in.lock-minutes'),
    deviceDays: setting('sign-in.device-days'),
    addressBurst: setting('sign-in.address-burst'),
    addressPerMinute: setting('sign-in.address-per-minute'),
    resetBurst: setting('sign-in.reset-burst'),
    resetPerHour: setting('sign-in.reset-per-hour'),
    password: {
      profile: setting('sign-in.password-profile') === 'asvs' ? 'asvs' : 'mlps3',
      length: setting('sign-in.password-length'),
      unitLength: setting('sign-in.password-length-unit'),
      days: setting('sign-in.password-days'),
      history: setting('sign-in.password-history'),
      asvsLength: setting('sign-in.password-length-asvs'),
    },
    inviteDays: setting('sign-in.invitation-days'),
    resetMinutes: setting('sign-in.reset-minutes'),
    oneLoginPerUnit: setting('registration.one-login-per-unit'),
  }
}

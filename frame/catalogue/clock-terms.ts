import type { ClockTerms } from '#frame/calendar/clock-entries.ts'
import type { SettingLookup } from './setting.ts'

/**
 * The lengths of a clock in working days, as the settings of the day say: an administrator's change
 * counts for every clock opened from its first day on. In: `settingsOn` of the day the clock is opened.
 */
export const clockTerms = {
  /** S2-043 decision, S2-044 usual time, S2-045 extension; 行政许可法 32 one-time notice. */
  decision: (setting: SettingLookup): ClockTerms => ({
    days: setting('licence.decision-days'),
    usualDays: setting('licence.usual-decision-days'),
    intakeDays: setting('licence.correction-notice-days'),
    extensionDays: setting('licence.extension-days'),
  }),
  /** 行政许可法 44 delivery after the decision. */
  delivery: (setting: SettingLookup): ClockTerms => ({
    days: setting('licence.delivery-days'),
    usualDays: null,
    intakeDays: null,
    extensionDays: null,
  }),
  /** C-16 publicity of the pilot's results. */
  publicity: (setting: SettingLookup): ClockTerms => ({
    days: setting('pilot.publicity-days'),
    usualDays: null,
    intakeDays: null,
    extensionDays: null,
  }),
} as const

import { addDays, type Day } from '#frame/calendar/day.ts'
import { handInSlots, type WindowHours } from '#frame/calendar/periods.ts'
import type { WorkCalendar } from '#frame/calendar/work-calendar.ts'
import type { SettingLookup } from '#frame/catalogue/setting.ts'

/** When originals may be brought, and within how many calendar days. */
export interface HandInTerms {
  hours: WindowHours
  days: number
}

/** The terms in force on the day of the settings. */
export function handInTerms(settings: SettingLookup): HandInTerms {
  return {
    hours: {
      weekdays: settings('registration.window-weekdays'),
      from: settings('registration.window-from'),
      to: settings('registration.window-to'),
    },
    days: settings('registration.hand-in-days'),
  }
}

const friday = 5

/**
 * S2-024, C-27 the last day to hand in the originals: so many calendar days after the submission, the day
 * of the submission not counted. When the window receives on none of them, its next day counts as in time.
 */
export function handInBy(
  submitted: Day,
  calendar: WorkCalendar,
  { hours, days }: HandInTerms,
): Day {
  // a window of weekends alone never receives: a setting gone wrong must not stop a submission
  if (!hours.weekdays.some((day) => day <= friday)) return addDays(submitted, days)
  return handInSlots(calendar, submitted, hours, { days }).lastDay
}

import { addDays, daysOf, weekday, type Day, type Span } from '#frame/calendar/day.ts'
import type { WorkCalendar } from '#frame/calendar/work-calendar.ts'
import type { SettingLookup } from '#frame/catalogue/setting.ts'

/** When originals may be brought, and within how many calendar days. */
export interface WindowTerms {
  days: number
  /** 1 = Monday … 7 = Sunday. */
  weekdays: readonly number[]
}

/** The terms in force on the day of the settings. */
export function windowTerms(settings: SettingLookup): WindowTerms {
  return {
    days: settings('registration.hand-in-days'),
    weekdays: settings('registration.window-weekdays'),
  }
}

/**
 * S2-006, S2-129 the days of a span on which the window receives: its weekdays that are ordinary working
 * days. A holiday gives none; a weekend worked in exchange gives none either, its window is not announced.
 */
export function windowDays(
  span: Span,
  calendar: WorkCalendar,
  weekdays: WindowTerms['weekdays'],
): Day[] {
  return daysOf(span).filter(
    (day) => weekdays.includes(weekday(day)) && calendar.day(day).kind === 'workday',
  )
}

// No holiday is as long; a window without any day at all has no next one.
const longestWait = 60

/**
 * S2-024, C-27 the last day to hand in the originals: so many calendar days after the submission, the day
 * of the submission not counted. When the window receives on none of them, its next day counts as in time.
 */
export function handInBy(submitted: Day, calendar: WorkCalendar, terms: WindowTerms): Day {
  const last = addDays(submitted, terms.days)
  const open = (from: Day, to: Day) => windowDays({ from, to }, calendar, terms.weekdays)
  if (open(addDays(submitted, 1), last).length > 0) return last
  return open(addDays(last, 1), addDays(last, longestWait))[0] ?? last
}

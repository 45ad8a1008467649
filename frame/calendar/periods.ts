import {
  addDays,
  addMonths,
  addYears,
  daysOf,
  isWeekend,
  weekday,
  type Day,
  type Span,
} from './day.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** A length in calendar units; several units add up, years and months first. */
export interface Period {
  years?: number
  months?: number
  weeks?: number
  days?: number
}

/**
 * Last day of a period that begins with an event: the event's day is not counted, the corresponding day
 * (or the month's last) is the last and belongs to it (民法典 201–202). It does not roll over holidays.
 * A permit of 3 months issued 2026-11-30 is valid through 2027-02-28.
 */
export function lastDayOf(event: Day, period: Period): Day {
  const day = addMonths(addYears(event, period.years ?? 0), period.months ?? 0)
  return addDays(day, (period.weeks ?? 0) * 7 + (period.days ?? 0))
}

/** The days on which a permit holds: from the day of issue through the last day of its period. */
export function validity(issued: Day, period: Period): Span {
  return { from: issued, to: lastDayOf(issued, period) }
}

/**
 * A ban from the day of the decision through the last day of its period, that day included (S1-166:
 * two years); `freeFrom` is the first day on which a new application is accepted.
 */
export function ban(decided: Day, period: Period): Span & { freeFrom: Day } {
  const to = lastDayOf(decided, period)
  return { from: decided, to, freeFrom: addDays(to, 1) }
}

/** When the window receives: ISO weekdays and hours in Beijing time. */
export interface WindowHours {
  weekdays: readonly number[]
  from: string
  to: string
}

/** Every Monday and Thursday 13:30–16:30 (S2-006); a setting may replace it. */
export const defaultWindowHours: WindowHours = { weekdays: [1, 4], from: '13:30', to: '16:30' }

export interface WindowSlot {
  day: Day
  from: string
  to: string
  /** The year's notice is not published: the slot may fall away. */
  provisional: boolean
}

/**
 * The window's slots in the span: its weekdays that are working days. A holiday has none, and a make-up
 * Saturday or Sunday gives none, even for hours that name the weekend.
 */
export function windowSlots(
  calendar: WorkCalendar,
  span: Span,
  hours: WindowHours = defaultWindowHours,
): WindowSlot[] {
  return daysOf(span)
    .filter((day) => !isWeekend(day) && hours.weekdays.includes(weekday(day)))
    .map((day) => calendar.day(day))
    .filter((info) => info.workday)
    .map(({ day, provisional }) => ({ day, from: hours.from, to: hours.to, provisional }))
}

/**
 * The slots at which originals can be handed in after an online submission, and the last day in time:
 * seven calendar days (S2-024). When holidays leave no slot in them, the next slot counts as in
 * time and is the only one offered. Errors: RangeError when the window never receives.
 */
export function handInSlots(
  calendar: WorkCalendar,
  submitted: Day,
  hours: WindowHours = defaultWindowHours,
  within: Period = { weeks: 1 },
): { slots: WindowSlot[]; lastDay: Day } {
  const week = { from: addDays(submitted, 1), to: lastDayOf(submitted, within) }
  const slots = windowSlots(calendar, week, hours)
  if (slots.length > 0) return { slots, lastDay: week.to }
  const next = nextSlot(calendar, week.to, hours)
  return { slots: [next], lastDay: next.day }
}

function nextSlot(calendar: WorkCalendar, after: Day, hours: WindowHours): WindowSlot {
  for (let weeks = 0; weeks < 52; weeks += 1) {
    const from = addDays(after, weeks * 7 + 1)
    const slot = windowSlots(calendar, { from, to: addDays(from, 6) }, hours)[0]
    if (slot) return slot
  }
  throw new RangeError(`${after} 之后一年内没有窗口受理日：请检查受理时间设置和工作日历。`)
}

import { addDays, daysOf, weekday, type Day, type Span } from '#frame/calendar/day.ts'
import { windowSlots, type WindowSlot } from '#frame/calendar/periods.ts'
import { loadCalendar } from '#frame/calendar/stored-calendar.ts'
import type { CalendarDay, WorkCalendar } from '#frame/calendar/work-calendar.ts'
import { settingFormOf, settingOn } from '#frame/catalogue/setting.ts'
import { storedValues, type StoredValue } from '#frame/catalogue/stored-settings.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import { bookableSlots, windowTerms, type BookableSlot, type WindowTerms } from './slots.ts'

/** When the window receives, day by day: the calendar, and the terms in force on each day. */
export interface Reception {
  calendar: WorkCalendar
  termsOn: (day: Day) => WindowTerms
}

/**
 * S2-006 how the window receives. A slot of next month goes by the settings of next month, so the values
 * of all days are read at once.
 */
export async function loadReception(db: Database | Tx): Promise<Reception> {
  const { calendar } = await loadCalendar(db)
  const byKey = new Map<string, StoredValue[]>()
  for (const value of await storedValues(db))
    byKey.set(value.key, [...(byKey.get(value.key) ?? []), value])
  const known = new Map<Day, WindowTerms>()
  return {
    calendar,
    termsOn: (day) => {
      const terms =
        known.get(day) ??
        windowTerms(settingOn(day, (key) => byKey.get(key) ?? settingFormOf(key)?.values ?? []))
      known.set(day, terms)
      return terms
    },
  }
}

/** All slots of a span, each day by its own terms. */
export function slotsIn({ calendar, termsOn }: Reception, span: Span): BookableSlot[] {
  return daysOf(span).flatMap((day) =>
    bookableSlots(calendar, { from: day, to: day }, termsOn(day)),
  )
}

/** The window of a day from opening to closing, or null when it does not receive. */
export function windowOn({ calendar, termsOn }: Reception, day: Day): WindowSlot | null {
  return windowSlots(calendar, { from: day, to: day }, termsOn(day).hours)[0] ?? null
}

// A year without a single window day is a fault of the settings; the page then says that there is none.
const searched = 366

/** The next days on which the window receives, from a day on, that day included. */
export function nextWindowDays(reception: Reception, from: Day, count: number): WindowSlot[] {
  const found: WindowSlot[] = []
  for (let n = 0; n < searched && found.length < count; n += 1) {
    const slot = windowOn(reception, addDays(from, n))
    if (slot) found.push(slot)
  }
  return found
}

/** Days of a span that are the window's by their weekday but give none, with the reason. */
export function closedDays(reception: Reception, span: Span): CalendarDay[] {
  return daysOf(span)
    .filter((day) => reception.termsOn(day).hours.weekdays.includes(weekday(day)))
    .filter((day) => windowOn(reception, day) === null)
    .map((day) => reception.calendar.day(day))
}

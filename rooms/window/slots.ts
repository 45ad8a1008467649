import type { Day, Span } from '#frame/calendar/day.ts'
import { windowSlots, type WindowHours } from '#frame/calendar/periods.ts'
import type { WorkCalendar } from '#frame/calendar/work-calendar.ts'
import type { SettingLookup } from '#frame/catalogue/setting.ts'

/** How the window receives: weekdays and hours (S2-006), how long a slot is and how many fit in. */
export interface WindowTerms {
  hours: WindowHours
  /** Minutes of one slot. */
  minutes: number
  /** Places of one slot in each branch. */
  places: number
}

/** S2-006 the terms of a day, from the settings in force on it. */
export function windowTerms(settings: SettingLookup): WindowTerms {
  return {
    hours: {
      weekdays: settings('registration.window-weekdays'),
      from: settings('registration.window-from'),
      to: settings('registration.window-to'),
    },
    minutes: settings('registration.window-slot-minutes'),
    places: settings('registration.window-slot-places'),
  }
}

/** One piece of a window day that can be booked; times in Beijing. */
export interface BookableSlot {
  day: Day
  from: string
  to: string
  /** 暂定: the year's notice is not published, so the day may fall away. */
  provisional: boolean
}

/**
 * S2-006, C-27 the slots of a span: window days cut into pieces of the set length. A holiday and a
 * make-up weekend day give none; a rest shorter than a slot gives none either, one still comes then.
 */
export function bookableSlots(
  calendar: WorkCalendar,
  span: Span,
  { hours, minutes }: WindowTerms,
): BookableSlot[] {
  return windowSlots(calendar, span, hours).flatMap(({ day, provisional }) =>
    piecesOf(hours, minutes).map((piece) => ({ day, ...piece, provisional })),
  )
}

/** The pieces of the window's hours. */
function piecesOf(hours: WindowHours, minutes: number): { from: string; to: string }[] {
  const [first, last] = [minuteOf(hours.from), minuteOf(hours.to)]
  const count = Math.max(0, Math.floor((last - first) / minutes))
  return Array.from({ length: count }, (_, i) => ({
    from: timeOf(first + i * minutes),
    to: timeOf(first + (i + 1) * minutes),
  }))
}

/** The slot of a day and time, or null when the window has none then. */
export function slotAt(
  calendar: WorkCalendar,
  day: Day,
  from: string,
  terms: WindowTerms,
): BookableSlot | null {
  const slots = bookableSlots(calendar, { from: day, to: day }, terms)
  return slots.find((slot) => slot.from === from) ?? null
}

/** Whether a slot has not begun: only what lies ahead is booked. In: the moment in Beijing. */
export function liesAhead(slot: Pick<BookableSlot, 'day' | 'from'>, now: BeijingMoment): boolean {
  return slot.day > now.day || (slot.day === now.day && slot.from > now.time)
}

/** A moment as a legal day and a time of day in Beijing. */
export interface BeijingMoment {
  day: Day
  /** 'HH:MM' */
  time: string
}

// Beijing keeps UTC+8 all year, so a fixed offset is exact.
const beijingOffset = 8 * 3_600_000

/** An instant as day and time in Beijing. */
export function beijingMoment(now: Date): BeijingMoment {
  const text = new Date(now.getTime() + beijingOffset).toISOString()
  return { day: text.slice(0, 10), time: text.slice(11, 16) }
}

/** The instant of a day and time in Beijing. */
export function beijingInstant(day: Day, time: string): Date {
  return new Date(`${day}T${time}:00+08:00`)
}

/** Minutes since midnight. In: 'HH:MM'. */
export function minuteOf(time: string): number {
  const [hour, minute] = time.split(':')
  return Number(hour) * 60 + Number(minute)
}

const pad = (n: number) => String(n).padStart(2, '0')

function timeOf(minute: number): string {
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}

import { endedOn, type ClockEntry, type ClockTerms } from './clock-entries.ts'
import type { Day } from './day.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** Where the clock stands before and at its day 0. */
export type ClockStart =
  | { phase: 'waiting' }
  /** Received: by `dueDay` it must be accepted or a correction notice sent. */
  | { phase: 'intake'; day: Day; dueDay: Day }
  | { phase: 'correcting' }
  | { phase: 'started'; day: Day; by: 'accepted' | 'deemed' | 'started' }

/**
 * Day 0 of the clock, seen on `asOf`.
 *
 * No correction notice within five working days: accepted as of the day of receipt (行政许可法 32(4)).
 * That happens by law, so it holds without an entry, and also when acceptance was recorded too late or
 * a correction notice was sent too late.
 */
export function startOf(
  calendar: WorkCalendar,
  terms: ClockTerms,
  entries: readonly ClockEntry[],
  asOf: Day,
): ClockStart {
  let state: ClockStart = { phase: 'waiting' }
  for (const entry of entries) {
    if (state.phase === 'intake' && entry.day > state.dueDay) state = deemed(state.day)
    if (state.phase === 'started') return state
    state = after(state, entry, (from) => calendar.addWorkdays(from, terms.intakeDays ?? 0))
  }
  const lastDay = endedOn(entries) ?? asOf
  return state.phase === 'intake' && lastDay > state.dueDay ? deemed(state.day) : state
}

function after(state: ClockStart, entry: ClockEntry, intakeDue: (from: Day) => Day): ClockStart {
  const { kind, day } = entry
  if (kind === 'received') return { phase: 'intake', day, dueDay: intakeDue(day) }
  if (kind === 'accepted' || kind === 'started') return { phase: 'started', day, by: kind }
  if (kind === 'deemedAccepted' && state.phase === 'intake') return deemed(state.day)
  if (kind === 'corrected') return { phase: 'correcting' }
  return state
}

function deemed(day: Day): ClockStart {
  return { phase: 'started', day, by: 'deemed' }
}

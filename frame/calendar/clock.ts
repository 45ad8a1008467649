import { countedUpTo, countOf, nthCounted, type ClockCount } from './clock-count.ts'
import type { ClockEntry, ClockStep, ClockTerms } from './clock-entries.ts'
import { addDays, type Day } from './day.ts'
import type { WorkCalendar } from './work-calendar.ts'

export type ClockState = 'waiting' | 'intake' | 'correcting' | 'running' | 'paused' | 'ended'

export interface ClockProjection {
  state: ClockState
  /** Day 0, not itself counted; the day of receipt during intake. */
  startDay: Day | null
  /** True when the law accepted it because nobody answered in time. */
  deemed: boolean
  /** Working days the clock has, extension included; the intake's length during intake. */
  totalDays: number
  /** Last day in time; null while nothing runs (waiting, correcting). */
  dueDay: Day | null
  /** The service target (S2-044), moved by special steps like the due day. */
  usualDueDay: Day | null
  usedDays: number
  /** 0 on the due day, negative when overdue. */
  leftDays: number
  overdue: boolean
  /** A special step has no end yet: `dueDay` is the projection as of yesterday and will move. */
  runsOn: boolean
  /** The due day rests on a year whose notice is not published (暂定). */
  provisional: boolean
  steps: ClockStep[]
}

/** One row of the table that explains a due date. */
export interface ClockDay {
  day: Day
  kind: 'start' | 'counted' | 'weekend' | 'holiday' | 'step'
  /** How many working days are used with this one; null on days that do not count. */
  n: number | null
  reason: { zh: string; en: string }
  provisional: boolean
  /** Not yet settled: in the future, or today and later while a special step runs on. */
  projected: boolean
}

/**
 * The state and due date of a clock as seen on `asOf`, from its entries in order of recording.
 *
 * The start is day 0. A working day counts unless a special step is open on it, the step's first and
 * last day both not counted; overlapping steps count once (S2-046). An extension adds to the number of
 * days (S2-045). A step without an end is taken as open through yesterday, and the clock "runs on".
 */
export function projectClock(
  calendar: WorkCalendar,
  terms: ClockTerms,
  entries: readonly ClockEntry[],
  asOf: Day,
): ClockProjection {
  const count = countOf(calendar, terms, entries, asOf)
  const { run, steps, endedDay } = count
  const state = stateOf(count)
  if (!run) return { ...nothingRuns, state, steps }
  const lastDay = endedDay ?? asOf
  const dueDay = nthCounted(calendar, run, run.totalDays)
  const usedDays = countedUpTo(calendar, run, lastDay)
  const usualDays = run.intake ? null : terms.usualDays
  return {
    state,
    startDay: run.startDay,
    deemed: run.by === 'deemed',
    totalDays: run.totalDays,
    dueDay,
    usualDueDay: usualDays === null ? null : nthCounted(calendar, run, usualDays),
    usedDays,
    leftDays: run.totalDays - usedDays,
    overdue: lastDay > dueDay,
    runsOn: run.openFrom !== null,
    provisional: calendar
      .span({ from: addDays(run.startDay, 1), to: dueDay })
      .some((day) => day.provisional),
    steps,
  }
}

/**
 * Working days from today to a kept due day, for lists that do not load the entries: the same number as
 * `leftDays` of the projection. Null when nothing runs any more.
 */
export function daysLeft(
  calendar: WorkCalendar,
  kept: { state: string; dueDay: Day | null },
  today: Day,
): number | null {
  if (kept.dueDay === null || kept.state === 'ended') return null
  // Under an open step today is not used up, though the due day is the projection as of yesterday.
  const from = kept.state === 'paused' ? addDays(today, -1) : today
  return calendar.workdaysBetween(from, kept.dueDay)
}

const nothingRuns = {
  startDay: null,
  deemed: false,
  totalDays: 0,
  dueDay: null,
  usualDueDay: null,
  usedDays: 0,
  leftDays: 0,
  overdue: false,
  runsOn: false,
  provisional: false,
} as const

function stateOf(count: ClockCount): ClockState {
  if (count.endedDay !== null) return 'ended'
  if (count.phase !== 'started') return count.phase
  return count.run && count.run.openFrom !== null ? 'paused' : 'running'
}

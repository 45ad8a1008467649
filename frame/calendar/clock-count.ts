import {
  endedOn,
  stepsOf,
  type ClockEntry,
  type ClockStep,
  type ClockTerms,
} from './clock-entries.ts'
import { startOf, type ClockStart } from './clock-start.ts'
import { addDays, type Day } from './day.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** What is being counted on a clock as seen on one day: from where, how many, and what is left out. */
export interface ClockCount {
  phase: ClockStart['phase']
  /** Null while nothing runs: waiting or correcting. */
  run: ClockRun | null
  steps: ClockStep[]
  endedDay: Day | null
}

export interface ClockRun {
  intake: boolean
  /** Day 0, not counted. */
  startDay: Day
  by: 'received' | 'accepted' | 'deemed' | 'started'
  totalDays: number
  /** First day of the earliest step without an end. */
  openFrom: Day | null
  /** The step that takes the day out of the count; a step without an end reaches to yesterday. */
  stepOn(day: Day): ClockStep | undefined
}

/** Reads the entries known on `asOf`; entries of later days are not yet there. */
export function countOf(
  calendar: WorkCalendar,
  terms: ClockTerms,
  allEntries: readonly ClockEntry[],
  asOf: Day,
): ClockCount {
  const entries = allEntries.filter((entry) => entry.day <= asOf)
  const start = startOf(calendar, terms, entries, asOf)
  const steps = stepsOf(entries)
  const common = { phase: start.phase, steps, endedDay: endedOn(entries) }
  if (start.phase === 'intake') {
    const totalDays = terms.intakeDays ?? 0
    const run = { intake: true, startDay: start.day, by: 'received' as const, totalDays }
    return { ...common, run: { ...run, openFrom: null, stepOn: never } }
  }
  if (start.phase !== 'started') return { ...common, run: null }
  const yesterday = addDays(asOf, -1)
  // An extension adds to the number of days, never to the date (S2-045).
  const added = entries.reduce((sum, e) => sum + (e.kind === 'extended' ? e.days : 0), 0)
  const openDays = steps.filter((step) => step.to === null).map((step) => step.from)
  const run: ClockRun = {
    intake: false,
    startDay: start.day,
    by: start.by,
    totalDays: terms.days + added,
    openFrom: openDays.sort()[0] ?? null,
    stepOn: (day) => steps.find((step) => step.from <= day && day <= (step.to ?? yesterday)),
  }
  return { ...common, run }
}

/** The n-th day that counts after day 0; day 0 itself when n is 0. */
export function nthCounted(calendar: WorkCalendar, run: ClockRun, n: number): Day {
  let day = run.startDay
  for (let left = n; left > 0;) {
    day = calendar.addWorkdays(day, 1)
    if (!run.stepOn(day)) left -= 1
  }
  return day
}

/** Working days used after day 0 up to and with `last`. */
export function countedUpTo(calendar: WorkCalendar, run: ClockRun, last: Day): number {
  // Today is certainly inside a running step, though the projection reaches only to yesterday.
  const runsOn = (day: Day) => run.openFrom !== null && day >= run.openFrom
  return calendar
    .span({ from: addDays(run.startDay, 1), to: last })
    .filter(({ day, workday }) => workday && !run.stepOn(day) && !runsOn(day)).length
}

const never = () => undefined

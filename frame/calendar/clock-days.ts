import { countOf, nthCounted, type ClockRun } from './clock-count.ts'
import { stepKinds, type ClockEntry, type ClockTerms } from './clock-entries.ts'
import type { ClockDay } from './clock.ts'
import type { Day } from './day.ts'
import type { CalendarDay, WorkCalendar } from './work-calendar.ts'

/**
 * The days from day 0 to the due day (to `asOf` when overdue, to the end when ended), each with why it
 * counts or not. Empty while nothing runs.
 */
export function clockDays(
  calendar: WorkCalendar,
  terms: ClockTerms,
  entries: readonly ClockEntry[],
  asOf: Day,
): ClockDay[] {
  const { run, endedDay } = countOf(calendar, terms, entries, asOf)
  if (!run) return []
  const due = nthCounted(calendar, run, run.totalDays)
  const last = endedDay ?? (due < asOf ? asOf : due)
  let n = 0
  return calendar.span({ from: run.startDay, to: last }).map((info) => {
    const row = rowOf(info, run)
    if (row.kind === 'counted') n += 1
    const projected = info.day > asOf || (run.openFrom !== null && info.day >= asOf)
    const { day, provisional } = info
    return { day, ...row, n: row.kind === 'counted' ? n : null, provisional, projected }
  })
}

function rowOf(info: CalendarDay, run: ClockRun): Pick<ClockDay, 'kind' | 'reason'> {
  if (info.day === run.startDay) return { kind: 'start', reason: startWords[run.by] }
  if (!info.workday) {
    return { kind: info.kind === 'holiday' ? 'holiday' : 'weekend', reason: info.reason }
  }
  const step = run.stepOn(info.day)
  if (!step) return { kind: 'counted', reason: info.reason }
  const words = stepKinds[step.kind]
  return { kind: 'step', reason: { zh: `${words.zh}，不计入`, en: `${words.en}, not counted` } }
}

const startWords: Record<ClockRun['by'], { zh: string; en: string }> = {
  received: { zh: '收到材料，当日不计', en: 'Received; this day is not counted' },
  accepted: { zh: '受理，当日不计', en: 'Accepted; this day is not counted' },
  deemed: {
    zh: '期限内未告知补正，自收到之日起视为受理，当日不计',
    en: 'Deemed accepted as of receipt; this day is not counted',
  },
  started: { zh: '起算日，当日不计', en: 'Day of the event; not counted' },
}

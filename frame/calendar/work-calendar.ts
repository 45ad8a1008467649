import { addDays, isWeekend, yearOf, type Day, type Span, daysOf } from './day.ts'
import type { HolidayName } from './holiday-names.ts'
import { statutoryDays } from './statutory-days.ts'
import type { DayRecord } from './year-notice.ts'

/** What a day is, and why: the page shows `reason`, the clock asks `workday`. */
export interface CalendarDay {
  day: Day
  workday: boolean
  kind: 'workday' | 'weekend' | 'holiday' | 'makeup'
  /** The holiday the day belongs to (also of a day worked in exchange); null on ordinary days. */
  name: HolidayName | null
  reason: { zh: string; en: string }
  /** The notice that orders this day, or the law it is computed from; null on ordinary days. */
  source: string | null
  /** True while the year's notice is not published: the day may still change (暂定). */
  provisional: boolean
}

export interface WorkCalendar {
  /** The day with its reason. Throws RangeError for a text that is no day. */
  day(day: Day): CalendarDay
  /** All days of the closed span. */
  span(span: Span): CalendarDay[]
  isWorkday(day: Day): boolean
  /**
   * The n-th working day after `day`, which itself is not counted, working day or not; before it when n
   * is negative; `day` itself when n is 0.
   */
  addWorkdays(day: Day, n: number): Day
  /** Working days after `from` up to and with `to`; negative when `to` is earlier. */
  workdaysBetween(from: Day, to: Day): number
  /** True once the notice of that year is on record. */
  isPublished(year: number): boolean
}

const statutorySource = '《全国年节及纪念日放假办法》（2024年11月10日修订）'
// A whole year off would be 365; beyond this the records themselves are wrong.
const longestPause = 400

/**
 * A calendar from the records of days. A year counts as published when a published record names it;
 * other years use weekends and the statutory days and every day of them is provisional. Of two records
 * of one date the later in the list holds.
 */
export function createWorkCalendar(records: Iterable<DayRecord>): WorkCalendar {
  const byDate = new Map<Day, DayRecord>()
  const published = new Set<number>()
  for (const record of records) {
    byDate.set(record.date, record)
    if (record.published) published.add(record.year)
  }
  const cache = new Map<Day, CalendarDay>()

  function day(day: Day): CalendarDay {
    const cached = cache.get(day)
    if (cached) return cached
    const made = describe(day, byDate.get(day), published.has(yearOf(day)))
    cache.set(day, made)
    return made
  }

  function addWorkdays(from: Day, n: number): Day {
    const step = n < 0 ? -1 : 1
    let at = from
    let left = Math.abs(n)
    let idle = 0
    while (left > 0) {
      at = addDays(at, step)
      idle = day(at).workday ? 0 : idle + 1
      if (idle === 0) left -= 1
      if (idle > longestPause) throw new RangeError(`${at} 前后一年多没有工作日：请检查工作日历。`)
    }
    return at
  }

  function workdaysBetween(from: Day, to: Day): number {
    if (to < from) return -workdaysBetween(to, from)
    return daysOf({ from: addDays(from, 1), to }).filter((d) => day(d).workday).length
  }

  return {
    day,
    span: (span) => daysOf(span).map(day),
    isWorkday: (d) => day(d).workday,
    addWorkdays,
    workdaysBetween,
    isPublished: (year) => published.has(year),
  }
}

function describe(day: Day, record: DayRecord | undefined, published: boolean): CalendarDay {
  const weekend = isWeekend(day)
  const provisional = !published && record?.published !== true
  if (record?.kind === 'off') {
    return entry(day, 'holiday', record.name, record.source, provisional)
  }
  if (record?.kind === 'work') {
    return entry(day, weekend ? 'makeup' : 'workday', record.name, record.source, provisional)
  }
  const statutory = published ? undefined : statutoryDays(yearOf(day)).get(day)
  if (statutory) return entry(day, 'holiday', statutory, statutorySource, provisional)
  return entry(day, weekend ? 'weekend' : 'workday', null, null, provisional)
}

function entry(
  day: Day,
  kind: CalendarDay['kind'],
  name: HolidayName | null,
  source: string | null,
  provisional: boolean,
): CalendarDay {
  const reason = words(kind, name)
  return {
    day,
    workday: kind === 'workday' || kind === 'makeup',
    kind,
    name,
    reason: provisional ? { zh: `${reason.zh}（暂定）`, en: `${reason.en} (provisional)` } : reason,
    source,
    provisional,
  }
}

function words(kind: CalendarDay['kind'], name: HolidayName | null): HolidayName {
  if (kind === 'weekend') return { zh: '周末', en: 'Weekend' }
  if (kind === 'holiday') return name ?? { zh: '放假', en: 'Holiday' }
  if (kind === 'makeup') {
    return { zh: `调休上班（${name?.zh ?? ''}）`, en: `Make-up working day (${name?.en ?? ''})` }
  }
  return name
    ? { zh: `工作日（${name.zh}）`, en: `Working day (${name.en})` }
    : { zh: '工作日', en: 'Working day' }
}

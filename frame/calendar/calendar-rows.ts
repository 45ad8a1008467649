import { yearOf, type Day } from './day.ts'
import { recordsOf, type DayRecord, type YearNotice } from './year-notice.ts'

/** A day of the stored calendar; an administrator's own day survives every import. */
export interface CalendarRow extends DayRecord {
  own: boolean
}

/** The calendar with this notice in the place of the former one of its year; own days stay. */
export function withNotice(rows: readonly CalendarRow[], notice: YearNotice): CalendarRow[] {
  const ordered = recordsOf(notice).map((record) => ({ ...record, own: false }))
  const days = new Set(ordered.map((row) => row.date))
  const kept = rows.filter((row) => row.own || (row.year !== notice.year && !days.has(row.date)))
  const own = new Set(kept.filter((row) => row.own).map((row) => row.date))
  return inOrder([...kept, ...ordered.filter((row) => !own.has(row.date))])
}

/** The calendar with one day set by an administrator. */
export function withOwnDay(
  rows: readonly CalendarRow[],
  day: Pick<DayRecord, 'date' | 'kind' | 'name' | 'source'>,
): CalendarRow[] {
  const own = { ...day, year: yearOf(day.date), published: false, own: true }
  return inOrder([...rows.filter((row) => row.date !== day.date), own])
}

/** The calendar with an own day taken back: what the notices in force say of it holds again. */
export function withoutOwnDay(
  rows: readonly CalendarRow[],
  date: Day,
  notices: readonly YearNotice[],
): CalendarRow[] {
  const ordered = notices
    .flatMap(recordsOf)
    .filter((record) => record.date === date)
    .map((record) => ({ ...record, own: false }))
  return inOrder([...rows.filter((row) => row.date !== date), ...ordered.slice(-1)])
}

/** What has to be written and deleted to come from one calendar to the other. */
export interface RowChanges {
  put: CalendarRow[]
  drop: Day[]
}

/** The difference of two calendars. */
export function rowChanges(
  before: readonly CalendarRow[],
  after: readonly CalendarRow[],
): RowChanges {
  const old = new Map(before.map((row) => [row.date, JSON.stringify(ordered(row))]))
  const days = new Set(after.map((row) => row.date))
  return {
    put: after.filter((row) => old.get(row.date) !== JSON.stringify(ordered(row))),
    drop: before.map((row) => row.date).filter((date) => !days.has(date)),
  }
}

const ordered = (row: CalendarRow) => [
  row.date,
  row.kind,
  row.name.zh,
  row.name.en,
  row.year,
  row.source,
  row.published,
  row.own,
]

function inOrder(rows: CalendarRow[]): CalendarRow[] {
  return rows.sort((a, b) => (a.date < b.date ? -1 : 1))
}

import { sql, type SqlBool } from 'kysely'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { CalendarRow } from './calendar-rows.ts'
import { createWorkCalendar, type WorkCalendar } from './work-calendar.ts'
import { yearNotice, type YearNotice } from './year-notice.ts'

/** The calendar is one thing with one row; the id only fills the place of a subject's id. */
export const calendarId = '00000000-0000-7000-8000-00000000ca1e'

/** The calendar of the house at one moment. */
export interface StoredCalendar {
  calendar: WorkCalendar
  /** Raised by every change of a day. */
  version: number
}

// A stamp names one content for ever, so what it names can be remembered; a change brings a new stamp.
const remembered = new Map<string, StoredCalendar>()
const mostRemembered = 4

/**
 * The working-day calendar as it stands, for any act or read. Costs one small query when nothing has
 * changed since the last time. Errors: throws when the house was not filled.
 */
export async function loadCalendar(db: Database | Tx): Promise<StoredCalendar> {
  const current = await db.selectFrom('calendar').select('stamp').executeTakeFirst()
  const known = current && remembered.get(current.stamp)
  if (known) return known
  const { stamp, version, rows } = await readAtOnce(db)
  const made = { calendar: createWorkCalendar(rows), version }
  remembered.set(stamp, made)
  for (const old of remembered.keys()) {
    if (remembered.size <= mostRemembered) break
    remembered.delete(old)
  }
  return made
}

// Stamp and days in one statement: two could see the calendar before and after a change.
async function readAtOnce(db: Database | Tx) {
  const found = await db
    .selectFrom('calendar')
    .leftJoin('work_calendar', (join) => join.on(sql<SqlBool>`true`))
    .select(['calendar.stamp', 'calendar.version', ...dayColumns])
    .orderBy('work_calendar.day')
    .execute()
  const first = found[0]
  if (!first) throw new Error('the work calendar has not been loaded')
  const rows = found.flatMap((row) => (row.day === null ? [] : [rowOf(row as StoredDay)]))
  return { stamp: first.stamp, version: first.version, rows }
}

const dayColumns = [
  'work_calendar.day',
  'work_calendar.kind',
  'work_calendar.name_zh',
  'work_calendar.name_en',
  'work_calendar.year',
  'work_calendar.source',
  'work_calendar.published',
  'work_calendar.own',
] as const

interface StoredDay {
  day: string
  kind: string
  name_zh: string
  name_en: string
  year: number
  source: string
  published: boolean
  own: boolean
}

function rowOf(row: StoredDay): CalendarRow {
  return {
    date: row.day,
    kind: row.kind === 'work' ? 'work' : 'off',
    name: { zh: row.name_zh, en: row.name_en },
    year: row.year,
    source: row.source,
    published: row.published,
    own: row.own,
  }
}

/** All days that differ from their weekday, as stored. */
export async function calendarRows(db: Database | Tx): Promise<CalendarRow[]> {
  const rows = await db
    .selectFrom('work_calendar')
    .select([...dayColumns])
    .orderBy('day')
    .execute()
  return rows.map(rowOf)
}

/** A notice as stored: which version of its year, and whether the product brought it along. */
export interface StoredNotice {
  notice: YearNotice
  version: number
  publishedBy: string | null
  reason: string | null
  createdAt: Date
}

/** The notice in force of every year, oldest year first. */
export async function noticesInForce(db: Database | Tx): Promise<StoredNotice[]> {
  const rows = await db
    .selectFrom('calendar_notice')
    .selectAll()
    .distinctOn('year')
    .orderBy('year')
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    notice: yearNotice.parse({
      year: row.year,
      title: row.title,
      number: row.number,
      issuedOn: row.issued_on,
      url: row.url,
      holidays: row.holidays,
    }),
    version: row.version,
    publishedBy: row.published_by,
    reason: row.reason,
    createdAt: row.created_at,
  }))
}

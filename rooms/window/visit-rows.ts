import { todayInBeijing } from '#frame/calendar/day.ts'
import { sql } from 'kysely'
import type { Database } from '#frame/db/connect.ts'
import { kindWords } from '#rooms/registration/public.ts'
import { beijingMoment, minuteOf } from './slots.ts'
import { visitLife, type VisitStatus } from './states.ts'
import type { VisitRow } from './views.ts'

/** Visits with what a list shows of them; the caller narrows it to what the reader reaches. */
export function selectVisits(db: Database) {
  return db
    .selectFrom('window_visit as v')
    .innerJoin('registration as r', (j) =>
      j.onRef('r.unit_id', '=', 'v.unit_id').onRef('r.id', '=', 'v.registration_id'),
    )
    .innerJoin('unit', 'unit.id', 'v.unit_id')
    .innerJoin('branch', 'branch.id', 'v.branch_id')
}

/** S2-006 the status of each as it stands, the same as `standingStatus` in rules.ts says. */
export const standingSql = sql<string>`case when v.status = 'booked' and r.status <> 'awaiting'
  then 'cancelled' else v.status end`

/** What is read of each. */
export const visitColumns = [
  'v.id',
  'v.registration_id',
  standingSql.as('status'),
  'v.version',
  'v.day',
  'v.from_time',
  'v.to_time',
  'v.walk_in',
  'v.received_at',
  'v.finished_at',
  'r.number',
  'r.kind',
  'r.hand_in_by',
  'unit.name_zh as unit_name',
  'branch.name_zh as branch_zh',
  'branch.name_en as branch_en',
] as const

interface StoredVisit {
  id: string
  registration_id: string
  status: string
  version: number
  day: string
  from_time: string | null
  to_time: string | null
  walk_in: boolean
  received_at: Date | null
  finished_at: Date | null
  number: string | null
  kind: string
  hand_in_by: string | null
  unit_name: string
  branch_zh: string
  branch_en: string
}

/** A stored visit as a list shows it at this moment. */
export function visitRowOf(row: StoredVisit, now: Date): VisitRow {
  return {
    id: row.id,
    registrationId: row.registration_id,
    number: row.number,
    kindWords: kindWords[row.kind as keyof typeof kindWords],
    unitName: row.unit_name,
    branch: { zh: row.branch_zh, en: row.branch_en },
    status: row.status,
    statusWords: visitLife.statuses[row.status as VisitStatus],
    version: row.version,
    day: row.day,
    from: row.from_time,
    to: row.to_time,
    walkIn: row.walk_in,
    lateMinutes: lateMinutes(row, now),
    receivedAt: row.received_at?.toISOString() ?? null,
    finishedAt: row.finished_at?.toISOString() ?? null,
    handInBy: row.hand_in_by,
  }
}

/** How long somebody booked for today is awaited; null before his time, and for whoever is here or gone. */
function lateMinutes({ status, day, from_time: from }: StoredVisit, now: Date): number | null {
  if (status !== 'booked' || day !== todayInBeijing(now) || from === null) return null
  const late = minuteOf(beijingMoment(now).time) - minuteOf(from)
  return late > 0 ? late : null
}

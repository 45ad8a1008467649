import type { Day } from '#frame/calendar/day.ts'
import type { Database } from '#frame/db/connect.ts'
import { papersAbout } from '#frame/papers/papers-about.ts'
import {
  kindWords,
  registrationLife,
  type RegistrationSubject,
} from '#rooms/registration/public.ts'
import type { VisitRemark } from './facts.ts'
import { standingStatus } from './rules.ts'
import { visitLife, type VisitStatus } from './states.ts'
import type { UnitVisit } from './views.ts'

/** Whether the week for handing in has passed while the originals are awaited: a reminder, no refusal. */
export const isOverdue = (
  { status, handInBy }: Pick<RegistrationSubject, 'status' | 'handInBy'>,
  today: Day,
) => status === 'awaiting' && handInBy !== null && handInBy < today

/** The registration as the pages of the window show it. */
export function aboutOf(registration: RegistrationSubject, today: Day) {
  const { id, number, about, status, unitName, handInBy } = registration
  return {
    id,
    number,
    kindWords: kindWords[about],
    status,
    statusWords: registrationLife.statuses[status],
    unitName,
    handInBy,
    overdue: isOverdue(registration, today),
  }
}

/** The receipts of a registration by their id. */
export async function receiptsOf(db: Database, { unitId, id }: { unitId: string; id: string }) {
  const papers = await papersAbout(db, { unitId, subject: { kind: 'registration', id } })
  return new Map(papers.map((paper) => [paper.id, paper]))
}

const statusView = (status: VisitStatus) => ({
  status,
  statusWords: visitLife.statuses[status],
})

/** Columns of a visit as its unit sees it. */
const unitColumns = [
  'id',
  'status',
  'version',
  'day',
  'from_time',
  'to_time',
  'walk_in',
  'remarks',
  'receipt_id',
] as const

/** The visits of a registration, the newest first. In: whether a day may still change (暂定). */
export async function visitsFor(
  db: Database,
  registration: Pick<RegistrationSubject, 'unitId' | 'id' | 'status'>,
  provisional: (day: Day) => boolean,
): Promise<UnitVisit[]> {
  const rows = await db
    .selectFrom('window_visit')
    .select(unitColumns)
    .where('unit_id', '=', registration.unitId)
    .where('registration_id', '=', registration.id)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
  const receipts = await receiptsOf(db, registration)
  return rows.map((row) => ({
    id: row.id,
    ...statusView(standingStatus(row.status as VisitStatus, registration)),
    version: row.version,
    day: row.day,
    from: row.from_time,
    to: row.to_time,
    provisional: provisional(row.day),
    walkIn: row.walk_in,
    remarks: row.remarks as VisitRemark[],
    receipt: (row.receipt_id && receipts.get(row.receipt_id)) || null,
  }))
}

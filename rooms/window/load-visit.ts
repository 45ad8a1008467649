import type { Database, Tx } from '#frame/db/connect.ts'
import type { DecideContext } from '#frame/kernel/act.ts'
import { absent } from '#frame/kernel/reason.ts'
import { coverageNow } from '#frame/papers/held-coverage.ts'
import type { Actor } from '#frame/people/actor.ts'
import { reachOf, within, type Owned } from '#frame/people/policy.ts'
import { unitRoles, type Role } from '#frame/people/roles.ts'
import { checkSheet, registrationSubject } from '#rooms/registration/public.ts'
import { counterRows } from './counter-rows.ts'
import type {
  BookedTime,
  CheckFacts,
  CounterRow,
  NewVisitFacts,
  OpenVisit,
  Tick,
  VisitFacts,
} from './facts.ts'
import { windowOfficers, type VisitStatus } from './states.ts'

/** Who may know of a visit: its unit, and the officers of its branch. */
export const visitReaders: readonly Role[] = [...unitRoles, ...windowOfficers]

/** Whether somebody belongs to the unit whose this is; an officer does not. */
export const isOwn = (actor: Actor, of: Owned) => within(reachOf(actor, unitRoles), of)

/** What every act on an existing visit is told: which one. */
export interface OnVisit {
  id: string
}

/** A visit with its registration, locked when an act is to change it. Out: null when there is none. */
export async function findVisit(
  db: Database | Tx,
  id: string,
  lock = false,
): Promise<VisitFacts | null> {
  let query = db.selectFrom('window_visit').selectAll().where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return null
  const registration = await registrationSubject(db, row.registration_id)
  if (!registration) return null
  return {
    subject: {
      kind: 'visit',
      id: row.id,
      unitId: row.unit_id,
      branchId: row.branch_id,
      status: row.status as VisitStatus,
      version: row.version,
    },
    registration,
    day: row.day,
    from: row.from_time,
    to: row.to_time,
    walkIn: row.walk_in,
    givenUp: row.given_up as BookedTime | null,
    sheet: row.sheet as CounterRow[] | null,
  }
}

/** Loads and locks a visit; one that this person may not know of is absent to him. */
export async function loadVisit(
  tx: Tx,
  { id }: OnVisit,
  { actor }: Pick<DecideContext, 'actor'>,
): Promise<VisitFacts> {
  const facts = await findVisit(tx, id, true)
  if (!facts || !within(reachOf(actor, visitReaders), facts.subject)) throw absent()
  return facts
}

/** The same with the sheet of documents and what has been looked at. */
export async function loadCheck(tx: Tx, on: OnVisit, ctx: DecideContext): Promise<CheckFacts> {
  return withSheet(tx, await loadVisit(tx, on, ctx), ctx)
}

/** Adds the sheet and its ticks to a visit: as it was when the visit ended, else as it is now. */
export async function withSheet(
  db: Database | Tx,
  visit: VisitFacts,
  { today }: Pick<DecideContext, 'today'>,
): Promise<CheckFacts> {
  const ticks = await ticksOf(db, visit.subject)
  const coverage = coverageNow()
  if (visit.sheet) return { ...visit, rows: visit.sheet, fields: [], ticks, coverage }
  const sheet = await checkSheet(db, visit.registration.id, today)
  const fields = sheet?.fields ?? []
  return { ...visit, rows: counterRows(sheet?.rows ?? [], fields, ticks), fields, ticks, coverage }
}

async function ticksOf(db: Database | Tx, { unitId, id }: VisitFacts['subject']): Promise<Tick[]> {
  const rows = await db
    .selectFrom('window_tick')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('visit_id', '=', id)
    .execute()
  return rows.map((row) => ({
    slot: row.slot,
    outcome: row.outcome as Tick['outcome'],
    remark: row.remark,
    byName: row.by_name,
    at: row.at,
    fileId: row.file_id,
  }))
}

/**
 * A registration for which somebody comes or wants to come, held as it is when an act adds a visit: nobody
 * withdraws it in between. What was never handed over is its unit's own. Errors: absent when he may not know
 * of it.
 */
export async function loadForNew(
  db: Database | Tx,
  registrationId: string,
  { actor }: Pick<DecideContext, 'actor'>,
  lock = false,
): Promise<NewVisitFacts> {
  const registration = await registrationSubject(db, registrationId, lock)
  if (!registration || !within(reachOf(actor, visitReaders), registration)) throw absent()
  if (registration.number === null && !isOwn(actor, registration)) throw absent()
  const { unitId, branchId } = registration
  return {
    subject: null,
    owner: { unitId, branchId },
    registration,
    open: await openVisitOf(db, unitId, registrationId),
  }
}

/** The visit of a registration that is not over, or null. */
export async function openVisitOf(
  db: Database | Tx,
  unitId: string,
  registrationId: string,
): Promise<OpenVisit | null> {
  const row = await db
    .selectFrom('window_visit')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('registration_id', '=', registrationId)
    .where('status', 'in', ['booked', 'present'])
    .executeTakeFirst()
  if (!row) return null
  const { id, status, version, day, from_time: from, to_time: to } = row
  return { id, status: status as VisitStatus, version, day, from, to }
}

import type { Database, Tx } from '#frame/db/connect.ts'
import { newId } from '#frame/kernel/id.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'
import { clockDays } from './clock-days.ts'
import type { ClockEntry, ClockTerms } from './clock-entries.ts'
import { columnsOfEntry, columnsOfProjection, entryOf, termsOfRow } from './clock-rows.ts'
import { entryReasons } from './clock-rules.ts'
import { projectClock, type ClockDay, type ClockProjection } from './clock.ts'
import type { Day } from './day.ts'
import { loadCalendar } from './stored-calendar.ts'
import { termsOf, type ClockKind } from './terms.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** Which clock: of which subject of which unit ('licence' and its id), and what it times. */
export interface ClockKey {
  unitId: string
  subject: string
  subjectId: string
  kind: ClockKind
}

/** A clock as it stands on a day, with what it was counted by. */
export interface FoundClock {
  id: string
  terms: ClockTerms
  entries: readonly ClockEntry[]
  projection: ClockProjection
  calendar: WorkCalendar
  calendarVersion: number
}

/** Who does it and when; the context of `save` is one. */
export interface ClockContext {
  now: Date
  today: Day
  eventId: string | null
  actor: { accountId: string | null }
}

/** A clock as it stands today. Out: null when the subject has none of that kind. */
export function findClock(
  db: Database | Tx,
  key: ClockKey,
  today: Day,
): Promise<FoundClock | null> {
  return find(db, key, today, false)
}

/** Every day from start to due day with the reason why it counts or not; what a case page shows. */
export function explainClock(clock: FoundClock, today: Day): ClockDay[] {
  return clockDays(clock.calendar, clock.terms, clock.entries, today)
}

/**
 * Opens a clock without entries. Its lengths are those in force today and stay for its life; `terms`
 * replaces them where an administrator's setting says otherwise.
 * Errors: throws when the subject already has a clock of this kind.
 */
export async function openClock(
  tx: Tx,
  key: ClockKey,
  ctx: ClockContext,
  terms: ClockTerms = termsOf(key.kind, ctx.today),
): Promise<void> {
  const { calendar, version } = await loadCalendar(tx)
  const empty = projectClock(calendar, terms, [], ctx.today)
  await tx
    .insertInto('clock')
    .values({
      unit_id: key.unitId,
      id: newId(),
      subject_kind: key.subject,
      subject_id: key.subjectId,
      kind: key.kind,
      days: terms.days,
      usual_days: terms.usualDays,
      intake_days: terms.intakeDays,
      extension_days: terms.extensionDays,
      created_at: ctx.now,
      ...columnsOfProjection(empty, ctx.today, version),
    })
    .execute()
}

/**
 * Adds an entry to a clock and keeps the new projection. Out: how the clock stands after it.
 * Errors: {@link Refused} with all reasons when the entry does not fit; throws when there is no clock.
 */
export async function addClockEntry(
  tx: Tx,
  key: ClockKey,
  entry: ClockEntry,
  ctx: ClockContext,
): Promise<ClockProjection> {
  const clock = await find(tx, key, ctx.today, true)
  if (!clock) throw new Error(`${key.subject} ${key.subjectId} has no clock ${key.kind}`)
  const { calendar, terms } = clock
  const reasons = entryReasons({ ...clock, today: ctx.today }, entry)
  if (reasons.length > 0) throw new Refused('refused', reasons)
  const entries = [...clock.entries, entry]
  const projection = projectClock(calendar, terms, entries, ctx.today)
  const n = entries.length
  const updated = await tx
    .updateTable('clock')
    .set({ entries: n, ...columnsOfProjection(projection, ctx.today, clock.calendarVersion) })
    .where('unit_id', '=', key.unitId)
    .where('id', '=', clock.id)
    .where('entries', '=', n - 1)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n) throw new Refused('stale', [changedMeanwhile])
  await tx
    .insertInto('clock_entry')
    .values({
      unit_id: key.unitId,
      clock_id: clock.id,
      n,
      ...columnsOfEntry(entry),
      by_account: ctx.actor.accountId,
      audit_event_id: ctx.eventId,
      recorded_at: ctx.now,
    })
    .execute()
  return projection
}

async function find(
  db: Database | Tx,
  key: ClockKey,
  today: Day,
  lock: boolean,
): Promise<FoundClock | null> {
  const query = db
    .selectFrom('clock')
    .selectAll()
    .where('unit_id', '=', key.unitId)
    .where('subject_kind', '=', key.subject)
    .where('subject_id', '=', key.subjectId)
    .where('kind', '=', key.kind)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return null
  const entries = await entriesOf(db, key.unitId, row.id)
  const { calendar, version: calendarVersion } = await loadCalendar(db)
  const terms = termsOfRow(row)
  const projection = projectClock(calendar, terms, entries, today)
  return { id: row.id, terms, entries, projection, calendar, calendarVersion }
}

async function entriesOf(db: Database | Tx, unitId: string, clockId: string) {
  const rows = await db
    .selectFrom('clock_entry')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('clock_id', '=', clockId)
    .orderBy('n')
    .execute()
  return rows.map(entryOf)
}

const changedMeanwhile = reason(
  null,
  'clock.changed-meanwhile',
  '这件业务的期限记录刚被别人更新。请刷新页面，核对后再办理。',
)

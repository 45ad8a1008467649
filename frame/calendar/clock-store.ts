import type { Database, Tx } from '#frame/db/connect.ts'
import { newId } from '#frame/kernel/id.ts'
import { reason, Refused, type Reason } from '#frame/kernel/reason.ts'
import { clockDays } from './clock-days.ts'
import type { ClockEntry, ClockTerms } from './clock-entries.ts'
import { columnsOfEntry, columnsOfProjection, entryOf, termsOfRow } from './clock-rows.ts'
import { entryReasons } from './clock-rules.ts'
import { projectClock, type ClockDay, type ClockProjection } from './clock.ts'
import type { Day } from './day.ts'
import { loadCalendar, type StoredCalendar } from './stored-calendar.ts'

/** Which clock: of which subject of which unit, and what it times ('decision', 'delivery'…). */
export interface ClockRef {
  unitId: string
  subject: { kind: string; id: string }
  kind: string
}

/** A clock with its entries and the calendar of the same moment. */
export interface StoredClock extends StoredCalendar, ClockRef {
  id: string
  /** How people call the subject (its number, nothing of its content), and the page of it. */
  label: string
  path: string
  terms: ClockTerms
  entries: readonly ClockEntry[]
}

/** Who does it and when; the context of `save` is one. */
export interface ClockContext {
  now: Date
  today: Day
  eventId: string | null
  actor: { accountId: string | null }
}

/**
 * Opens a clock with its first entry. In: the terms in force today (`clockTerms` of the catalogue); they stay for the life
 * of the clock. Out: the clock. Errors: throws when the subject already has a clock of this kind.
 */
export async function openClock(
  tx: Tx,
  opening: ClockRef & { label: string; path: string; terms: ClockTerms },
  first: ClockEntry,
  ctx: ClockContext,
): Promise<StoredClock> {
  const { unitId, subject, kind, label, path, terms } = opening
  const stored = await loadCalendar(tx)
  const clock: StoredClock = { ...opening, ...stored, id: newId(), entries: [] }
  await tx
    .insertInto('clock')
    .values({
      unit_id: unitId,
      id: clock.id,
      subject_kind: subject.kind,
      subject_id: subject.id,
      kind,
      label,
      path,
      days: terms.days,
      usual_days: terms.usualDays,
      intake_days: terms.intakeDays,
      extension_days: terms.extensionDays,
      created_at: ctx.now,
      ...columnsOfProjection(viewOf(clock, ctx.today), ctx.today, stored.version),
    })
    .execute()
  return addClockEntry(tx, clock, first, ctx)
}

/** Loads a clock; `lock` before an act that adds to it. Out: null when the subject has none. */
export async function loadClock(
  db: Database | Tx,
  ref: ClockRef,
  options: { lock?: boolean } = {},
): Promise<StoredClock | null> {
  const query = db
    .selectFrom('clock')
    .selectAll()
    .where('unit_id', '=', ref.unitId)
    .where('subject_kind', '=', ref.subject.kind)
    .where('subject_id', '=', ref.subject.id)
    .where('kind', '=', ref.kind)
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return null
  const entries = await db
    .selectFrom('clock_entry')
    .selectAll()
    .where('unit_id', '=', row.unit_id)
    .where('clock_id', '=', row.id)
    .orderBy('n')
    .execute()
  return {
    ...ref,
    ...(await loadCalendar(db)),
    id: row.id,
    label: row.label,
    path: row.path,
    terms: termsOfRow(row),
    entries: entries.map(entryOf),
  }
}

/** Why the entry cannot be added to the clock today, all reasons; for `ready` and `decide`. */
export function clockReasons(clock: StoredClock, entry: ClockEntry, today: Day): Reason[] {
  return entryReasons({ ...clock, today }, entry)
}

/** State, due day and days left of a clock as seen on a day. */
export function viewOf(clock: StoredClock, today: Day): ClockProjection {
  return projectClock(clock.calendar, clock.terms, clock.entries, today)
}

/** What a case page shows: the projection, and every day with the reason why it counts or not. */
export function showClock(
  clock: StoredClock,
  today: Day,
): { projection: ClockProjection; days: ClockDay[] } {
  const { calendar, terms, entries } = clock
  return { projection: viewOf(clock, today), days: clockDays(calendar, terms, entries, today) }
}

/**
 * Adds an entry and keeps the new projection. In: a clock loaded with `lock` in this transaction.
 * Out: the clock with the entry.
 * Errors: {@link Refused} with all reasons when the entry does not fit, or when somebody else added one.
 */
export async function addClockEntry(
  tx: Tx,
  clock: StoredClock,
  entry: ClockEntry,
  ctx: ClockContext,
): Promise<StoredClock> {
  const reasons = clockReasons(clock, entry, ctx.today)
  if (reasons.length > 0) throw new Refused('refused', reasons)
  const next = { ...clock, entries: [...clock.entries, entry] }
  const n = next.entries.length
  const updated = await tx
    .updateTable('clock')
    .set({ entries: n, ...columnsOfProjection(viewOf(next, ctx.today), ctx.today, clock.version) })
    .where('unit_id', '=', clock.unitId)
    .where('id', '=', clock.id)
    .where('entries', '=', n - 1)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n) throw new Refused('stale', [changedMeanwhile])
  await tx
    .insertInto('clock_entry')
    .values({
      unit_id: clock.unitId,
      clock_id: clock.id,
      n,
      ...columnsOfEntry(entry),
      by_account: ctx.actor.accountId,
      audit_event_id: ctx.eventId,
      recorded_at: ctx.now,
    })
    .execute()
  return next
}

const changedMeanwhile = reason(
  null,
  'clock.changed-meanwhile',
  '这件业务的期限记录刚被别人更新。请刷新页面，核对后再办理。',
)

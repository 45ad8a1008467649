import type { Tx } from '#frame/db/connect.ts'
import type { ActReply, Facts, SaveContext, Subject } from '#frame/kernel/act.ts'
import { rowChanges, type CalendarRow } from './calendar-rows.ts'
import { reprojectClocks } from './reproject-jobs.ts'
import { saveDays } from './save-calendar.ts'
import { calendarId, calendarRows, noticesInForce, type StoredNotice } from './stored-calendar.ts'

/** What every act on the calendar knows: all its days and the notices in force. */
export interface CalendarFacts extends Facts {
  subject: Subject
  rows: CalendarRow[]
  notices: StoredNotice[]
}

/** Locks the calendar and reads it. Errors: throws when the house was not filled. */
export async function loadCalendarFacts(tx: Tx): Promise<CalendarFacts> {
  const { version } = await tx
    .selectFrom('calendar')
    .select('version')
    .where('id', '=', calendarId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const subject = { kind: 'calendar', id: calendarId, status: 'in-force', version }
  return {
    subject: { ...subject, unitId: null, branchId: null },
    rows: await calendarRows(tx),
    notices: await noticesInForce(tx),
  }
}

/** Saves the new days, records which changed, and plans the projection of every open clock. */
export async function saveCalendar(
  tx: Tx,
  facts: CalendarFacts,
  after: readonly CalendarRow[],
  ctx: SaveContext,
): Promise<ActReply> {
  const changes = rowChanges(facts.rows, after)
  const version = await saveDays(tx, changes, { now: ctx.now, eventId: ctx.eventId })
  ctx.record({ put: changes.put, drop: changes.drop })
  await ctx.plan(reprojectClocks.name, { version, sweep: false }, `${version}`)
  return { id: calendarId, status: 'in-force', version }
}

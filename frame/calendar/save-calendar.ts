import type { Tx } from '#frame/db/connect.ts'
import { newId } from '#frame/kernel/id.ts'
import type { RowChanges } from './calendar-rows.ts'
import { calendarId } from './stored-calendar.ts'
import type { YearNotice } from './year-notice.ts'

/** Who changed the calendar, when and under which event; nulls for what the product brings along. */
export interface Stamped {
  now: Date
  eventId: string | null
}

/**
 * Writes changed days and raises the version. The caller holds the calendar's row.
 * Out: the new version.
 */
export async function saveDays(
  tx: Tx,
  changes: RowChanges,
  { now, eventId }: Stamped,
): Promise<number> {
  if (changes.drop.length > 0)
    await tx.deleteFrom('work_calendar').where('day', 'in', changes.drop).execute()
  for (const row of changes.put) {
    const values = {
      kind: row.kind,
      name_zh: row.name.zh,
      name_en: row.name.en,
      year: row.year,
      source: row.source,
      published: row.published,
      own: row.own,
      updated_at: now,
    }
    await tx
      .insertInto('work_calendar')
      .values({ day: row.date, ...values })
      .onConflict((conflict) => conflict.column('day').doUpdateSet(values))
      .execute()
  }
  const { version } = await tx
    .updateTable('calendar')
    .set((eb) => ({
      version: eb('version', '+', 1),
      stamp: newId(),
      audit_event_id: eventId,
      updated_at: now,
    }))
    .where('id', '=', calendarId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Adds a version of a year's notice. In: who published it, null for the product itself. */
export async function saveNotice(
  tx: Tx,
  notice: YearNotice,
  version: number,
  by: Stamped & { publishedBy: string | null; reason: string | null },
): Promise<void> {
  await tx
    .insertInto('calendar_notice')
    .values({
      year: notice.year,
      version,
      title: notice.title,
      number: notice.number,
      issued_on: notice.issuedOn,
      url: notice.url,
      holidays: JSON.stringify(notice.holidays),
      published_by: by.publishedBy,
      reason: by.reason,
      audit_event_id: by.eventId,
      created_at: by.now,
    })
    .execute()
}

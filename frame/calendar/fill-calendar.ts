import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import { plan } from '#frame/jobs/plan.ts'
import { openQueues } from '#frame/jobs/queue-schema.ts'
import { newId } from '#frame/kernel/id.ts'
import { rowChanges, withNotice } from './calendar-rows.ts'
import { lawNotices } from './law-notices.ts'
import { reprojectClocks } from './reproject-jobs.ts'
import { saveDays, saveNotice } from './save-calendar.ts'
import { calendarId, calendarRows, noticesInForce } from './stored-calendar.ts'
import type { YearNotice } from './year-notice.ts'

/**
 * Loads the notices the product brings along. Safe to repeat; a year that an administrator has published
 * is left alone, and so are his own days. A newer product may bring a further year or a correction of its
 * own; open clocks are then projected again.
 */
export async function fillCalendar(
  house: House,
  notices: readonly YearNotice[] = lawNotices,
): Promise<void> {
  const now = house.clock.now()
  await house.db.transaction().execute(async (tx) => {
    await tx
      .insertInto('calendar')
      .values({ id: calendarId, version: 0, stamp: newId(), updated_at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
    await tx.selectFrom('calendar').select('id').forUpdate().execute()
    const before = await calendarRows(tx)
    const fresh = await freshNotices(tx, notices)
    if (fresh.length === 0) return
    let after = before
    for (const { notice, version } of fresh) {
      after = withNotice(after, notice)
      const by = { now, eventId: null, publishedBy: null, reason: null }
      await saveNotice(tx, notice, version, by)
    }
    const version = await saveDays(tx, rowChanges(before, after), { now, eventId: null })
    if (!(await anyOpenClock(tx))) return
    await openQueues(tx)
    await plan(tx, reprojectClocks, { version, sweep: false }, { key: `${version}` })
  })
}

async function freshNotices(tx: Tx, notices: readonly YearNotice[]) {
  const known = new Map((await noticesInForce(tx)).map((n) => [n.notice.year, n]))
  return notices.flatMap((notice) => {
    const old = known.get(notice.year)
    if (!old) return [{ notice, version: 1 }]
    if (old.publishedBy !== null || isDeepStrictEqual(old.notice, notice)) return []
    return [{ notice, version: old.version + 1 }]
  })
}

async function anyOpenClock(tx: Tx): Promise<boolean> {
  const found = await tx
    .selectFrom('clock')
    .select('id')
    .where('state', '<>', 'ended')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

import { sql, type Expression, type SqlBool } from 'kysely'
import { z } from 'zod'
import type { House } from '#frame/house.ts'
import { defineJob } from '#frame/jobs/job.ts'
import { plan } from '#frame/jobs/plan.ts'
import { todayInBeijing } from '#frame/calendar/day.ts'
import { allProjections } from './projections.ts'
import { reprojectClock, type ClockKey } from './reproject-clock.ts'
import { loadCalendar } from './stored-calendar.ts'

const batch = 200
// Longer than any statement of ours may run: an act that read the calendar before the change is over by then.
const sweepAfterMs = 3 * 60_000

/** After a changed calendar: every open clock is projected again, and what rooms reckoned besides. */
export const reprojectClocks = defineJob({
  name: 'calendar.reproject',
  title: { zh: '按新的工作日历重算期限', en: 'Project clocks with the changed calendar' },
  data: z.strictObject({ version: z.int(), sweep: z.boolean() }),
  expire: 900,
  run: async (house, { version, sweep }, { signal }) => {
    if (!sweep) await planSweep(house, version)
    const current = await loadCalendar(house.db)
    await reprojectAll(house, sql<SqlBool>`calendar_version < ${current.version}`, signal)
    for (const projection of allProjections()) await projection.run(house, signal)
  },
})

// A clock that an act was writing with the old calendar while the change was saved is caught the second time.
async function planSweep(house: House, version: number): Promise<void> {
  const startAfter = new Date(house.clock.now().getTime() + sweepAfterMs)
  await house.db
    .transaction()
    .execute((tx) =>
      plan(tx, reprojectClocks, { version, sweep: true }, { key: `${version}:sweep`, startAfter }),
    )
}

/** Every night: intakes that ran out, steps that run on, and whatever an old calendar still holds. */
export const passDay = defineJob({
  name: 'calendar.pass-day',
  title: { zh: '每日推进期限', en: 'Let a day pass for the clocks' },
  data: z.object({}),
  cron: '3 0 * * *',
  expire: 900,
  run: async (house, _data, { signal }) => {
    const today = todayInBeijing(house.clock.now())
    const { version } = await loadCalendar(house.db)
    const waiting = sql<SqlBool>`(state in ('intake', 'paused') and as_of < ${today}::date)`
    await reprojectAll(house, sql<SqlBool>`(${waiting} or calendar_version < ${version})`, signal)
  },
})

// One transaction a clock: nobody waits for long, and a broken run goes on where it stood.
async function reprojectAll(
  house: House,
  which: Expression<SqlBool>,
  signal: AbortSignal,
): Promise<void> {
  let after: ClockKey | null = null
  for (;;) {
    const keys = await nextKeys(house, which, after)
    for (const key of keys) {
      signal.throwIfAborted()
      await house.db.transaction().execute((tx) => reprojectClock(tx, key, house.clock.now()))
    }
    after = keys.at(-1) ?? null
    if (keys.length < batch) return
  }
}

function nextKeys(
  house: House,
  which: Expression<SqlBool>,
  after: ClockKey | null,
): Promise<ClockKey[]> {
  return house.db
    .selectFrom('clock')
    .select(['unit_id', 'id'])
    .where('state', '<>', 'ended')
    .where(which)
    .where(
      after ? sql<SqlBool>`(unit_id, id) > (${after.unit_id}, ${after.id})` : sql<SqlBool>`true`,
    )
    .orderBy('unit_id')
    .orderBy('id')
    .limit(batch)
    .execute()
}

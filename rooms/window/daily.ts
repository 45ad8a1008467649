import { z } from 'zod'
import { addDays, todayInBeijing, type Day } from '#frame/calendar/day.ts'
import type { House } from '#frame/house.ts'
import { defineJob } from '#frame/jobs/job.ts'
import { perform } from '#frame/kernel/perform.ts'
import { Refused } from '#frame/kernel/reason.ts'
import { systemActor } from '#frame/people/actor.ts'
import { missAct, releaseAct } from './lapse.ts'
import { findVisit } from './load-visit.ts'
import { reminderNotice } from './notices.ts'
import { beijingMoment, liesAhead } from './slots.ts'
import { visitLife } from './states.ts'
import { tellUnit } from './tell.ts'
import { selectVisits } from './visit-rows.ts'

/** After midnight: who did not come is marked, and told that he may simply come. */
export const closeDay = defineJob({
  name: 'window.close-day',
  title: { zh: '标记未到的窗口预约', en: 'Mark missed bookings' },
  data: z.object({}),
  cron: '10 0 * * *',
  expire: 900,
  run: async (house, _data, { id, signal }) => {
    const today = todayInBeijing(house.clock.now())
    for (const visitId of await bookedOn(house, { to: addDays(today, -1) })) {
      signal.throwIfAborted()
      const asked = { actor: systemActor, requestId: id }
      await unlessRefused(perform(house, missAct, { id: visitId }, asked, visitLife))
    }
  },
})

/** In the morning: bookings that cannot take place lapse, and those of today and tomorrow are called to mind. */
export const remind = defineJob({
  name: 'window.remind',
  title: { zh: '提醒窗口预约', en: 'Remind of bookings' },
  data: z.object({}),
  cron: '0 9 * * *',
  expire: 900,
  run: async (house, _data, { id, signal }) => {
    const today = todayInBeijing(house.clock.now())
    await release(house, await bookedOn(house, { from: today }), { id, signal })
    const soon = await bookedOn(house, { from: today, to: addDays(today, 1) })
    for (const visitId of soon) {
      signal.throwIfAborted()
      await remindOf(house, visitId)
    }
  },
})

/** Every hour: a registration was withdrawn or sent back, and the place that was booked for it is free. */
export const releaseMoot = defineJob({
  name: 'window.release-moot',
  title: { zh: '释放不再需要的窗口预约', en: 'Free the places of bookings nobody needs' },
  data: z.object({}),
  cron: '25 * * * *',
  expire: 900,
  run: async (house, _data, run) => {
    const today = todayInBeijing(house.clock.now())
    await release(house, await bookedOn(house, { from: today, moot: true }), run)
  },
})

interface Run {
  id: string
  signal: AbortSignal
}

async function release(house: House, visits: readonly string[], { id, signal }: Run) {
  for (const visitId of visits) {
    signal.throwIfAborted()
    const asked = { actor: systemActor, requestId: id }
    await unlessRefused(perform(house, releaseAct, { id: visitId }, asked, visitLife))
  }
}

/** One transaction a booking, so that a broken run goes on where it stood; nobody is told twice. */
async function remindOf(house: House, visitId: string): Promise<void> {
  const now = house.clock.now()
  await house.db.transaction().execute(async (tx) => {
    const visit = await findVisit(tx, visitId, true)
    if (visit?.subject.status !== 'booked') return
    const { day, from, registration } = visit
    if (!liesAhead({ day, from: from! }, beijingMoment(now))) return
    const params = { day, from: from!, number: registration.number ?? '' }
    const key = `${visitId}:${day}:${from}`
    await tellUnit(tx, visit, { kind: reminderNotice, params, key }, now)
  })
}

/** Bookings of a span. In: `moot` for those alone whose registration no longer waits. */
async function bookedOn(
  house: House,
  { from, to, moot = false }: { from?: Day; to?: Day; moot?: boolean },
): Promise<string[]> {
  let query = selectVisits(house.db)
    .select('v.id')
    .where('v.status', '=', 'booked')
    .orderBy('v.day')
    .orderBy('v.id')
  if (from) query = query.where('v.day', '>=', from)
  if (to) query = query.where('v.day', '<=', to)
  if (moot) query = query.where('r.status', '<>', 'awaiting')
  return (await query.execute()).map((row) => row.id)
}

/** Somebody acted in between, or there is no reason for it: the visit stays as it is. */
async function unlessRefused(done: Promise<unknown>): Promise<void> {
  await done.catch((error: unknown) => {
    if (!(error instanceof Refused) || error.kind !== 'refused') throw error
  })
}

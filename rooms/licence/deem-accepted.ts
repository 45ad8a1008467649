import { z } from 'zod'
import { defineClockSubject } from '#frame/calendar/clock-subjects.ts'
import type { House } from '#frame/house.ts'
import { defineJob } from '#frame/jobs/job.ts'
import { act, type DecideContext } from '#frame/kernel/act.ts'
import { perform } from '#frame/kernel/perform.ts'
import { granted, reason, Refused, type Reason } from '#frame/kernel/reason.ts'
import { systemActor } from '#frame/people/actor.ts'
import { acceptCase } from './accept-case.ts'
import { load } from './act-parts.ts'
import { clockRefuses, clockStands } from './clock.ts'
import type { LicenceFacts } from './facts.ts'
import { licenceLife, move } from './states.ts'

/**
 * S2-029, 行政许可法 32(4) neither accepted nor told what to correct within the days: accepted by law as of
 * the day of receipt. Done by the system, which finds the case as the law left it.
 */
export const deemAcceptedAct = act({
  name: 'licence.deem-accepted',
  move: move('deem-accepted'),
  input: z.strictObject({ id: z.uuid() }),
  load,
  ready: (facts, ctx) => [
    ...stillInTime(facts, ctx),
    ...clockRefuses(facts, { kind: 'deemedAccepted', day: ctx.today }, ctx.today),
  ],
  decide: () => granted(null),
  save: (tx, facts, _next, ctx) => acceptCase(tx, facts, 'deemedAccepted', null, ctx),
})

function stillInTime(facts: LicenceFacts, ctx: DecideContext): Reason[] {
  if (clockStands(facts, ctx.today)?.deemed) return []
  return [reason('S2-033', 'still-in-time', '告知补正的期限还没有过，不能视为受理。')]
}

/** Planned by the clock when the days have passed; safe to repeat. */
const deemAccepted = defineJob({
  name: 'licence.deem-accepted',
  title: { zh: '逾期未告知的申请视为受理', en: 'Record acceptance by law' },
  data: z.strictObject({ unitId: z.uuid(), subjectId: z.uuid() }),
  run: async (house, { subjectId }, job) => {
    if (await waitsNoLonger(house, subjectId)) return
    const asked = { actor: systemActor, requestId: job.id }
    await perform(house, deemAcceptedAct, { id: subjectId }, asked, licenceLife).catch(settled)
  },
})

async function waitsNoLonger(house: House, id: string): Promise<boolean> {
  const row = await house.db
    .selectFrom('licence_case')
    .select('status')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.status !== 'pending'
}

/** Somebody answered between planning and running: nothing is left to record. */
function settled(error: unknown): void {
  if (!(error instanceof Refused) || error.kind !== 'refused') throw error
}

// The clock of the decision: what the calendar calls the case, and who records what the law did.
defineClockSubject({
  kind: 'licence',
  title: licenceLife.title,
  deemedJob: deemAccepted.name,
})

import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import { settingsToday } from '#frame/catalogue/stored-settings.ts'
import type { House } from '#frame/house.ts'
import { defineJob } from '#frame/jobs/job.ts'
import { act, type DecideContext, type SaveContext } from '#frame/kernel/act.ts'
import { perform } from '#frame/kernel/perform.ts'
import { decided, reason, Refused, type Reason } from '#frame/kernel/reason.ts'
import { systemActor } from '#frame/people/actor.ts'
import { load } from './act-parts.ts'
import type { EnrolmentFacts } from './facts.ts'
import { forgetFiles, forgotten } from './forget.ts'
import { endUnconfirmed } from './make-account.ts'
import { enrolmentLife, move } from './states.ts'
import { writeToRequester } from './tell.ts'
import { moveEnrolment, withoutNumber } from './write-enrolment.ts'

const day = 86_400_000

/**
 * Nobody went on with the request for so long (the setting's days): the unit's place is free again. What was
 * typed and never filed is forgotten; an account that was never confirmed ends.
 */
export const lapseAct = act({
  name: 'enrolment.lapse',
  move: move('lapse'),
  input: z.strictObject({ id: z.uuid() }),
  load,
  ready: stillTime,
  decide: () => decided([], () => null),
  async save(tx, facts, _next, ctx) {
    await freePlace(tx, facts, ctx)
    await forgetFiles(tx, facts, ctx)
    const { step, ...reply } = await moveEnrolment(tx, facts, 'lapsed', forgotten(facts), null, ctx)
    if (facts.number !== null) await writeToRequester(facts, step, ctx)
    return reply
  },
})

function stillTime({ updatedAt, settings }: EnrolmentFacts, { now }: DecideContext): Reason[] {
  const days = settings('registration.enrolment-keep-days')
  if (now.getTime() - updatedAt.getTime() >= days * day) return []
  return [reason(null, 'still-time', `申请还没有停留满 ${days} 天，不会失效。`)]
}

async function freePlace(tx: Tx, facts: EnrolmentFacts, ctx: SaveContext): Promise<void> {
  if (facts.account) await endUnconfirmed(tx, facts.account.id, ctx)
  if (facts.unitId === null) return
  await tx
    .updateTable('unit')
    .set((e) => ({
      status: 'closed',
      person_document: withoutNumber(facts.document),
      version: e('version', '+', 1),
      audit_event_id: ctx.eventId,
    }))
    .where('id', '=', facts.unitId)
    .where('status', '=', 'enrolled')
    .execute()
}

/** Every night: requests that nobody went on with. */
defineJob({
  name: 'enrolment.lapse',
  title: { zh: '逾期的账号申请失效', en: 'Lapse of unfinished requests for accounts' },
  data: z.strictObject({}),
  cron: '40 3 * * *',
  run: lapseAll,
})

async function lapseAll(house: House): Promise<void> {
  const days = (await settingsToday(house))('registration.enrolment-keep-days')
  const rows = await house.db
    .selectFrom('enrolment')
    .select('id')
    .where('status', 'in', [...(move('lapse').from ?? [])])
    .where('updated_at', '<=', new Date(house.clock.now().getTime() - days * day))
    .orderBy('id')
    .execute()
  for (const { id } of rows) await lapseOne(house, id)
}

async function lapseOne(house: House, id: string): Promise<void> {
  const asked = { actor: systemActor, requestId: `lapse-${id}` }
  try {
    await perform(house, lapseAct, { id }, asked, enrolmentLife)
  } catch (error) {
    // somebody went on with it in this very moment
    if (!(error instanceof Refused)) throw error
  }
}

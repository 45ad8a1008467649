import { z } from 'zod'
import type { House } from '#frame/house.ts'
import { act } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { perform } from '#frame/kernel/perform.ts'
import { granted, Refused } from '#frame/kernel/reason.ts'
import type { Actor } from '#frame/people/actor.ts'
import { reachOf } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { load } from './act-parts.ts'
import { notYetDelivered, recordDelivery } from './delivery.ts'
import type { Delivery } from './facts.ts'
import { licenceLife, move } from './states.ts'

/** 行政许可法 44, S2-041 a member of the unit opened the decision: it is delivered at that moment. */
export const receiveAct = act({
  name: 'licence.receive',
  move: move('receive'),
  // whoever opens the file has seen no version
  input: z.strictObject({ id: z.uuid(), version: z.int().positive().optional() }),
  seen: (input) => input.version,
  load,
  ready: notYetDelivered,
  decide: (_facts, _said, ctx) =>
    granted<Delivery>({ way: 'electronic', day: ctx.today, note: '' }),
  save: (tx, facts, delivery, ctx) => recordDelivery(tx, facts, delivery, ctx),
})

/**
 * Asked whenever the file of a decision was opened; records the delivery when it is the applicant's own
 * member and the first time. In: whose decision it is, and who opened it.
 */
export async function decisionOpened(
  house: House,
  { unitId, subjectId: id }: { unitId: string; subjectId: string },
  actor: Actor,
): Promise<void> {
  if (!reachOf(actor, unitRoles).unitIds.includes(unitId)) return
  const row = await house.db
    .selectFrom('licence_case')
    .select('delivery')
    .where('unit_id', '=', unitId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.delivery !== null) return
  const asked = { actor, requestId: newId() }
  await perform(house, receiveAct, { id }, asked, licenceLife).catch(deliveredMeanwhile)
}

/** A colleague opened it in the same moment: nothing is left to record. */
function deliveredMeanwhile(error: unknown): void {
  if (!(error instanceof Refused) || error.kind !== 'refused') throw error
}

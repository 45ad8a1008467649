import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { decided } from '#frame/kernel/reason.ts'
import { lookUpSlot, pickedSlot, type PickedSlot } from './book.ts'
import type { VisitFacts } from './facts.ts'
import { loadVisit } from './load-visit.ts'
import { movePlace } from './places.ts'
import { slotReasons, stillAwaits } from './rules.ts'
import { beijingMoment } from './slots.ts'
import { move } from './states.ts'
import { moveVisit } from './write-visit.ts'

/** S2-006 another time for the same visit: the old place is free at once. */
export const rebookAct = act({
  name: 'visit.rebook',
  move: move('rebook'),
  input: z.strictObject({ id: z.uuid(), version: z.int().positive(), ...pickedSlot }),
  seen: (input) => input.version,
  async load(tx, said, ctx): Promise<VisitFacts & { picked: PickedSlot }> {
    const facts = await loadVisit(tx, said, ctx)
    return { ...facts, picked: await lookUpSlot(tx, said, ctx) }
  },
  ready: ({ registration }) => stillAwaits(registration),
  decide: ({ picked }, said, ctx) =>
    decided(slotReasons(picked, beijingMoment(ctx.now)), () => said),
  async save(tx, facts, { day, from }, ctx) {
    const { branchId } = facts.subject
    const old = { branchId, day: facts.day, from: facts.from! }
    if (old.day !== day || old.from !== from)
      await movePlace(tx, old, { branchId, day, from }, facts.picked.places)
    ctx.record({ day, time: from })
    return moveVisit(
      tx,
      facts,
      'booked',
      { day, from_time: from, to_time: facts.picked.slot!.to },
      ctx,
    )
  },
})

import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { isOwn, loadVisit } from './load-visit.ts'
import { freePlace } from './places.ts'
import { move } from './states.ts'
import { tellChange } from './tell.ts'
import { moveVisit } from './write-visit.ts'

/** S2-006 a booking is given up; its place is free at once. The unit is told when an officer does it. */
export const cancelAct = act({
  name: 'visit.cancel',
  move: move('cancel'),
  input: z.strictObject({ id: z.uuid(), version: z.int().positive() }),
  seen: (input) => input.version,
  load: loadVisit,
  decide: () => granted(null),
  async save(tx, facts, _next, ctx) {
    const { day, from, subject } = facts
    await freePlace(tx, { branchId: subject.branchId, day, from: from! })
    if (!isOwn(ctx.actor, subject))
      await tellChange(tx, facts, 'cancelled', { day, from: from! }, ctx.now)
    return moveVisit(tx, facts, 'cancelled', {}, ctx)
  },
})

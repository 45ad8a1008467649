import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { loadVisit } from './load-visit.ts'
import { freePlace } from './places.ts'
import { stillAwaits } from './rules.ts'
import { move } from './states.ts'
import { tellChange } from './tell.ts'
import { moveVisit } from './write-visit.ts'

/**
 * S2-129 who booked is here. One who comes on another day than booked is served like anybody without a
 * booking, and his place is free again; when that day is still to come, the unit is told.
 */
export const receiveAct = act({
  name: 'visit.receive',
  move: move('receive'),
  input: z.strictObject({ id: z.uuid(), version: z.int().positive() }),
  seen: (input) => input.version,
  load: loadVisit,
  ready: ({ registration }) => stillAwaits(registration),
  decide: () => granted(null),
  async save(tx, facts, _next, ctx) {
    const { day, from, to, subject } = facts
    const otherDay = day !== ctx.today
    if (otherDay) await freePlace(tx, { branchId: subject.branchId, day, from: from! })
    const later = day > ctx.today ? { day, from: from!, to: to! } : null
    if (later) await tellChange(tx, facts, 'came', later, ctx.now)
    return moveVisit(
      tx,
      facts,
      'present',
      {
        received_by: ctx.actor.accountId,
        received_at: ctx.now,
        ...(otherDay ? { day: ctx.today, from_time: null, to_time: null, walk_in: true } : {}),
        ...(later ? { given_up: JSON.stringify(later) } : {}),
      },
      ctx,
    )
  },
})

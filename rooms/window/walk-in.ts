import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { loadForNew } from './load-visit.ts'
import { oneAtATime, stillAwaits } from './rules.ts'
import { move } from './states.ts'
import { addVisit } from './write-visit.ts'

/**
 * S2-129, S2-137, S2-143 somebody stands at the window without a booking: he is served, whatever the day
 * and however late (C-27).
 */
export const walkInAct = act({
  name: 'visit.walk-in',
  move: move('walk-in'),
  input: z.strictObject({ registrationId: z.uuid() }),
  load: (tx, said, ctx) => loadForNew(tx, said.registrationId, ctx, true),
  ready: ({ registration, open }) => [...stillAwaits(registration), ...oneAtATime(open)],
  decide: () => granted(null),
  save: (tx, facts, _next, ctx) =>
    addVisit(
      tx,
      facts,
      {
        status: 'present',
        day: ctx.today,
        from: null,
        to: null,
        receivedBy: ctx.actor.accountId,
      },
      ctx,
    ),
})

import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { load, onRequest, seen } from './act-parts.ts'
import { forgetFiles, forgotten } from './forget.ts'
import { move } from './states.ts'
import { moveEnrolment } from './write-enrolment.ts'

/**
 * The requester does not want the account any more; the unit's place is free for another request. What was
 * brought goes, and what was typed and never filed.
 */
export const giveUpAct = act({
  name: 'enrolment.give-up',
  move: move('give-up'),
  input: z.strictObject(onRequest),
  seen,
  load,
  decide: () => granted(null),
  async save(tx, facts, _next, ctx) {
    await forgetFiles(tx, facts, ctx)
    const { step: _step, ...reply } = await moveEnrolment(
      tx,
      facts,
      'lapsed',
      forgotten(facts),
      null,
      ctx,
    )
    return reply
  },
})

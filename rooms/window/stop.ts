import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import type { VisitRemark } from './facts.ts'
import { loadVisit } from './load-visit.ts'
import { move } from './states.ts'
import { moveVisit } from './write-visit.ts'

/** A visit ends without a result: opened by mistake, or the person had to leave. */
export const stopAct = act({
  name: 'visit.stop',
  move: move('stop'),
  input: z.strictObject({
    id: z.uuid(),
    version: z.int().positive(),
    why: z.string().trim().min(2, '请写明中止的原因').max(300, '最多 300 个字'),
  }),
  seen: (input) => input.version,
  load: loadVisit,
  decide: (_facts, said) => granted(said),
  async save(tx, facts, { why }, ctx) {
    ctx.record({ why })
    const remarks: VisitRemark[] = [{ at: 'visit', where: ctx.act.move.title, what: why }]
    return moveVisit(
      tx,
      facts,
      'cancelled',
      { remarks: JSON.stringify(remarks), finished_at: ctx.now },
      ctx,
    )
  },
})

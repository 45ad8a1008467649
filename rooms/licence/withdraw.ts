import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { load, onCase, seen } from './act-parts.ts'
import { writeClock } from './clock.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { moveCase } from './write-case.ts'

/** The applicant takes the application back before a decision. */
export const withdrawAct = act({
  name: 'licence.withdraw',
  move: move('withdraw'),
  input: z.strictObject({
    ...onCase,
    why: z.string().trim().min(2, '请写明撤回原因').max(300, '撤回原因最多 300 个字'),
  }),
  seen,
  load,
  decide: (_facts, said) => granted(said.why),
  async save(tx, facts, why, ctx) {
    await writeClock(tx, facts, { kind: 'ended', day: ctx.today }, ctx)
    return moveCase(
      tx,
      facts,
      'withdrawn',
      {},
      { public: caseNotes.note('withdrawn', { why }) },
      ctx,
    )
  },
})

import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted, reason } from '#frame/kernel/reason.ts'
import { load, onCase, seen } from './act-parts.ts'
import { writeClock } from './clock.ts'
import { openSteps } from './open-step.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { moveCase } from './write-case.ts'

/** S2-046 ends the special step: from the next working day the clock runs again. */
export const closeStepAct = act({
  name: 'licence.close-step',
  move: move('close-step'),
  input: z.strictObject({
    ...onCase,
    result: z.string().trim().min(4, '请写明这一环节的结果').max(500, '最多 500 个字'),
  }),
  seen,
  load,
  ready: (facts) =>
    openSteps(facts).length > 0
      ? []
      : [reason('S2-046', 'no-step', '现在没有正在进行的特殊环节。')],
  decide: (_facts, said) => granted(said),
  async save(tx, facts, said, ctx) {
    const [open] = openSteps(facts)
    if (!open) throw new Error('ready admits no case without an open step')
    await writeClock(tx, facts, { kind: 'stepClosed', day: ctx.today, step: open.step }, ctx)
    return moveCase(
      tx,
      facts,
      'accepted',
      {},
      {
        public: caseNotes.note('step-closed', { kind: open.kind }),
        inner: caseNotes.note('own', { text: said.result }),
      },
      ctx,
    )
  },
})

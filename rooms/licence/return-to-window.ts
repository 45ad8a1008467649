import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted, reason, type Reason } from '#frame/kernel/reason.ts'
import { load, onCase, seen } from './act-parts.ts'
import type { LicenceFacts, WindowReturn } from './facts.ts'
import { returnedNotice } from './notices.ts'
import { openSteps } from './open-step.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { tellOfficers, tellUnit, waits } from './tell.ts'
import { moveCase } from './write-case.ts'

/**
 * S2-036 the first review sends the case back to the window. It is an internal return (C-23): day of
 * acceptance and term stay and go on; the applicant reads the reason, and the returns are counted (C-24).
 */
export const returnToWindowAct = act({
  name: 'licence.return-to-window',
  move: move('return-to-window'),
  input: z.strictObject({
    ...onCase,
    why: z.string().trim().min(4, '请写明退回原因').max(500, '退回原因最多 500 个字'),
  }),
  seen,
  load,
  ready: stepRuns,
  decide: (_facts, said, ctx) => granted<WindowReturn>({ why: said.why, day: ctx.today }),
  async save(tx, facts, back, ctx) {
    await tellOfficers(tx, facts, 'customs-window', waits.window, ctx)
    await tellUnit(tx, facts, returnedNotice, {}, ctx)
    return moveCase(
      tx,
      facts,
      'returned',
      { window_returns: facts.windowReturns + 1, window_return: JSON.stringify(back) },
      { public: caseNotes.note('to-window', { why: back.why, n: facts.windowReturns + 1 }) },
      ctx,
    )
  },
})

/** Whoever opened a special step has it in hand; the window could not end it. */
function stepRuns(facts: LicenceFacts): Reason[] {
  if (openSteps(facts).length === 0) return []
  const words = '特殊环节还没有结束，不能退回受理环节。请先结束该环节。'
  return [reason('S2-046', 'step-open', words)]
}

import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { issuePaper } from '#frame/papers/issue.ts'
import { unprintable } from '#frame/papers/unprintable.ts'
import { load, onCase, seen } from './act-parts.ts'
import { clockRefuses, writeClock } from './clock.ts'
import { extensionOf } from './extension.ts'
import type { LicenceFacts } from './facts.ts'
import { extensionFacts } from './notice-facts.ts'
import { extendedNotice } from './notices.ts'
import { openSteps } from './open-step.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { tellUnit } from './tell.ts'
import { moveCase } from './write-case.ts'

/** S2-045 the head of the agency extends the term once, with a reason told to the applicant (行政许可法 42). */
export const extendAct = act({
  name: 'licence.extend',
  move: move('extend'),
  input: z.strictObject({
    ...onCase,
    reason: z.string().trim().min(4, '请写明延长期限的理由').max(300, '理由最多 300 个字'),
  }),
  seen,
  load,
  ready: (facts, ctx) => [
    ...dueDayUnknown(facts),
    ...clockRefuses(facts, extensionOf(facts, ctx.today), ctx.today),
  ],
  decide: (facts, said) =>
    decided(
      unprintable(facts.coverage, [{ at: 'reason', where: '“理由”', text: said.reason }]),
      () => said.reason,
    ),
  async save(tx, facts, why, ctx) {
    const paper = await issuePaper(tx, await extensionFacts(tx, facts, why, ctx), ctx)
    const entry = extensionOf(facts, ctx.today, { reason: why, notice: paper.number })
    const clock = await writeClock(tx, facts, entry, ctx)
    const day = clock.dueDay ?? ctx.today
    await tellUnit(tx, facts, extendedNotice, { day }, ctx)
    const note = caseNotes.note('extended', { days: entry.days, day, why })
    return moveCase(tx, facts, facts.subject.status, {}, { public: note }, ctx)
  },
})

/** The applicant is told the new due day, which nobody knows while a special step runs. */
function dueDayUnknown(facts: LicenceFacts): Reason[] {
  if (openSteps(facts).length === 0) return []
  return [
    reason(
      'S2-045',
      'step-open',
      '特殊环节正在进行，期限没有在走，延长后的届满日还说不出来。请在环节结束后再批准延长。',
    ),
  ]
}

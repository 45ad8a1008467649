import type { DecideContext } from '#frame/kernel/act.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import type { LicenceFacts } from './facts.ts'

/** S2-037 the second review is by another person than the first (C-37). */
export function anotherPerson(facts: LicenceFacts, ctx: DecideContext): Reason[] {
  if (facts.firstReviewer === null || facts.firstReviewer !== ctx.actor.accountId) return []
  return [
    reason(
      'S2-037',
      'same-person',
      '要复核的意见是您本人提出的，复核应由另一位同事办理。请转交其他复核人员。',
    ),
  ]
}

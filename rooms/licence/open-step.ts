import { z } from 'zod'
import { stepKinds, stepsOf } from '#frame/calendar/clock-entries.ts'
import { act } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { issuePaper } from '#frame/papers/issue.ts'
import { unprintable } from '#frame/papers/unprintable.ts'
import { load, onCase, seen } from './act-parts.ts'
import { writeClock } from './clock.ts'
import type { LicenceFacts } from './facts.ts'
import { stepNotice } from './notices.ts'
import { stepFacts } from './paper-facts.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { tellUnit } from './tell.ts'
import { moveCase } from './write-case.ts'

const input = z.strictObject({
  ...onCase,
  // S2-030 expert review; S2-031 on-site assessment; S2-032 laboratory testing
  kind: z.enum(['expert', 'onsite', 'laboratory']),
  reason: z.string().trim().min(4, '请写明为什么需要这一环节').max(300, '最多 300 个字'),
  expectedDays: z.int('请填写整数天数').min(1, '至少 1 天').max(180, '最多 180 天'),
})

/** Opens a special step: its time is not counted (S2-046) and the applicant is told in writing (S2-047). */
export const openStepAct = act({
  name: 'licence.open-step',
  move: move('open-step'),
  input,
  seen,
  load,
  ready: openStepReasons,
  decide: (facts, said) =>
    decided(
      unprintable(facts.coverage, [{ at: 'reason', where: '“原因”', text: said.reason }]),
      () => said,
    ),
  async save(tx, facts, said, ctx) {
    const words = stepKinds[said.kind]
    const paper = await issuePaper(
      tx,
      await stepFacts(
        tx,
        facts,
        {
          kind: words.zh,
          reason: said.reason,
          from: ctx.today,
          expectedDays: said.expectedDays,
        },
        ctx,
      ),
      ctx,
    )
    await writeClock(
      tx,
      facts,
      {
        kind: 'stepOpened',
        day: ctx.today,
        step: newId(),
        stepKind: said.kind,
        reason: said.reason,
        notice: paper.number,
        expectedDays: said.expectedDays,
      },
      ctx,
    )
    const { kind, expectedDays: days, reason: why } = said
    await tellUnit(tx, facts, stepNotice, { step: { kind, days } }, ctx)
    const note = caseNotes.note('step-opened', { kind, days, why })
    return moveCase(tx, facts, 'accepted', {}, { public: note }, ctx)
  },
})

function openStepReasons(facts: LicenceFacts): Reason[] {
  return openSteps(facts).length === 0
    ? []
    : [reason('S2-046', 'step-open', '已有特殊环节正在进行，请先结束它再启动新的环节。')]
}

/** Special steps that run now. */
export function openSteps(facts: LicenceFacts) {
  return stepsOf(facts.clock?.entries ?? []).filter((s) => s.to === null)
}

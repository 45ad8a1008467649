import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { accountOf, load, onCase, seen } from './act-parts.ts'
import type { LicenceFacts, Proposal } from './facts.ts'
import { grades, proposeGrade } from './grade.ts'
import { openSteps } from './open-step.ts'
import { laboratoryEnough } from './rules.ts'
import { move } from './states.ts'
import { tellOfficers } from './tell.ts'
import { moveCase } from './write-case.ts'

const input = z.strictObject({
  ...onCase,
  conclusion: z.enum(['grant', 'refuse'], '请选择拟准予或拟不予许可'),
  grade: z.enum(grades, '请选择风险等级'),
  gradeReason: z.string().trim().max(300, '最多 300 个字').default(''),
  opinion: z.string().trim().min(4, '请写明初审意见').max(1000, '初审意见最多 1000 个字'),
})
type ProposeInput = z.output<typeof input>

/** S2-035 first review: what is proposed and why; the second reviewer decides. */
export const proposeAct = act({
  name: 'licence.propose',
  move: move('propose'),
  input,
  seen,
  load,
  ready: (facts) => stepStillOpen(facts),
  decide: (facts, said) =>
    decided([...gradeReasons(facts, said), ...unfitGrant(facts, said)], (): Proposal => ({
      conclusion: said.conclusion,
      grade: said.grade,
      gradeReason: said.gradeReason,
      opinion: said.opinion,
    })),
  async save(tx, facts, proposal, ctx) {
    await tellOfficers(tx, facts, 'customs-second', '复核', ctx)
    return moveCase(
      tx,
      facts,
      'second-review',
      { proposal: JSON.stringify(proposal), first_reviewer: accountOf(ctx) },
      {
        public: '初审完成，进入复核',
        inner: `${proposal.conclusion === 'grant' ? '拟准予许可' : '拟不予许可'}：${proposal.opinion}`,
      },
      ctx,
    )
  },
})

function stepStillOpen(facts: LicenceFacts): Reason[] {
  return openSteps(facts).length === 0
    ? []
    : [reason('S2-046', 'step-open', '特殊环节还没有结束，不能提出初审意见。请先结束该环节。')]
}

/** A grade other than the one the facts point to needs a reason of its own. */
function gradeReasons(facts: LicenceFacts, said: ProposeInput): Reason[] {
  const proposed = proposeGrade(facts.form, facts.pathogens)
  if (said.grade === proposed.grade || said.gradeReason.length >= 4) return []
  return [
    reason(
      null,
      'grade-reason',
      `按${proposed.because.join('、')}，建议等级为 ${proposed.grade}。改为 ${said.grade} 级的，请写明理由。`,
      'gradeReason',
    ),
  ]
}

/** S2-012 a grant cannot even be proposed while the laboratory does not match the article. */
function unfitGrant(facts: LicenceFacts, said: ProposeInput): Reason[] {
  return said.conclusion === 'grant'
    ? laboratoryEnough(facts.form, facts.unit, facts.pathogens)
    : []
}

import { z } from 'zod'
import { act, type DecideContext } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { accountOf, load, onCase, seen } from './act-parts.ts'
import type { LicenceFacts, Proposal } from './facts.ts'
import { gradesOf, proposeGradeOf } from './grade.ts'
import { openSteps } from './open-step.ts'
import { prohibited } from './prohibited.ts'
import { laboratoryEnough } from './rules.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { tellOfficers, waits } from './tell.ts'
import { moveCase } from './write-case.ts'

const input = z.strictObject({
  ...onCase,
  conclusion: z.enum(['grant', 'refuse'], '请选择拟准予或拟不予许可'),
  grade: z.string('请选择风险等级').min(1, '请选择风险等级').max(10),
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
  decide: (facts, said, ctx) =>
    decided([...gradeReasons(facts, said), ...unfitGrant(facts, said, ctx)], (): Proposal => ({
      conclusion: said.conclusion,
      grade: said.grade,
      gradeReason: said.gradeReason,
      opinion: said.opinion,
    })),
  async save(tx, facts, proposal, ctx) {
    await tellOfficers(tx, facts, 'customs-second', waits.second, ctx)
    return moveCase(
      tx,
      facts,
      'second-review',
      { proposal: JSON.stringify(proposal), first_reviewer: accountOf(ctx) },
      {
        public: caseNotes.note('proposed', {}),
        inner: caseNotes.note('opinion', {
          conclusion: proposal.conclusion,
          text: proposal.opinion,
        }),
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
  // C-34 the grades are those of the case's own rule set
  const known = gradesOf(facts)
  if (!known.includes(said.grade)) {
    const words = `本申请适用的规则只有 ${known.join('、')} 级，没有“${said.grade}”。请重新选择。`
    return [reason('S2-035', 'unknown-grade', words, 'grade')]
  }
  const proposed = proposeGradeOf(facts)
  // A1 and A2 share a letter: which of the two is the reviewer's own choice
  const fits = said.grade[0] === proposed.grade[0]
  if (fits || said.gradeReason.length >= 4) return []
  return [
    reason(
      null,
      'grade-reason',
      `按${proposed.because.join('、')}，建议等级为 ${proposed.grade}。改为 ${said.grade} 级的，请写明理由。`,
      'gradeReason',
    ),
  ]
}

/** S2-012, S2-039 a grant is not even proposed while the laboratory does not match, or the law forbids it. */
function unfitGrant(facts: LicenceFacts, said: ProposeInput, ctx: DecideContext): Reason[] {
  if (said.conclusion !== 'grant') return []
  return [
    ...laboratoryEnough(facts.form, facts.unit, facts.pathogens),
    ...prohibited(facts.form, ctx.today, facts.clearances),
  ]
}

import { z } from 'zod'
import { act, type DecideContext } from '#frame/kernel/act.ts'
import { granted, reason, refusedFor, type Decision, type Reason } from '#frame/kernel/reason.ts'
import { issuePaper } from '#frame/papers/issue.ts'
import { openPermit, permitTerms, type PermitTerms } from '#rooms/quota/public.ts'
import { accountOf, load, onCase, seen } from './act-parts.ts'
import { openDelivery, writeClock } from './clock.ts'
import type { LicenceFacts, Proposal } from './facts.ts'
import { anotherPerson } from './four-eyes.ts'
import { gradeLaw } from './grade.ts'
import { wholeQuantity } from './item-lines.ts'
import { grantedNotice } from './notices.ts'
import { openSteps } from './open-step.ts'
import { permitFacts } from './paper-facts.ts'
import { prohibited } from './prohibited.ts'
import { laboratoryEnough } from './rules.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { tellUnit } from './tell.ts'
import { moveCase, type Said } from './write-case.ts'

interface Granted {
  proposal: Proposal
  terms: PermitTerms
  /** Why another grade than the proposed one; empty when it was confirmed. */
  gradeReason: string
}

const input = z.strictObject({
  ...onCase,
  /** The proposed grade when left out. */
  grade: z.string().min(1, '请选择风险等级').max(10).optional(),
  gradeReason: z.string().trim().max(300, '最多 300 个字').default(''),
})
type GrantInput = Pick<z.output<typeof input>, 'grade' | 'gradeReason'>

/** S2-037, S2-040 the second reviewer grants: permit, its lines as quota, paper and notice. */
export const grantAct = act({
  name: 'licence.grant',
  move: move('grant'),
  input,
  seen,
  load,
  ready: (facts, ctx) => [
    ...anotherPerson(facts, ctx),
    ...proposedOtherwise(facts),
    ...gradeKnown(facts),
    ...stepOpen(facts),
    ...laboratoryEnough(facts.form, facts.unit, facts.pathogens),
    ...prohibited(facts.form, ctx.today, facts.clearances),
  ],
  decide: decideGrant,
  async save(tx, facts, next, ctx) {
    const { terms, proposal } = next
    const said = await permitFacts(tx, facts, { ...terms, proposal }, ctx)
    const paper = await issuePaper(tx, said, ctx)
    await openPermit(
      tx,
      {
        unitId: facts.subject.unitId!,
        branchId: facts.subject.branchId!,
        caseId: facts.subject.id,
        number: paper.number,
        direction: facts.form.direction ?? 'entry',
        ...terms,
        lines: facts.lines.map((l) => ({
          nameZh: l.nameZh,
          nameEn: l.nameEn,
          specification: l.specification,
          packUnit: l.packUnit,
          approved: wholeQuantity(l) ?? 0,
        })),
      },
      ctx,
    )
    await writeClock(tx, facts, { kind: 'ended', day: ctx.today }, ctx)
    await openDelivery(tx, facts, ctx)
    await tellUnit(tx, facts, grantedNotice, {}, ctx)
    return moveCase(
      tx,
      facts,
      'granted',
      { decided_day: ctx.today, second_reviewer: accountOf(ctx) },
      {
        public: caseNotes.note('granted', { permit: paper.number }),
        ...regraded(next),
      },
      ctx,
    )
  },
})

/** Pure: the permit's terms follow from the grade, the law of the case and the day. */
export function decideGrant(
  facts: LicenceFacts,
  { grade, gradeReason }: GrantInput,
  ctx: DecideContext,
): Decision<Granted> {
  const { proposal } = facts
  if (!proposal || !gradeLaw(facts, proposal.grade)) return refusedFor(gradeKnown(facts))
  const chosen = grade ?? proposal.grade
  const law = gradeLaw(facts, chosen)
  if (!law) return refusedFor([gradeUnknown(chosen)])
  const changed = chosen !== proposal.grade
  if (changed && gradeReason.length < 4) return refusedFor([gradeUnreasoned(proposal, chosen)])
  return granted({
    proposal,
    terms: permitTerms(law, ctx.today),
    gradeReason: changed ? gradeReason : '',
  })
}

/** The second reviewer confirms the proposed grade, or changes it with a reason of his own. */
function gradeUnreasoned(proposal: Proposal, chosen: string): Reason {
  const words = `初审建议 ${proposal.grade} 级。复核改为 ${chosen} 级的，请写明理由。`
  return reason('S2-037', 'grade-reason', words, 'gradeReason')
}

const gradeUnknown = (grade: string) =>
  reason('S2-037', 'unknown-grade', `本申请适用的规则没有 ${grade} 级。请重新选择等级。`, 'grade')

/** What officers read of a changed grade. */
function regraded({ proposal, terms, gradeReason }: Granted): Said {
  if (!gradeReason) return {}
  const { grade: from } = proposal
  return { inner: caseNotes.note('regraded', { from, to: terms.grade, why: gradeReason }) }
}

/** S2-046 what a special step is to find out must be known before anything is granted. */
function stepOpen(facts: LicenceFacts): Reason[] {
  if (openSteps(facts).length === 0) return []
  const words = '特殊环节还没有结束，不能准予许可。请退回初审，待环节结束后再办。'
  return [reason('S2-046', 'step-open', words)]
}

/** The permit's terms follow from a proposed grade that the case's rule set knows. */
function gradeKnown(facts: LicenceFacts): Reason[] {
  const { proposal } = facts
  if (!proposal) return [reason('S2-037', 'no-proposal', '还没有初审意见，不能复核。')]
  if (gradeLaw(facts, proposal.grade)) return []
  const words = `本申请适用的规则没有 ${proposal.grade} 级。请退回初审重新确定等级。`
  return [reason('S2-037', 'unknown-grade', words)]
}

/** C-37: the reviewers agree before a decision; otherwise the case goes back with the reason. */
function proposedOtherwise(facts: LicenceFacts): Reason[] {
  if (facts.proposal?.conclusion !== 'refuse') return []
  return [
    reason('S2-037', 'proposed-refusal', '初审意见是拟不予许可。如不同意，请写明原因退回初审。'),
  ]
}

import { z } from 'zod'
import { act, type DecideContext } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { issuePaper } from '#frame/papers/issue.ts'
import { unprintable } from '#frame/papers/unprintable.ts'
import { load, onCase, seen } from './act-parts.ts'
import { clockStands, openDelivery, writeClock } from './clock.ts'
import type { LicenceFacts } from './facts.ts'
import { nonAcceptanceFacts } from './notice-facts.ts'
import { notAcceptedNotice } from './notices.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { tellUnit } from './tell.ts'
import { moveCase } from './write-case.ts'

const input = z.strictObject({
  ...onCase,
  /** 行政许可法 32(1) no approval is needed; 32(2) another body decides. */
  kind: z.enum(['no-approval', 'elsewhere'], '请选择不予受理的情形'),
  reason: z.string().trim().min(4, '请写明不予受理的理由').max(1000, '理由最多 1000 个字'),
  /** Where to apply instead. */
  instead: z.string().trim().max(300, '办理去向最多 300 个字').default(''),
})
type Said = z.output<typeof input>

/** S2-034 《行政许可不予受理决定书》: not within the scope of the approval, with the reason and where to go. */
export const notInScopeAct = act({
  name: 'licence.not-in-scope',
  move: move('not-in-scope'),
  input,
  seen,
  load,
  ready: acceptedByLaw,
  decide: (facts, said) =>
    decided(
      [
        ...bodyUnnamed(said),
        ...unprintable(facts.coverage, [
          { at: 'reason', where: '“理由”', text: said.reason },
          { at: 'instead', where: '“办理去向”', text: said.instead },
        ]),
      ],
      () => said,
    ),
  async save(tx, facts, said, ctx) {
    await issuePaper(tx, await nonAcceptanceFacts(tx, facts, said, ctx), ctx)
    await writeClock(tx, facts, { kind: 'ended', day: ctx.today }, ctx)
    await openDelivery(tx, facts, ctx)
    await tellUnit(tx, facts, notAcceptedNotice, {}, ctx)
    const note = caseNotes.note('not-accepted', { kind: said.kind, why: said.reason })
    return moveCase(tx, facts, 'not-accepted', { decided_day: ctx.today }, { public: note }, ctx)
  },
})

/** 行政许可法 32(4) nobody answered in time: what the law has accepted is not turned away any more. */
function acceptedByLaw(facts: LicenceFacts, ctx: DecideContext): Reason[] {
  if (!clockStands(facts, ctx.today)?.deemed) return []
  return [
    reason(
      'S2-034',
      'accepted-by-law',
      '收到材料后没有在期限内答复，已自收到之日起视为受理，不能再不予受理。请按受理办理，问题在审查中提出。',
    ),
  ]
}

/** 行政许可法 32(2) whoever is sent elsewhere is told where. */
function bodyUnnamed({ kind, instead }: Said): Reason[] {
  if (kind !== 'elsewhere' || instead.length >= 4) return []
  return [
    reason(
      'S2-034',
      'body-unnamed',
      '不属于本机关职权范围的，应当告知申请人向哪个机关申请。请写明该机关的名称。',
      'instead',
    ),
  ]
}

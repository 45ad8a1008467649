import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { issuePaper } from '#frame/papers/issue.ts'
import { unprintable } from '#frame/papers/unprintable.ts'
import { accountOf, load, onCase, seen } from './act-parts.ts'
import { openDelivery, writeClock } from './clock.ts'
import type { LicenceFacts } from './facts.ts'
import { anotherPerson } from './four-eyes.ts'
import { refusedNotice } from './notices.ts'
import { refusalFacts } from './paper-facts.ts'
import { refusalInput, refusalPrinted } from './refusal-text.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { tellUnit } from './tell.ts'
import { moveCase } from './write-case.ts'

/** S2-039 refusal with facts, reasons and legal basis (行政许可法 38; C-24: any unmet condition). */
export const refuseAct = act({
  name: 'licence.refuse',
  move: move('refuse'),
  input: z.strictObject({ ...onCase, ...refusalInput }),
  seen,
  load,
  ready: (facts, ctx) => [...anotherPerson(facts, ctx), ...proposedOtherwise(facts)],
  decide: (facts, said) => decided(unprintable(facts.coverage, refusalPrinted(said)), () => said),
  async save(tx, facts, said, ctx) {
    const { facts: found, reasons, basis } = said
    const decision = { facts: found, reasons, basis }
    await issuePaper(tx, await refusalFacts(tx, facts, decision, ctx), ctx)
    await writeClock(tx, facts, { kind: 'ended', day: ctx.today }, ctx)
    await openDelivery(tx, facts, ctx)
    await tellUnit(tx, facts, refusedNotice, {}, ctx)
    return moveCase(
      tx,
      facts,
      'refused',
      { decided_day: ctx.today, second_reviewer: accountOf(ctx) },
      { public: caseNotes.note('refused', { reasons }) },
      ctx,
    )
  },
})

function proposedOtherwise(facts: LicenceFacts): Reason[] {
  if (facts.proposal?.conclusion !== 'grant') return []
  return [
    reason('S2-037', 'proposed-grant', '初审意见是拟准予许可。如不同意，请写明原因退回初审。'),
  ]
}

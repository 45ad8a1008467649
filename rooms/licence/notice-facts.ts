import { projectClock } from '#frame/calendar/clock.ts'
import type { Day } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { DecideContext } from '#frame/kernel/act.ts'
import type { PaperRequest } from '#frame/papers/issue.ts'
import { extensionOf } from './extension.ts'
import type { LicenceFacts } from './facts.ts'
import { caseFrame } from './papers/case-frame.ts'
import { basis, noApprovalNeeded, remedies } from './papers/legal-texts.ts'
import { licencePapers } from './papers/papers.ts'

type Papers = typeof licencePapers
type Request<K extends keyof Papers> = Promise<PaperRequest<Papers[K]['facts']>>

/** S2-034 《行政许可不予受理决定书》: reason, basis, where to go, remedies. In: what the window said. */
export async function nonAcceptanceFacts(
  tx: Tx,
  facts: LicenceFacts,
  said: { kind: 'no-approval' | 'elsewhere'; reason: string; instead: string },
  ctx: DecideContext,
): Request<'nonAcceptance'> {
  const { request, settings, onCase, receivedDay } = await caseFrame(tx, facts, ctx.today)
  const unneeded = said.kind === 'no-approval'
  return {
    ...request,
    kind: licencePapers.nonAcceptance,
    facts: {
      ...onCase,
      receivedDay,
      reasons: [said.reason],
      basis: [unneeded ? basis.noApproval : basis.elsewhere],
      instead: said.instead || (unneeded ? noApprovalNeeded : null),
      remedies: remedies(settings),
    },
  }
}

/** S2-045 《延长办理期限告知书》: reason, who approved, former and new due day. In: the reason. */
export async function extensionFacts(
  tx: Tx,
  facts: LicenceFacts,
  cause: string,
  ctx: DecideContext,
): Request<'extension'> {
  const { request, onCase, contact, acceptedDay } = await caseFrame(tx, facts, ctx.today)
  const { formerDueDay, dueDay } = dueDays(facts, ctx.today)
  return {
    ...request,
    kind: licencePapers.extension,
    facts: {
      ...onCase,
      contact,
      basis: basis.extend,
      acceptedDay,
      formerDueDay,
      dueDay,
      cause,
      approver: ctx.actor.name,
      approvedDay: ctx.today,
      extraDays: extensionOf(facts, ctx.today).days,
    },
  }
}

/** The due day as it stands and as the extension makes it. Errors: throws for a clock that does not run. */
function dueDays(facts: LicenceFacts, today: Day): { formerDueDay: Day; dueDay: Day } {
  const { clock } = facts
  if (!clock) throw new Error('an extension needs a clock')
  const { calendar, terms, entries } = clock
  const former = projectClock(calendar, terms, entries, today).dueDay
  const longer = [...entries, extensionOf(facts, today)]
  const next = projectClock(calendar, terms, longer, today).dueDay
  if (!former || !next) throw new Error('an extension needs a clock that runs')
  return { formerDueDay: former, dueDay: next }
}

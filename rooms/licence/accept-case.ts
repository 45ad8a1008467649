import { ruleSetOn } from '#frame/catalogue/stored-rule-sets.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { ActReply, SaveContext } from '#frame/kernel/act.ts'
import type { StepNote } from '#frame/kernel/step-note.ts'
import { issuePaper } from '#frame/papers/issue.ts'
import { writeClock } from './clock.ts'
import type { LicenceFacts } from './facts.ts'
import { acceptedNotice } from './notices.ts'
import { acceptanceFacts } from './paper-facts.ts'
import { caseNotes } from './step-notes.ts'
import { tellOfficers, tellUnit, waits } from './tell.ts'
import { moveCase } from './write-case.ts'

/**
 * Records an acceptance, by the window or by law: clock, rule set of the day, dated written proof, notices.
 * In: the clock's entry and what the applicant reads of it. A case accepted by law, also one the window
 * answers too late, counts from the day of receipt (行政许可法 32(4)).
 */
export async function acceptCase(
  tx: Tx,
  facts: LicenceFacts,
  kind: 'accepted' | 'deemedAccepted',
  said: StepNote | null,
  ctx: SaveContext,
): Promise<ActReply> {
  const clock = await writeClock(tx, facts, { kind, day: ctx.today }, ctx)
  const acceptedDay = clock.startDay ?? ctx.today
  await issuePaper(tx, await acceptanceFacts(tx, facts, clock, ctx), ctx)
  await tellUnit(tx, facts, acceptedNotice, { day: clock.dueDay ?? ctx.today }, ctx)
  await tellOfficers(tx, facts, 'customs-first', waits.first, ctx)
  // C-34 a case keeps the rule set of its acceptance day
  const rules = await ruleSetOn(tx, acceptedDay)
  return moveCase(
    tx,
    facts,
    'accepted',
    { accepted_day: acceptedDay, rule_set: rules.code, correction: null },
    { public: clock.deemed ? caseNotes.note('deemed', { day: acceptedDay }) : said },
    ctx,
  )
}

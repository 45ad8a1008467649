import { dayInWords } from '#frame/calendar/day.ts'
import { ruleSetOn } from '#frame/catalogue/stored-rule-sets.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { ActReply, SaveContext } from '#frame/kernel/act.ts'
import { issuePaper } from '#frame/papers/issue.ts'
import { writeClock } from './clock.ts'
import type { LicenceFacts } from './facts.ts'
import { acceptedNotice } from './notices.ts'
import { acceptanceFacts } from './paper-facts.ts'
import { tellOfficers, tellUnit } from './tell.ts'
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
  said: string,
  ctx: SaveContext,
): Promise<ActReply> {
  const clock = await writeClock(tx, facts, { kind, day: ctx.today }, ctx)
  const acceptedDay = clock.startDay ?? ctx.today
  await issuePaper(tx, await acceptanceFacts(tx, facts, clock, ctx), ctx)
  await tellUnit(tx, facts, acceptedNotice, dayInWords(clock.dueDay ?? ctx.today), ctx)
  await tellOfficers(tx, facts, 'customs-first', '初审', ctx)
  // C-34 a case keeps the rule set of its acceptance day
  const rules = await ruleSetOn(tx, acceptedDay)
  return moveCase(
    tx,
    facts,
    'accepted',
    { accepted_day: acceptedDay, rule_set: rules.code, correction: null },
    { public: clock.deemed ? deemedWords(acceptedDay) : said },
    ctx,
  )
}

const deemedWords = (day: string) =>
  `逾期未告知补正，自收到申请材料之日（${dayInWords(day)}）起即为受理，审批期限自该日起计算`

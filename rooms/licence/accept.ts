import { z } from 'zod'
import { dayInWords } from '#frame/calendar/day.ts'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { issuePaper } from '#frame/papers/issue.ts'
import { load, onCase, seen } from './act-parts.ts'
import { clockRefuses, writeClock } from './clock.ts'
import { acceptedNotice } from './notices.ts'
import { unscannedDocuments } from './rules.ts'
import { move } from './states.ts'
import { acceptanceFacts } from './paper-facts.ts'
import { tellOfficers, tellUnit } from './tell.ts'
import { moveCase } from './write-case.ts'

/** S2-029 complete and in legal form: accepted, with a dated written proof (行政许可法 32). */
export const acceptAct = act({
  name: 'licence.accept',
  move: move('accept'),
  input: z.strictObject(onCase),
  seen,
  load,
  ready: (facts, ctx) => [
    ...unscannedDocuments(facts.documents),
    ...clockRefuses(facts, { kind: 'accepted', day: ctx.today }, ctx.today),
  ],
  decide: (facts) => granted(facts),
  async save(tx, facts, _next, ctx) {
    const clock = await writeClock(tx, facts, { kind: 'accepted', day: ctx.today }, ctx)
    await issuePaper(tx, await acceptanceFacts(tx, facts, clock, ctx), ctx)
    await tellUnit(tx, facts, acceptedNotice, dayInWords(clock.dueDay ?? ctx.today), ctx)
    await tellOfficers(tx, facts, 'customs-first', '初审', ctx)
    return moveCase(
      tx,
      facts,
      'accepted',
      { accepted_day: ctx.today, correction: null },
      { public: '材料齐全，符合法定形式，予以受理' },
      ctx,
    )
  },
})

import { z } from 'zod'
import { dayInWords } from '#frame/calendar/day.ts'
import { act, type DecideContext } from '#frame/kernel/act.ts'
import { granted, reason, type Reason } from '#frame/kernel/reason.ts'
import { load, onCase, seen } from './act-parts.ts'
import { writeClock } from './clock.ts'
import type { LicenceFacts } from './facts.ts'
import { lapsedNotice } from './notices.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { tellUnit } from './tell.ts'
import { moveCase } from './write-case.ts'

/**
 * S2-033 the notice of corrections was not answered: the window ends the application after the last day to
 * answer. Nothing is decided about the articles; the unit may apply anew.
 */
export const lapseAct = act({
  name: 'licence.lapse',
  move: move('lapse'),
  input: z.strictObject(onCase),
  seen,
  load,
  ready: timeLeft,
  decide: (facts, _said, ctx) => granted(facts.correction?.answerBy ?? ctx.today),
  async save(tx, facts, answerBy, ctx) {
    await writeClock(tx, facts, { kind: 'ended', day: ctx.today }, ctx)
    await tellUnit(tx, facts, lapsedNotice, { day: answerBy }, ctx)
    const note = caseNotes.note('lapsed', { day: answerBy })
    return moveCase(tx, facts, 'lapsed', {}, { public: note }, ctx)
  },
})

/** The last day to answer belongs to the applicant. */
function timeLeft({ correction }: LicenceFacts, ctx: DecideContext): Reason[] {
  if (!correction || ctx.today > correction.answerBy) return []
  const words = `补正期限到${dayInWords(correction.answerBy)}（含当日）为止，还没有过。请等期限过后再登记。`
  return [reason('S2-033', 'answer-time-left', words)]
}

import { z } from 'zod'
import { yearOf } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import { act, type SaveContext } from '#frame/kernel/act.ts'
import { decided } from '#frame/kernel/reason.ts'
import { nextNumber } from '#frame/kernel/running-number.ts'
import { accountOf, load, onCase, seen } from './act-parts.ts'
import type { LicenceFacts } from './facts.ts'
import { writeClock } from './clock.ts'
import { submissionReasons } from './rules.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { tellWindow } from './tell.ts'
import { moveCase } from './write-case.ts'

/** S2-027 the applicant files what was filled in and uploaded; what is filed is kept as filed. */
export const submitAct = act({
  name: 'licence.submit',
  move: move('submit'),
  input: z.strictObject(onCase),
  seen,
  load,
  ready: (facts, ctx) => submissionReasons(facts, ctx.today),
  decide: (facts) => decided([], () => facts),
  async save(tx, facts, _next, ctx) {
    const number = facts.number ?? (await caseNumber(tx, ctx))
    await keepFiling(tx, facts, ctx)
    // 行政许可法 32: the time to accept or to ask for corrections begins with the day of receipt
    await writeClock(tx, facts, { kind: 'received', day: ctx.today }, ctx, number)
    await tellWindow(tx, facts, number, ctx)
    return moveCase(
      tx,
      facts,
      'pending',
      { number, submitted_by: accountOf(ctx), received_day: ctx.today },
      { public: facts.filings > 0 ? caseNotes.note('filed-again', {}) : null },
      ctx,
    )
  },
})

/** TS (特殊物品), year, running number: what people call the case by. */
async function caseNumber(tx: Tx, ctx: SaveContext): Promise<string> {
  const year = yearOf(ctx.today)
  const n = await nextNumber(tx, 'licence', year)
  return `TS${year}-${String(n).padStart(6, '0')}`
}

async function keepFiling(tx: Tx, facts: LicenceFacts, ctx: SaveContext): Promise<void> {
  await tx
    .insertInto('licence_filing')
    .values({
      unit_id: facts.subject.unitId!,
      case_id: facts.subject.id,
      n: facts.filings + 1,
      form: JSON.stringify(facts.form),
      lines: JSON.stringify(facts.lines),
      documents: JSON.stringify(facts.documents),
      filed_by: accountOf(ctx),
      filed_at: ctx.now,
    })
    .execute()
}

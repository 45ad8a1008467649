import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { personal } from '#frame/ledger/personal.ts'
import { issuePaper } from '#frame/papers/issue.ts'
import { settleCheck } from '#rooms/registration/public.ts'
import { placeOfRow } from './counter-rows.ts'
import type { CheckFacts, VisitRemark } from './facts.ts'
import { loadCheck } from './load-visit.ts'
import { completeNotice } from './notices.ts'
import { receiptFacts } from './receipt.ts'
import { isComplete, sheetReasons, stillAwaits, tickOf, wantingRows } from './rules.ts'
import { move } from './states.ts'
import { tellUnit } from './tell.ts'
import { moveVisit } from './write-visit.ts'

/**
 * S2-025, S2-129, S2-137 the visit ends: complete when all that must be looked at was seen, otherwise with
 * everything that is wanting, told at once. The registration follows in the same transaction, and the
 * receipt is issued.
 */
export const finishAct = act({
  name: 'visit.finish',
  move: move('finish'),
  input: z.strictObject({ id: z.uuid(), version: z.int().positive() }),
  seen: (input) => input.version,
  load: loadCheck,
  ready: (facts) => [...stillAwaits(facts.registration), ...sheetReasons(facts)],
  decide: (facts) => granted({ complete: isComplete(facts), remarks: remarksOf(facts) }),
  async save(tx, facts, { complete, remarks }, ctx) {
    const { subject, registration } = facts
    const paper = await issuePaper(tx, await receiptFacts(tx, facts, complete, ctx), ctx)
    const told = remarks.map(({ at, what }) => ({ at, what }))
    const outcome = { visitId: subject.id, complete, remarks: told, seen: seenFiles(facts) }
    await settleCheck(tx, registration.id, outcome, ctx)
    // what is wanting is told with the return of the registration
    if (complete) {
      const params = { day: ctx.today, number: registration.number ?? '' }
      await tellUnit(tx, facts, { kind: completeNotice, params }, ctx.now)
    }
    await countPhrases(
      tx,
      remarks.map((r) => r.what),
    )
    const recorded = told.map(({ at, what }) => ({ at, what: personal(what) }))
    ctx.record({ complete, remarks: recorded, receipt: paper.number })
    return moveVisit(
      tx,
      facts,
      complete ? 'complete' : 'incomplete',
      {
        remarks: JSON.stringify(remarks),
        sheet: JSON.stringify(facts.rows),
        receipt_id: paper.id,
        finished_at: ctx.now,
      },
      ctx,
    )
  },
})

/** All that is wanting, by the place where the unit mends it. */
function remarksOf(facts: CheckFacts): VisitRemark[] {
  return wantingRows(facts).map(({ row, tick }) => ({
    at: placeOfRow(row),
    where: row.title,
    what: tick.remark,
  }))
}

/** The copies that were looked at: the registration, locked by now, is asked whether they still stand. */
function seenFiles({ rows, ticks }: CheckFacts) {
  return rows.flatMap((row) => {
    const tick = tickOf(ticks, row)
    return tick ? [{ slot: row.slot, fileId: tick.fileId }] : []
  })
}

/** What is said often stands first in the phrase book. */
async function countPhrases(tx: Tx, said: readonly string[]): Promise<void> {
  if (said.length === 0) return
  await tx
    .updateTable('window_phrase')
    .set((e) => ({ used: e('used', '+', 1) }))
    .where('text', 'in', [...new Set(said)])
    .execute()
}

import { z } from 'zod'
import { act, type DecideContext } from '#frame/kernel/act.ts'
import { granted, reason, refusedFor, type Reason } from '#frame/kernel/reason.ts'
import { load, onCase, seen } from './act-parts.ts'
import type { Clearance, LicenceFacts } from './facts.ts'
import { inHandsOf } from './held.ts'
import { exceptionsOpen } from './prohibited.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { tellOfficers, waits } from './tell.ts'
import { moveCase } from './write-case.ts'

const input = z.strictObject({
  ...onCase,
  exception: z.string('请选择属于哪一种例外').min(1, '请选择属于哪一种例外').max(60),
  basis: z.string().trim().min(4, '请写明依据的文件').max(500, '依据最多 500 个字'),
})

/** S2-039, C-36 only the leader clears a prohibition of law, by naming the exception and what it rests on. */
export const clearProhibitionAct = act({
  name: 'licence.clear-prohibition',
  move: move('clear-prohibition'),
  input,
  seen,
  load,
  ready: nothingToClear,
  decide: (facts, said, ctx) => {
    const open = exceptionsOpen(facts, ctx.today)
    const named = open.find((one) => one.exception === said.exception)
    if (!named) return refusedFor(open.length > 0 ? [unknownException] : nothingToClear(facts, ctx))
    const { prohibition, exception } = named
    return granted<Clearance>({ prohibition, exception, basis: said.basis, day: ctx.today })
  },
  async save(tx, facts, clearance, ctx) {
    const role = inHandsOf[facts.subject.status]
    if (role) await tellOfficers(tx, facts, role, waits.cleared, ctx)
    const { exception, basis } = clearance
    return moveCase(
      tx,
      facts,
      facts.subject.status,
      { clearances: JSON.stringify([...facts.clearances, clearance]) },
      { public: caseNotes.note('cleared', { exception, basis }) },
      ctx,
    )
  },
})

function nothingToClear(facts: LicenceFacts, ctx: DecideContext): Reason[] {
  if (exceptionsOpen(facts, ctx.today).length > 0) return []
  const words = '本申请没有可以指明例外的法律禁止情形，不需要解除。'
  return [reason('S2-039', 'nothing-to-clear', words)]
}

const unknownException = reason(
  'S2-039',
  'unknown-exception',
  '法律没有规定这一种例外。请从列出的例外中选择。',
  'exception',
)

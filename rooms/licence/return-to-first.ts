import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { load, onCase, seen } from './act-parts.ts'
import { anotherPerson } from './four-eyes.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { tellOfficers, waits } from './tell.ts'
import { moveCase } from './write-case.ts'

/** S2-038 the second review sends the case back to the first, with the reason; the clock goes on (C-23). */
export const returnToFirstAct = act({
  name: 'licence.return-to-first',
  move: move('return-to-first'),
  input: z.strictObject({
    ...onCase,
    why: z.string().trim().min(4, '请写明退回原因').max(500, '最多 500 个字'),
  }),
  seen,
  load,
  ready: anotherPerson,
  decide: (_facts, said) => granted(said.why),
  async save(tx, facts, why, ctx) {
    await tellOfficers(tx, facts, 'customs-first', waits.returned, ctx)
    return moveCase(
      tx,
      facts,
      'accepted',
      { returns: facts.returns + 1 },
      { public: caseNotes.note('returned', {}), inner: caseNotes.note('own', { text: why }) },
      ctx,
    )
  },
})

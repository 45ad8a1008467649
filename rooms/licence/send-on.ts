import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { load, onCase, seen } from './act-parts.ts'
import { move } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { tellOfficers, waits } from './tell.ts'
import { moveCase } from './write-case.ts'

/** S2-036, C-23 the window has put right what the first review found, and sends the case on again. */
export const sendOnAct = act({
  name: 'licence.send-on',
  move: move('send-on'),
  input: z.strictObject({
    ...onCase,
    mended: z.string().trim().min(4, '请写明处理了什么').max(500, '处理情况最多 500 个字'),
  }),
  seen,
  load,
  decide: (_facts, said) => granted(said.mended),
  async save(tx, facts, mended, ctx) {
    await tellOfficers(tx, facts, 'customs-first', waits.sentOn, ctx)
    const note = caseNotes.note('sent-on', { mended })
    return moveCase(tx, facts, 'accepted', { window_return: null }, { public: note }, ctx)
  },
})

import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { load, onRegistration, seen } from './act-parts.ts'
import { move } from './states.ts'
import { registrationNotes } from './step-notes.ts'
import { moveRegistration } from './write-registration.ts'

/** The unit takes it back; what is in force stays as it is. */
export const withdrawAct = act({
  name: 'registration.withdraw',
  move: move('withdraw'),
  input: z.strictObject({
    ...onRegistration,
    why: z.string().trim().min(2, '请写明撤回原因').max(300, '撤回原因最多 300 个字'),
  }),
  seen,
  load,
  decide: (_facts, said) => granted(said.why),
  save: (tx, facts, why, ctx) =>
    moveRegistration(
      tx,
      facts,
      'withdrawn',
      { form: JSON.stringify(facts.form) },
      { public: registrationNotes.note('why', { text: why }) },
      ctx,
    ),
})

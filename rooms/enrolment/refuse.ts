import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { load, onRequest, seen, toTheRequester } from './act-parts.ts'
import { move } from './states.ts'
import { enrolmentNotes } from './step-notes.ts'
import { writeToRequester } from './tell.ts'
import { moveEnrolment, withoutNumber } from './write-enrolment.ts'

/** S2-066 no account, with the reasons; the requester may begin anew once they no longer hold. */
export const refuseAct = act({
  name: 'enrolment.refuse',
  move: move('refuse'),
  input: z.strictObject({ ...onRequest, why: toTheRequester('请写明不予通过的理由') }),
  seen,
  load,
  decide: (_facts, said) => granted(said.why),
  async save(tx, facts, why, ctx) {
    // the document stays, unlike with a request that lapses: it is the record of a decision
    const changes = {
      remarks: JSON.stringify([{ at: 'form', what: why }]),
      person_document: withoutNumber(facts.document),
      settled_by: ctx.actor.accountId,
      settled_at: ctx.now,
    }
    const note = enrolmentNotes.note('own', { text: why })
    const { step, ...reply } = await moveEnrolment(tx, facts, 'refused', changes, note, ctx)
    await writeToRequester(facts, step, ctx)
    return reply
  },
})

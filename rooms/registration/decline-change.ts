import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { load, onRegistration, seen, toTheUnit } from './act-parts.ts'
import { move } from './states.ts'
import { registrationNotes } from './step-notes.ts'
import { tellUnit, toldOf } from './tell.ts'
import { moveRegistration } from './write-registration.ts'

/** S2-135 the change is not approved, and the unit reads why. */
export const declineChangeAct = act({
  name: 'registration.decline-change',
  move: move('decline-change'),
  input: z.strictObject({ ...onRegistration, why: toTheUnit('请写明不批准的理由，单位将看到') }),
  seen,
  load,
  decide: (_facts, said) => granted(said.why),
  async save(tx, facts, why, ctx) {
    await tellUnit(tx, toldOf(facts), 'declined', why, ctx)
    const said = { public: registrationNotes.note('why', { text: why }) }
    return moveRegistration(tx, facts, 'declined', {}, said, ctx)
  },
})

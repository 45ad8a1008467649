import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { load, onRegistration, seen } from './act-parts.ts'
import { putInForce } from './put-in-force.ts'
import { standingDocuments } from './standing-documents.ts'
import { move } from './states.ts'
import { registrationNotes } from './step-notes.ts'
import { tellUnit, toldOf } from './tell.ts'
import { moveRegistration } from './write-registration.ts'

/**
 * S2-130, S2-138 the originals were found good and the account administrator passes: from this moment, and
 * not before, what the registration says is what every room relies on.
 */
export const passAct = act({
  name: 'registration.pass',
  move: move('pass'),
  input: z.strictObject({
    ...onRegistration,
    note: z.string().trim().max(500, '最多 500 个字，请缩短').optional(),
  }),
  seen,
  load,
  ready: (facts, ctx) => standingDocuments(facts, ctx.today),
  decide: (_facts, said) => granted(said.note),
  async save(tx, facts, note, ctx) {
    const n = await putInForce(tx, facts, ctx)
    await tellUnit(tx, toldOf(facts), 'passed', undefined, ctx)
    ctx.record({ number: facts.number, profile: n })
    const said = note ? { public: registrationNotes.note('own', { text: note }) } : {}
    return moveRegistration(tx, facts, 'passed', { form: JSON.stringify(facts.form) }, said, ctx)
  },
})

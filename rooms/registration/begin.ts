import { z } from 'zod'
import { takeOverFiles } from '#frame/files/take-over.ts'
import { act } from '#frame/kernel/act.ts'
import { granted, reason, type Reason } from '#frame/kernel/reason.ts'
import { accountOf } from './act-parts.ts'
import {
  addRegistration,
  loadForNew,
  noPerson,
  oneAtATime,
  type NewFacts,
} from './new-registration.ts'
import { move } from './states.ts'
import { registrationNotes } from './step-notes.ts'
import { beginsWith, contactSaidAt, lastTakenBack } from './taken-back.ts'

/**
 * S2-020, S2-072 a unit whose account is valid begins its registration, when none is under way. One that was
 * taken back goes on where it stood: its fields and its files are taken over.
 */
export const beginAct = act({
  name: 'registration.begin',
  move: move('begin'),
  input: z.strictObject({ unitId: z.uuid() }),
  load: loadForNew,
  ready: (facts) => [...noPerson(facts), ...notYet(facts), ...oneAtATime(facts)],
  decide: (facts) => granted(facts.unit),
  async save(tx, _facts, unit, ctx) {
    const back = await lastTakenBack(tx, unit.id)
    const reply = await addRegistration(
      tx,
      { unitId: unit.id, branchId: unit.branch.id },
      {
        about: 'first',
        status: 'filling',
        form: beginsWith(back, unit.profile, await contactSaidAt(tx, unit.id)),
        marks: back?.marks ?? {},
        createdBy: accountOf(ctx),
      },
      back ? { public: registrationNotes.note('takenOver', { number: back.number ?? '' }) } : {},
      ctx,
    )
    if (back) {
      const from = { unitId: unit.id, subject: 'registration', subjectId: back.id }
      ctx.record({ takenOver: back.id, files: await takeOverFiles(tx, from, reply.id, ctx) })
    }
    return reply
  },
})

function notYet({ unit }: NewFacts): Reason[] {
  if (unit.status === 'enrolled') return []
  return [
    reason(
      'S2-131',
      'registered-already',
      '本单位已经通过登记，不需要再次登记。登记信息有变化的，请申请变更。',
    ),
  ]
}

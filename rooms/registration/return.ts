import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { load, onRegistration, seen, toTheUnit } from './act-parts.ts'
import type { RegistrationFacts, Remark } from './facts.ts'
import { fieldOf } from './fields.ts'
import { contactSlots, registrationSlots } from './slots.ts'
import { move } from './states.ts'
import { registrationNotes } from './step-notes.ts'
import { tellUnit, toldOf } from './tell.ts'
import { moveRegistration } from './write-registration.ts'

const remark = z.strictObject({
  /** A field, 'slot.<code>', or 'form' for what was typed as a whole. */
  at: z.string().min(1, '请选择退回的位置').max(60),
  what: toTheUnit('请写明这一项要怎样改正'),
})

/** S2-130 it does not pass: every reason at once, each pinned to its field or document. */
export const returnAct = act({
  name: 'registration.return',
  move: move('return'),
  input: z.strictObject({
    ...onRegistration,
    remarks: z.array(remark).min(1, '请至少写明一项退回的原因').max(60, '一次最多 60 项'),
  }),
  seen,
  load,
  decide: (facts, said) => decided(remarkReasons(facts, said.remarks), () => said.remarks),
  async save(tx, facts, remarks, ctx) {
    await tellUnit(tx, toldOf(facts), 'returned', String(remarks.length), ctx)
    return moveRegistration(
      tx,
      facts,
      'returned',
      { remarks: JSON.stringify(remarks), checked_visit: null },
      { public: registrationNotes.note('returned', { n: remarks.length }) },
      ctx,
    )
  },
})

/** What stands against the places of the remarks. */
export function remarkReasons(
  { about }: Pick<RegistrationFacts, 'about'>,
  remarks: readonly Remark[],
): Reason[] {
  const slots = about === 'contact' ? contactSlots : registrationSlots
  const isPlace = (at: string) =>
    at === 'form' || fieldOf(at) !== undefined || slots.some((s) => `slot.${s.code}` === at)
  return remarks
    .filter(({ at }) => !isPlace(at))
    .map(({ at }) =>
      reason(null, 'no-such-place', `登记中没有“${at}”这一项，请重新选择退回的位置。`, at),
    )
}

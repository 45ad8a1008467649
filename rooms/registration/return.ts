import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { load, onRegistration, seen, toTheUnit } from './act-parts.ts'
import { contactWay } from './contact-way.ts'
import type { RegistrationFacts, RegistrationKind, Remark } from './facts.ts'
import { fieldOf } from './fields.ts'
import { fieldsOfKind } from './fields-of-kind.ts'
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

/** What stands against the places of the remarks: none of them, or one the unit could not mend there. */
export function remarkReasons(
  { about }: Pick<RegistrationFacts, 'about'>,
  remarks: readonly Remark[],
): Reason[] {
  return [...unknownPlaces(about, remarks), ...remarks.flatMap(({ at }) => outOfReach(about, at))]
}

function unknownPlaces(about: RegistrationKind, remarks: readonly Remark[]): Reason[] {
  const slots = about === 'contact' ? contactSlots : registrationSlots
  const isPlace = (at: string) =>
    at === 'form' || fieldOf(at) !== undefined || slots.some((s) => `slot.${s.code}` === at)
  return remarks
    .filter(({ at }) => !isPlace(at))
    .map(({ at }) =>
      reason(null, 'no-such-place', `登记中没有“${at}”这一项，请重新选择退回的位置。`, at),
    )
}

/** What this kind of registration cannot touch would come back unchanged: it goes its own way instead. */
function outOfReach(about: RegistrationKind, at: string): Reason[] {
  const field = fieldOf(at)
  if (!field || fieldsOfKind(about).includes(field)) return []
  const title = field.title.zh
  const way = contactWay(at)
  return [
    way
      ? reason(
          way.duty,
          'contact-elsewhere',
          `登记变更中不能改动“${title}”，退回后单位无法修改。请删去这一项，另行告知单位：${way.words}`,
          at,
        )
      : reason(
          'S2-131',
          'contact-alone',
          `更换联系人只涉及联系人、手机号码、电子邮件和三份盖章材料，退回后单位无法修改“${title}”。请删去这一项，另行告知单位在办结后申请变更登记。`,
          at,
        ),
  ]
}

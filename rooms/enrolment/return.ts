import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { load, onRequest, seen, toTheRequester } from './act-parts.ts'
import type { EnrolmentFacts, Remark } from './facts.ts'
import { fieldsOf } from './forms.ts'
import { slotOf } from './slots.ts'
import { move } from './states.ts'
import { enrolmentNotes } from './step-notes.ts'
import { writeToRequester } from './tell.ts'
import { moveEnrolment } from './write-enrolment.ts'

/** S2-066 something must be mended: every reason at once, each at its field or document. */
export const returnAct = act({
  name: 'enrolment.return',
  move: move('return'),
  input: z.strictObject({
    ...onRequest,
    remarks: z
      .array(
        z.strictObject({
          /** A field, 'slot.<code>', or 'form' for the request as a whole. */
          at: z.string().min(1, '请选择需要修改的位置').max(60),
          what: toTheRequester('请写明这一项要怎样修改'),
        }),
      )
      .min(1, '请至少写明一项需要修改的内容')
      .max(20, '一次最多 20 项'),
  }),
  seen,
  load,
  decide: (facts, said) => decided(unknownPlaces(facts, said.remarks), () => said.remarks),
  async save(tx, facts, remarks, ctx) {
    const changes = { remarks: JSON.stringify(remarks) }
    const note = enrolmentNotes.note('returned', { n: remarks.length, remarks })
    const { step, ...reply } = await moveEnrolment(tx, facts, 'returned', changes, note, ctx)
    await writeToRequester(facts, step, ctx)
    return reply
  },
})

function unknownPlaces(
  { kind }: Pick<EnrolmentFacts, 'kind'>,
  remarks: readonly Remark[],
): Reason[] {
  const isPlace = (at: string) =>
    at === 'form' ||
    at === `slot.${slotOf[kind].code}` ||
    fieldsOf(kind).some((field) => field.name === at)
  return remarks
    .filter(({ at }) => !isPlace(at))
    .map(({ at }) =>
      reason(null, 'no-such-place', `申请表中没有“${at}”这一项，请重新选择需要修改的位置。`, at),
    )
}

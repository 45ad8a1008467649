import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { decided, type Decision } from '#frame/kernel/reason.ts'
import { accountOf } from './act-parts.ts'
import { askedFor, changeReasons } from './change-rules.ts'
import type { ChangeItem } from './facts.ts'
import {
  addRegistration,
  loadForNew,
  noPerson,
  oneAtATime,
  registeredAlready,
  type NewFacts,
} from './new-registration.ts'
import { registrationNumber } from './number.ts'
import { move } from './states.ts'
import { registrationNotes } from './step-notes.ts'
import { tellKeepers } from './tell.ts'

const item = z.strictObject({
  /** A field of the form, or 'slot.<code>' for a document that is renewed. */
  field: z.string().max(60),
  // S2-134 变更后信息
  after: z.string().trim().min(1, '请填写变更后的信息').max(2000, '最多 2000 个字，请缩短'),
})

const input = z.strictObject({
  unitId: z.uuid(),
  // S2-133 变更原因, in detail
  reason: z.string().trim().min(6, '请详细填写变更原因，至少 6 个字').max(1000, '最多 1000 个字'),
  items: z.array(item).min(1, '请至少列出一项变更事项').max(30, '一次最多 30 项'),
})
export type AskedChange = z.output<typeof input>

/** S2-131, S2-132, S2-144 a unit asks for a change of what is in force; nothing is open before it is approved. */
export const askChangeAct = act({
  name: 'registration.ask-change',
  move: move('ask-change'),
  input,
  load: loadForNew,
  ready: (facts) => [...noPerson(facts), ...registeredAlready(facts), ...oneAtATime(facts)],
  decide: decideChange,
  async save(tx, { unit }, { reason, items }, ctx) {
    const number = await registrationNumber(tx, 'change', ctx.today)
    const place = { unitId: unit.id, branchId: unit.branch.id }
    const reply = await addRegistration(
      tx,
      place,
      {
        about: 'change',
        status: 'asked',
        form: unit.profile,
        number,
        reason,
        items,
        createdBy: accountOf(ctx),
      },
      { public: registrationNotes.note('asked', { n: items.length, why: reason }) },
      ctx,
    )
    const told = { about: 'change', number, unitName: unit.nameZh, ...place } as const
    await tellKeepers(tx, { ...told, id: reply.id }, 'asked', ctx)
    ctx.record({ number, fields: items.map((i) => i.field) })
    return reply
  },
})

/** Pure: what is asked for, with what is in force before each item. */
export function decideChange(
  { unit }: Pick<NewFacts, 'unit'>,
  said: AskedChange,
): Decision<{ reason: string; items: ChangeItem[] }> {
  const items = askedFor(unit, said.items)
  return decided(changeReasons(items), () => ({ reason: said.reason, items }))
}

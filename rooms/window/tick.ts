import { z } from 'zod'
import { act, type ActReply } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { personal } from '#frame/ledger/personal.ts'
import { unprintable } from '#frame/papers/unprintable.ts'
import { rowOfField } from './counter-rows.ts'
import type { CheckFacts, Tick } from './facts.ts'
import { loadCheck } from './load-visit.ts'
import { move } from './states.ts'
import { moveVisit } from './write-visit.ts'

const tickInput = z.strictObject({
  id: z.uuid(),
  /** The row of the sheet. */
  slot: z.string().max(60),
  /** Null takes a tick back. */
  outcome: z.enum(['seen', 'wanting']).nullable(),
  remark: z.string().trim().max(300, '最多 300 个字，请缩短').default(''),
  /** When the tick was made that the officer saw on this row; null where he saw none. */
  was: z.iso.datetime().nullable(),
})
type TickInput = z.output<typeof tickInput>

/** The visit as it now is, and when this row was ticked. */
export interface TickReply extends ActReply {
  tickedAt: string | null
}

/**
 * S2-025 the original of one document was seen and agrees with the sealed copy, or something is wanting:
 * kept at once with who and when, so that nothing is lost when the officer is interrupted.
 */
export const tickAct = act<CheckFacts, TickInput, TickInput, TickReply>({
  name: 'visit.tick',
  move: move('tick'),
  input: tickInput,
  load: loadCheck,
  decide: (facts, said) =>
    decided(
      [
        ...unknownRow(facts, said),
        ...tickedSince(facts, said),
        ...unprintable(facts.coverage, [
          { at: `row.${said.slot}`, where: '“说明”', text: said.remark },
        ]),
      ],
      () => said,
    ),
  async save(tx, facts, said, ctx) {
    const { unitId, id: visitId } = facts.subject
    const key = { unit_id: unitId, visit_id: visitId, slot: said.slot }
    await tx
      .deleteFrom('window_tick')
      .where('unit_id', '=', unitId)
      .where('visit_id', '=', visitId)
      .where('slot', '=', said.slot)
      .execute()
    if (said.outcome !== null)
      await tx
        .insertInto('window_tick')
        .values({
          ...key,
          outcome: said.outcome,
          remark: said.outcome === 'wanting' ? said.remark : '',
          by_account: ctx.actor.accountId!,
          by_name: ctx.actor.name,
          at: ctx.now,
          file_id: facts.rows.find((r) => r.slot === said.slot)?.file?.id ?? null,
        })
        .execute()
    const remark = said.remark === '' ? {} : { remark: personal(said.remark) }
    ctx.record({ slot: said.slot, outcome: said.outcome, ...remark })
    const reply = await moveVisit(tx, facts, 'present', {}, ctx)
    return { ...reply, tickedAt: said.outcome === null ? null : ctx.now.toISOString() }
  },
})

function unknownRow({ rows, fields }: CheckFacts, { slot }: TickInput): Reason[] {
  if (rows.some((row) => row.slot === slot)) return []
  if (fields.some(({ name }) => rowOfField(name) === slot)) return []
  return [
    reason(
      'S2-025',
      'no-such-row',
      '这件登记的材料清单中没有这一项，可能刚刚有改动。请刷新后再核对。',
      `row.${slot}`,
    ),
  ]
}

/** Two officers at one visit: neither overwrites the other unseen. */
function tickedSince({ ticks }: CheckFacts, { slot, was }: TickInput): Reason[] {
  const now = ticks.find((t) => t.slot === slot)
  if (sameTick(now, was)) return []
  const what = now ? `${now.byName}刚把这一项${words[now.outcome]}` : '这一项的标记刚被取消'
  return [reason(null, 'ticked-since', `${what}。请刷新后核对，需要时再改。`, `row.${slot}`)]
}

const words = { seen: '标为“原件已见”', wanting: '标为“缺或不符”' } as const

function sameTick(now: Tick | undefined, was: string | null): boolean {
  if (!now || was === null) return !now && was === null
  return now.at.getTime() === new Date(was).getTime()
}

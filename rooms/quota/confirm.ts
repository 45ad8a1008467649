import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { absent, decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { issuePaper } from '#frame/papers/issue.ts'
import { unprintable } from '#frame/papers/unprintable.ts'
import { post, type Change } from './balance.ts'
import type { AskedLine, WriteOffFacts } from './facts.ts'
import { loadWriteOff } from './load-permit.ts'
import { permitHolds } from './rules.ts'
import { quotaReaders, writeOffMove } from './states.ts'
import { tellConfirmed } from './tell.ts'
import { confirmationFacts } from './paper-facts.ts'

const found = z.strictObject({
  n: z.int().positive(),
  actual: z.int('实际数量应为整数').nonnegative('实际数量不能小于 0'),
})

/** What the port officer says: the quantity really found on each line. */
export const confirmInput = z.strictObject({
  id: z.uuid(),
  version: z.int().positive(),
  lines: z.array(found).min(1).max(2000),
  note: z.string().trim().max(300, '最多 300 个字').default(''),
})
type ConfirmInput = z.output<typeof confirmInput>

/** S2-009 the port confirms the actual quantity: consumed, and the rest of the reservation released. */
export const confirmAct = act({
  name: 'write-off.confirm',
  move: writeOffMove('confirm'),
  input: confirmInput,
  seen: (input) => input.version,
  async load(tx, input, ctx): Promise<WriteOffFacts> {
    const facts = await loadWriteOff(tx, input.id)
    if (!facts || !within(reachOf(ctx.actor, quotaReaders), facts.subject)) throw absent()
    return facts
  },
  ready: (facts, ctx) => permitHolds(facts.permit, ctx.today),
  decide: (facts, said) =>
    decided(
      [
        ...mismatches(facts, said),
        ...unprintable(facts.coverage, [{ at: 'note', where: '“查验说明”', text: said.note }]),
      ],
      () => said,
    ),
  async save(tx, facts, said, ctx) {
    const { subject, permit } = facts
    const unitId = subject.unitId!
    const usedUp = usesUp(facts, said)
    await post(tx, changesOf(facts, said), ctx.now, ctx.eventId)
    for (const { n, actual } of said.lines)
      await tx
        .updateTable('write_off_line')
        .set({ actual })
        .where('unit_id', '=', unitId)
        .where('write_off_id', '=', subject.id)
        .where('n', '=', n)
        .execute()
    await tx
      .updateTable('write_off')
      .set({
        status: 'confirmed',
        version: subject.version + 1,
        confirmed_by: ctx.actor.accountId,
        confirmed_day: ctx.today,
        note: said.note,
        audit_event_id: ctx.eventId,
      })
      .where('unit_id', '=', unitId)
      .where('id', '=', subject.id)
      .execute()
    await tx
      .updateTable('permit')
      .set({
        version: permit.subject.version + 1,
        status: usedUp ? 'used-up' : permit.subject.status,
        audit_event_id: ctx.eventId,
      })
      .where('unit_id', '=', unitId)
      .where('id', '=', permit.subject.id)
      .execute()
    await issuePaper(tx, await confirmationFacts(tx, facts, said, ctx), ctx)
    await tellConfirmed(tx, facts, ctx)
    ctx.record({ permit: permit.number, writeOff: facts.number, lines: said.lines })
    return { id: subject.id, status: 'confirmed', version: subject.version + 1 }
  },
})

/** Every asked line is answered once, with no more than was asked for. */
function mismatches({ asked, permit }: WriteOffFacts, said: ConfirmInput): Reason[] {
  const missing = asked
    .filter((a) => said.lines.filter((l) => l.n === a.n).length !== 1)
    .map((a) =>
      reason(null, 'line-unanswered', `第 ${a.n} 行物品应填写一次实际数量。`, `lines.${a.n}`),
    )
  const beyond = said.lines.flatMap((l) =>
    beyondAsked(
      l,
      asked.find((a) => a.n === l.n),
      permit.lines.find((p) => p.n === l.n)?.packUnit ?? '',
    ),
  )
  const nothing = said.lines.every((l) => l.actual === 0)
    ? [
        reason(
          'S2-041',
          'nothing-found',
          '各行实际数量均为 0，没有可核销的物品。请核对后填写实际数量。',
        ),
      ]
    : []
  return [...missing, ...beyond, ...nothing]
}

function beyondAsked(
  line: { n: number; actual: number },
  ask: AskedLine | undefined,
  unit: string,
): Reason[] {
  if (!ask)
    return [
      reason(null, 'line-not-asked', `第 ${line.n} 行物品不在这次核销申请中。`, `lines.${line.n}`),
    ]
  if (line.actual <= ask.requested) return []
  return [
    reason(
      'S2-009',
      'above-request',
      `第 ${line.n} 行实际 ${line.actual} ${unit}，超过申请核销的 ${ask.requested} ${unit}。超出部分未获核销，请按查验不符处理。`,
      `lines.${line.n}`,
    ),
  ]
}

function changesOf({ subject, permit, asked }: WriteOffFacts, said: ConfirmInput): Change[] {
  const at = { unitId: subject.unitId!, permitId: permit.subject.id, writeOffId: subject.id }
  return asked.flatMap((ask) => {
    const actual = said.lines.find((l) => l.n === ask.n)?.actual ?? 0
    return [
      { ...at, n: ask.n, kind: 'consume' as const, quantity: actual },
      { ...at, n: ask.n, kind: 'release' as const, quantity: ask.requested - actual },
    ]
  })
}

/** Whether nothing is left: all used, or a permit that is written off only once. */
function usesUp({ permit }: WriteOffFacts, said: ConfirmInput): boolean {
  if (!permit.inBatches) return true
  return permit.lines.every(
    (l) => l.used + (said.lines.find((s) => s.n === l.n)?.actual ?? 0) === l.approved,
  )
}

import { dayInWords, type Day } from '#frame/calendar/day.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import { available, type AskedLine, type PermitFacts } from './facts.ts'

/** S2-009 a permit lets through only while it holds: through its last day, that day included. */
export function permitHolds(permit: PermitFacts, today: Day): Reason[] {
  if (today <= permit.validThrough) return []
  return [
    reason(
      'S2-009',
      'expired',
      `审批单 ${permit.number} 的有效期至${dayInWords(permit.validThrough)}，已经过期。请重新申请审批。`,
    ),
  ]
}

/** 160号令 第十四条: a permit that is not in batches is written off once. */
export function onceOnly(permit: PermitFacts): Reason[] {
  if (permit.inBatches || permit.writeOffs === 0) return []
  return [
    reason(
      'S2-009',
      'once-only',
      `审批单 ${permit.number} 为 ${permit.grade} 级，只能一次核销，不得分批，且已申请过核销。`,
    ),
  ]
}

/** Each asked line exists, once, and asks no more than its balance. */
export function withinBalance(
  permit: PermitFacts,
  asked: readonly Pick<AskedLine, 'n' | 'requested'>[],
): Reason[] {
  const seen = new Set<number>()
  return asked.flatMap((ask, i) => {
    const at = `lines.${i}.requested`
    const line = permit.lines.find((l) => l.n === ask.n)
    if (!line)
      return [reason(null, 'no-such-line', `审批单没有第 ${ask.n} 行物品，请重新选择。`, at)]
    if (seen.has(ask.n))
      return [reason(null, 'line-twice', `第 ${ask.n} 行物品列了两次，请合并数量。`, at)]
    seen.add(ask.n)
    const left = available(line)
    if (ask.requested <= left) return []
    return [
      reason(
        'S2-041',
        'above-balance',
        `“${line.nameZh}”申请核销 ${ask.requested} ${line.packUnit}，可用余额只有 ${left} ${line.packUnit}（批准 ${line.approved}，已预留 ${line.reserved}，已核销 ${line.used}）。请减少数量。`,
        at,
      ),
    ]
  })
}

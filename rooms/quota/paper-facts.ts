import { dayInWords, type Day } from '#frame/calendar/day.ts'
import type { PaperRequest } from '#frame/papers/issue.ts'
import type { WriteOffFacts } from './facts.ts'

/** Facts of the write-off confirmation, frozen when the port confirms. */
export function confirmationFacts(
  facts: WriteOffFacts,
  said: { lines: readonly { n: number; actual: number }[]; note: string },
  today: Day,
): PaperRequest {
  const { permit, subject } = facts
  return {
    unitId: subject.unitId!,
    branchId: subject.branchId!,
    subject: { kind: 'write-off', id: subject.id },
    kind: 'write-off',
    recipient: permit.number,
    facts: {
      permitNumber: permit.number,
      writeOffNumber: facts.number,
      confirmedDay: dayInWords(today),
      lines: facts.asked.map((a) => {
        const line = permit.lines.find((l) => l.n === a.n)
        return {
          nameZh: line?.nameZh ?? '',
          nameEn: line?.nameEn ?? '',
          packUnit: line?.packUnit ?? '',
          batchNo: a.batchNo,
          requested: a.requested,
          actual: said.lines.find((s) => s.n === a.n)?.actual ?? 0,
        }
      }),
      note: said.note,
    },
  }
}

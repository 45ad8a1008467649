import { approvalSlots } from './approval-slots.ts'
import { askOf } from './ask-of.ts'
import type { LicenceFacts } from './facts.ts'
import { reportSlots } from './report-slots.ts'
import type { CaseSlot, SlotAsked } from './slot.ts'

/** The documents of 附件2 三, in the order the guide prints them. */
export const caseSlots: readonly CaseSlot[] = [...approvalSlots, ...reportSlots]

/** The slot of a code, or undefined. */
export function slotOf(code: string): CaseSlot | undefined {
  return caseSlots.find((slot) => slot.code === code)
}

/** A slot as one case sees it. */
export interface SlotShown {
  slot: CaseSlot
  asked: NonNullable<SlotAsked>
}

/** The slots of a case: those it is asked for, those that hold a file already, those a correction names. */
export function shownFor(facts: LicenceFacts): SlotShown[] {
  const ask = askOf(facts)
  const kept = new Set(facts.documents.map((d) => d.slot))
  for (const { at } of facts.correction?.items ?? []) kept.add(at.replace(/^slot\./, ''))
  const shown = caseSlots.flatMap((slot) => {
    const asked = slot.asked(ask) ?? (kept.has(slot.code) ? noLonger : null)
    return asked && !isSpare(slot, kept) ? [{ slot, asked }] : []
  })
  // what must be brought stands first, each half in the guide's order
  return [...shown.filter((s) => s.asked.required), ...shown.filter((s) => !s.asked.required)]
}

/** S2-162 one free place is enough to look at; the next opens when it is filled. */
function isSpare({ code }: CaseSlot, kept: ReadonlySet<string>): boolean {
  const before = { 'other-2': 'other', 'other-3': 'other-2' }[code]
  return before !== undefined && !kept.has(before) && !kept.has(code)
}

const noLonger: NonNullable<SlotAsked> = {
  required: false,
  why: {
    zh: '按现在的填写，申请不要求这份文件。',
    en: 'As the form stands, it is not asked for.',
  },
}

import { validity } from '#frame/calendar/periods.ts'
import type { Day } from '#frame/calendar/day.ts'

/** How a permit may be used, by its grade. */
export interface PermitTerms {
  grade: string
  issuedDay: Day
  /** Last day on which it holds, that day included. */
  validThrough: Day
  inBatches: boolean
}

// 160号令 第十四条: A three months and once, B six, C and D twelve, in batches.
const byGrade: Record<string, { months: number; inBatches: boolean }> = {
  A: { months: 3, inBatches: false },
  B: { months: 6, inBatches: true },
  C: { months: 12, inBatches: true },
  D: { months: 12, inBatches: true },
}

/**
 * The terms of a permit of a grade issued on a day: months by 民法典 201–202, so one of 3 months issued
 * 2026-11-30 holds through 2027-02-28. Errors: throws for an unknown grade, a fault of the caller.
 */
export function permitTerms(grade: string, issuedDay: Day): PermitTerms {
  const terms = byGrade[grade]
  if (!terms) throw new Error(`no terms for grade ${grade}`)
  const validThrough = validity(issuedDay, { months: terms.months }).to
  return { grade, issuedDay, validThrough, inBatches: terms.inBatches }
}

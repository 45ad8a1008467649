import { validity } from '#frame/calendar/periods.ts'
import type { Day } from '#frame/calendar/day.ts'

/** How a permit may be used. */
export interface PermitTerms {
  grade: string
  issuedDay: Day
  /** Last day on which it holds, that day included. */
  validThrough: Day
  inBatches: boolean
}

/** What the law in force says of a grade. */
export interface GradeLaw {
  grade: string
  /** Validity in calendar months. */
  months: number
  inBatches: boolean
}

/**
 * The terms of a permit issued on a day: months by 民法典 201–202, so one of 3 months issued 2026-11-30
 * holds through 2027-02-28. In: what the dated law says of the grade.
 */
export function permitTerms(law: GradeLaw, issuedDay: Day): PermitTerms {
  const { grade, months, inBatches } = law
  return { grade, issuedDay, validThrough: validity(issuedDay, { months }).to, inBatches }
}

import type { Day } from '#frame/calendar/day.ts'
import type { Facts, Subject } from '#frame/kernel/act.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { Coverage } from '#frame/papers/coverage.ts'

/** One line of a permit with its balance, in packing units. */
export interface PermitLine {
  n: number
  nameZh: string
  nameEn: string
  specification: string
  packUnit: string
  approved: number
  reserved: number
  used: number
}

/** What may still be asked for on a line. */
export const available = (line: PermitLine) => line.approved - line.reserved - line.used

/** A permit and its lines, locked for an act. */
export interface PermitFacts extends Facts {
  subject: Subject
  number: string
  grade: string
  issuedDay: Day
  validThrough: Day
  inBatches: boolean
  lines: readonly PermitLine[]
  /** Write-offs asked for so far. */
  writeOffs: number
}

/** What a request for a write-off knows. */
export interface RequestFacts extends PermitFacts {
  /** Name of the port asked for; null when the list of the day has it not. */
  port: Words | null
}

/** One line of a write-off as asked for. */
export interface AskedLine {
  n: number
  requested: number
  batchNo: string
  /** As found at the port; null until confirmed. */
  actual: number | null
}

/** A write-off with the permit it draws on. */
export interface WriteOffFacts extends Facts {
  subject: Subject
  permit: PermitFacts
  number: string
  asked: readonly AskedLine[]
  /** What the fonts of the papers can draw at the moment of the act. */
  coverage: Coverage
}

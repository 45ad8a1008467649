import type { Day } from '#frame/calendar/day.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { RegistrationKind } from './facts.ts'
import type { RegistrationStatus } from './states.ts'

/** One document to be shown at the window. */
export interface CheckRow {
  slot: string
  title: Words
  duty: string
  required: boolean
  /** The scan the original is compared with; null where none was brought. */
  file: { id: string; name: string; version: number; href: string; usable: boolean } | null
  /** True where the scan is one already in force, not a new one. */
  inForce: boolean
}

/** S2-025 what is looked at when originals and sealed copies are shown. */
export interface CheckSheet {
  unitId: string
  branchId: string
  unitName: string
  number: string | null
  kind: RegistrationKind
  status: RegistrationStatus
  version: number
  handInBy: Day | null
  rows: CheckRow[]
}

/** The sheet of a registration for the counter. Out: null when there is no such registration. */
export function checkSheet(
  _db: Database | Tx,
  _registrationId: string,
  _today: Day,
): Promise<CheckSheet | null> {
  return Promise.reject(new Error('to follow'))
}

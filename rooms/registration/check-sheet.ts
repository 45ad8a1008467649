import type { Day } from '#frame/calendar/day.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { datesWords } from './dates-words.ts'
import type { RegistrationFacts, RegistrationKind } from './facts.ts'
import { loadRegistration } from './load-registration.ts'
import { allSlots } from './shown-slots.ts'
import type { RegistrationStatus } from './states.ts'
import { typedFields, type TypedField } from './typed-fields.ts'

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
  /** S2-129 from when until when its certificate holds, as typed; absent where it has no dates. */
  valid?: Words
}

/** S2-025, S2-143 what is looked at when originals and sealed copies are shown. */
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
  /** What was typed, to be held against the originals. */
  fields: TypedField[]
}

/**
 * The sheet of a registration for the counter; a change brings the same materials as a registration
 * (S2-137). Out: null when there is no such registration; whether one may see it is the caller's to ask.
 */
export async function checkSheet(
  db: Database | Tx,
  registrationId: string,
  today: Day,
): Promise<CheckSheet | null> {
  const facts = await loadRegistration(db, registrationId, today)
  if (!facts) return null
  const { subject, unit, number, about, handInBy } = facts
  return {
    unitId: subject.unitId,
    branchId: subject.branchId,
    unitName: unit.nameZh,
    number,
    kind: about,
    status: subject.status,
    version: subject.version,
    handInBy,
    rows: sheetRows(facts),
    fields: typedFields(facts),
  }
}

/** Pure: every document that must be shown or was brought. */
export function sheetRows(facts: RegistrationFacts): CheckRow[] {
  return allSlots(facts).flatMap(({ code, title, duties, required, dated }) => {
    const file = facts.documents.find((d) => d.slot === code)
    const duty = duties.find((d) => d.required) ?? duties[0]
    if (!duty || (!file && !required)) return []
    return [
      {
        slot: code,
        title,
        duty: duty.duty,
        required,
        file: file ? scanOf(file) : null,
        inForce: file?.inForce ?? false,
        ...(dated ? { valid: datesWords(facts.form.documentDates?.[code]) } : {}),
      },
    ]
  })
}

const scanOf = (file: RegistrationFacts['documents'][number]) => ({
  id: file.fileId,
  name: file.name,
  version: file.version,
  href: `/api/file-versions/${file.fileId}`,
  usable: file.usable,
})

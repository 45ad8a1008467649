import { coverageNow } from '#frame/papers/held-coverage.ts'
import type { FieldMark } from '#frame/kernel/field-changes.ts'
import type { Day } from '#frame/calendar/day.ts'
import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import { currentFiles, filesByIds } from '#frame/files/stored-files.ts'
import { effectiveForm, touchedPlaces } from './effective-form.ts'
import type {
  ChangeItem,
  CountedDocument,
  RegisteredUnit,
  RegistrationFacts,
  RegistrationKind,
  Remark,
} from './facts.ts'
import { registrationForm } from './forms.ts'
import { lockUnit, registeredUnit } from './registered-unit.ts'
import { registrationLife, type RegistrationStatus } from './states.ts'

/**
 * Everything the acts and pages of this room know of one registration. In: its id, the day it is seen on,
 * and whether to lock it, and its unit, for an act. Out: null when there is none.
 */
export async function loadRegistration(
  tx: Tx | Database,
  id: string,
  today: Day,
  lock = false,
): Promise<RegistrationFacts | null> {
  const row = lock ? await lockedRow(tx as Tx, id) : await rowOf(tx, id)
  if (!row) return null
  const about = row.kind as RegistrationKind
  const unit = (await registeredUnit(tx, row.unit_id))!
  const status = row.status as RegistrationStatus
  const [items, marks] = [row.items as ChangeItem[], row.form_marks as Record<string, FieldMark>]
  const stored = registrationForm.parse(row.form)
  const touched = touchedPlaces(about, items, marks)
  return {
    subject: {
      kind: 'registration',
      id,
      unitId: row.unit_id,
      branchId: row.branch_id,
      status,
      version: row.version,
    },
    about,
    number: row.number,
    unit,
    // what ended stays as it was then
    form: isOver(status) ? stored : effectiveForm({ about, form: stored, touched }, unit.profile),
    marks,
    reason: row.reason,
    items,
    remarks: row.remarks as Remark[],
    submittedDay: row.submitted_day,
    handInBy: row.hand_in_by,
    documents: await countedDocuments(tx, unit, { id, about, status }),
    settings: await settingsOn(tx, today),
    coverage: coverageNow(),
  }
}

/** Whether a registration has come to an end. */
export function isOver(status: RegistrationStatus): boolean {
  return registrationLife.statuses[status].end === true
}

function rowOf(tx: Tx | Database, id: string) {
  return tx.selectFrom('registration').selectAll().where('id', '=', id).executeTakeFirst()
}

// The unit first, always: who begins something new locks the unit alone.
async function lockedRow(tx: Tx, id: string) {
  const found = await rowOf(tx, id)
  if (!found) return undefined
  await lockUnit(tx, found.unit_id)
  return tx
    .selectFrom('registration')
    .selectAll()
    .where('unit_id', '=', found.unit_id)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** What was brought with this registration, and in a change what is in force beside it. */
async function countedDocuments(
  tx: Tx | Database,
  unit: RegisteredUnit,
  { id, about, status }: { id: string; about: RegistrationKind; status: RegistrationStatus },
): Promise<CountedDocument[]> {
  const own = await currentFiles(tx, { unitId: unit.id, subject: 'registration', subjectId: id })
  const brought = own.map((file) => ({ ...file, inForce: false }))
  const standing =
    about === 'change' && !isOver(status)
      ? await documentsStanding(tx, unit, new Set(brought.map((f) => f.slot)))
      : []
  return [...brought, ...standing].map((file) => ({
    slot: file.slot,
    fileId: file.id,
    name: file.name,
    version: file.version,
    usable: file.usable,
    inForce: file.inForce,
  }))
}

async function documentsStanding(tx: Tx | Database, unit: RegisteredUnit, replaced: Set<string>) {
  const kept = Object.entries(unit.documents).filter(([slot]) => !replaced.has(slot))
  const files = await filesByIds(
    tx,
    kept.map(([, document]) => document.fileId),
  )
  // one that was taken away since, because of a virus, is in force no longer
  return files.filter((f) => f.current).map((file) => ({ ...file, inForce: true }))
}

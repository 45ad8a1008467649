import type { FieldMark } from '#frame/kernel/field-changes.ts'
import { loadClock } from '#frame/calendar/clock-store.ts'
import type { Day } from '#frame/calendar/day.ts'
import { portsOn } from '#frame/catalogue/read-bodies.ts'
import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import { currentFiles } from '#frame/files/stored-files.ts'
import { coverageNow } from '#frame/papers/held-coverage.ts'
import type {
  Applicant,
  CaseDocument,
  Correction,
  Laboratory,
  LicenceFacts,
  Proposal,
} from './facts.ts'
import { decisionClock } from './clock.ts'
import { caseForm } from './forms.ts'
import type { ItemLine } from './item-lines.ts'
import { namedPathogens } from './named-pathogens.ts'
import type { LicenceStatus } from './states.ts'

/**
 * Everything the acts and pages of this room know of one case. In: its id, the day it is
 * seen on, and whether to lock it for an act. Out: null when there is none.
 */
export async function loadCase(
  tx: Tx | Database,
  id: string,
  today: Day,
  lock = false,
): Promise<LicenceFacts | null> {
  let query = tx.selectFrom('licence_case').selectAll().where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return null
  const subject = {
    kind: 'licence',
    id: row.id,
    unitId: row.unit_id,
    branchId: row.branch_id,
    status: row.status as LicenceStatus,
    version: row.version,
  }
  const form = caseForm.parse(row.form)
  const [unit, lines, documents, filings, clock] = [
    await applicantOf(tx, row.unit_id),
    await linesOf(tx, row.unit_id, id),
    await documentsOf(tx, row.unit_id, id),
    await filingsOf(tx, row.unit_id, id),
    await loadClock(tx, decisionClock(subject), { lock }),
  ]
  return {
    subject,
    number: row.number,
    form,
    marks: row.form_marks as Record<string, FieldMark>,
    lines,
    documents,
    unit,
    pathogens: namedPathogens(form),
    clock,
    acceptedDay: row.accepted_day,
    ports: await portsOn(tx, today),
    proposal: row.proposal as Proposal | null,
    correction: row.correction as Correction | null,
    firstReviewer: row.first_reviewer,
    filings,
    returns: row.returns,
    ruleSet: row.rule_set,
    settings: await settingsOn(tx, today),
    coverage: coverageNow(),
  }
}

/** The applicant as registered now. */
export async function applicantOf(tx: Tx | Database, unitId: string): Promise<Applicant> {
  const row = await tx
    .selectFrom('unit')
    .select(['id', 'kind', 'name_zh', 'address', 'status', 'branch_id', 'laboratories'])
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    kind: row.kind as Applicant['kind'],
    nameZh: row.name_zh,
    address: row.address,
    status: row.status,
    branchId: row.branch_id,
    laboratories: row.laboratories as Laboratory[],
  }
}

/** The rows of 附表 in order. */
export async function linesOf(
  tx: Tx | Database,
  unitId: string,
  caseId: string,
): Promise<ItemLine[]> {
  const rows = await tx
    .selectFrom('licence_line')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('case_id', '=', caseId)
    .orderBy('n')
    .execute()
  return rows.map((r) => ({
    nameZh: r.name_zh,
    nameEn: r.name_en,
    catalogueNo: r.catalogue_no,
    quantity: r.quantity,
    packUnit: r.pack_unit,
    specification: r.specification,
    ingredients: r.ingredients,
    use: r.use,
  }))
}

async function documentsOf(
  tx: Tx | Database,
  unitId: string,
  caseId: string,
): Promise<CaseDocument[]> {
  const files = await currentFiles(tx, { unitId, subject: 'licence', subjectId: caseId })
  return files.map((f) => ({
    slot: f.slot,
    fileId: f.id,
    name: f.name,
    version: f.version,
    usable: f.usable,
  }))
}

async function filingsOf(tx: Tx | Database, unitId: string, caseId: string): Promise<number> {
  const { n } = await tx
    .selectFrom('licence_filing')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('unit_id', '=', unitId)
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return n
}

import type { FieldMark } from '#frame/kernel/field-changes.ts'
import { loadClock } from '#frame/calendar/clock-store.ts'
import type { Day } from '#frame/calendar/day.ts'
import { portsOn } from '#frame/catalogue/read-bodies.ts'
import { ruleSetOn } from '#frame/catalogue/stored-rule-sets.ts'
import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import { currentFiles } from '#frame/files/stored-files.ts'
import { coverageNow } from '#frame/papers/held-coverage.ts'
import type {
  Applicant,
  CaseDocument,
  Clearance,
  Correction,
  Delivery,
  Filing,
  Laboratory,
  LicenceFacts,
  Proposal,
  WindowReturn,
} from './facts.ts'
import { decisionClock, deliveryClock } from './clock.ts'
import { caseForm } from './forms.ts'
import { itemLine, type ItemLine } from './item-lines.ts'
import { namedPathogens } from './named-pathogens.ts'
import { lineOf } from './stored-lines.ts'
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
  const [unit, lines, documents, filings, clock, delivering] = [
    await applicantOf(tx, row.unit_id),
    await linesOf(tx, row.unit_id, id),
    await documentsOf(tx, row.unit_id, id),
    await filingsOf(tx, row.unit_id, id),
    await loadClock(tx, decisionClock(subject), { lock }),
    await loadClock(tx, deliveryClock(subject), { lock }),
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
    ...(await lastFilings(tx, subject, filings)),
    returns: row.returns,
    windowReturns: row.window_returns,
    windowReturn: row.window_return as WindowReturn | null,
    clearances: row.clearances as Clearance[],
    deliveryClock: delivering,
    delivery: row.delivery as Delivery | null,
    // C-34 the set of the acceptance day; until then that of today
    ruleSet: row.accepted_day ? row.rule_set : (await ruleSetOn(tx, today)).code,
    settings: await settingsOn(tx, today),
    coverage: coverageNow(),
  }
}

/** The applicant as registered now. */
export async function applicantOf(tx: Tx | Database, unitId: string): Promise<Applicant> {
  const row = await tx
    .selectFrom('unit')
    .select([
      'id',
      'kind',
      'name_zh',
      'address',
      'status',
      'branch_id',
      'classes',
      'contact_name',
      'contact_phone',
      'laboratories',
    ])
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    kind: row.kind as Applicant['kind'],
    nameZh: row.name_zh,
    address: row.address,
    status: row.status,
    branchId: row.branch_id,
    classes: row.classes,
    contact: { name: row.contact_name, phone: row.contact_phone },
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
  return rows.map(lineOf)
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

/** The last filing and the one before it, so that one can tell what a correction changed. */
async function lastFilings(
  tx: Tx | Database,
  { unitId, id }: { unitId: string; id: string },
  filings: number,
): Promise<Pick<LicenceFacts, 'filed' | 'previous'>> {
  const rows = await tx
    .selectFrom('licence_filing')
    .select(['n', 'form', 'lines', 'documents'])
    .where('unit_id', '=', unitId)
    .where('case_id', '=', id)
    .where('n', '>=', filings - 1)
    .execute()
  const filing = (n: number): Filing | null => {
    const row = rows.find((one) => one.n === n)
    if (!row) return null
    return {
      form: caseForm.parse(row.form),
      lines: itemLine.array().parse(row.lines),
      documents: row.documents as Filing['documents'],
    }
  }
  return { filed: filing(filings), previous: filing(filings - 1) }
}

import type { z } from 'zod'
import { portName } from '#frame/catalogue/read-bodies.ts'
import { todayInBeijing } from '#frame/calendar/day.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { Visit } from '#frame/http/open.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import { absent } from '#frame/kernel/reason.ts'
import { coverageNow } from '#frame/papers/held-coverage.ts'
import { papersAbout } from '#frame/papers/papers-about.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { confirmAct } from './confirm.ts'
import type { permitDoor, writeOffDoor } from './doors.ts'
import { available, type PermitFacts, type WriteOffFacts } from './facts.ts'
import { askedLines, loadPermit } from './load-permit.ts'
import { requestAct } from './request.ts'
import { permitLife, quotaReaders, writeOffLife } from './states.ts'

const readers = [...unitRoles, ...quotaReaders] as const

function context({ house, actor }: Visit) {
  const now = house.clock.now()
  return { actor, now, today: todayInBeijing(now) }
}

async function unitName(db: Database, unitId: string): Promise<string> {
  const row = await db
    .selectFrom('unit')
    .select('name_zh')
    .where('id', '=', unitId)
    .executeTakeFirstOrThrow()
  return row.name_zh
}

async function permitInReach(visit: Visit, id: string): Promise<PermitFacts> {
  const permit = await loadPermit(visit.house.db, id)
  if (!permit || !within(reachOf(visit.actor, readers), permit.subject)) throw absent()
  return permit
}

/** The permit granted for a case, or null. */
export async function permitOfCase(db: Database | Tx, unitId: string, caseId: string) {
  const row = await db
    .selectFrom('permit')
    .select(['id', 'number', 'status'])
    .where('unit_id', '=', unitId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row ?? null
}

/** A permit with balances, movements and write-offs. Errors: absent. */
export async function showPermit(
  visit: Visit,
  id: string,
): Promise<z.input<typeof permitDoor.reply>> {
  const { db } = visit.house
  const permit = await permitInReach(visit, id)
  const { subject } = permit
  const row = await db
    .selectFrom('permit')
    .select(['case_id'])
    .where('unit_id', '=', subject.unitId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const name = await unitName(db, subject.unitId!)
  const inUse = subject.status === 'valid'
  return {
    id,
    caseId: row.case_id,
    number: permit.number,
    unitName: name,
    grade: permit.grade,
    status: subject.status,
    statusWords: permitLife.statuses[subject.status as 'valid'],
    version: subject.version,
    issuedDay: permit.issuedDay,
    validThrough: permit.validThrough,
    inBatches: permit.inBatches,
    // a permit written off once keeps no balance, whatever was not used
    lines: permit.lines.map((l) => ({ ...l, available: inUse ? available(l) : 0 })),
    movements: await movementsOf(db, permit),
    writeOffs: await writeOffsOf(db, permit, name),
    acts: canDo(permitLife, [requestAct], { ...permit, port: null }, context(visit)),
    papers: await permitPapers(db, subject.unitId!, row.case_id),
  }
}

async function permitPapers(db: Database, unitId: string, caseId: string) {
  const papers = await papersAbout(db, { unitId, subject: { kind: 'licence', id: caseId } })
  return papers.filter((p) => p.kind === 'licence.permit')
}

async function movementsOf(db: Database, { subject }: PermitFacts) {
  const rows = await db
    .selectFrom('permit_movement as m')
    .innerJoin('write_off as w', (j) =>
      j.onRef('w.unit_id', '=', 'm.unit_id').onRef('w.id', '=', 'm.write_off_id'),
    )
    .select([
      'm.n',
      'm.kind',
      'm.reserved_delta',
      'm.used_delta',
      'm.at',
      'w.id as writeOffId',
      'w.number as writeOffNumber',
    ])
    .where('m.unit_id', '=', subject.unitId)
    .where('m.permit_id', '=', subject.id)
    .orderBy('m.at')
    .orderBy('m.id')
    .limit(500)
    .execute()
  return rows.map((m) => ({
    n: m.n,
    kind: m.kind as 'reserve' | 'consume' | 'release',
    writeOffId: m.writeOffId,
    writeOffNumber: m.writeOffNumber,
    quantity: Math.abs(m.kind === 'consume' ? m.used_delta : m.reserved_delta),
    at: m.at.toISOString(),
  }))
}

async function writeOffsOf(db: Database, permit: PermitFacts, name: string) {
  const rows = await db
    .selectFrom('write_off')
    .leftJoin('port as p', 'p.code', 'write_off.port')
    .select(['id', 'number', 'status', 'port', 'p.name_zh', 'p.name_en', 'planned_day'])
    .where('unit_id', '=', permit.subject.unitId)
    .where('permit_id', '=', permit.subject.id)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((w) => ({
    id: w.id,
    number: w.number,
    permitNumber: permit.number,
    unitName: name,
    status: w.status,
    port: { zh: w.name_zh ?? w.port, en: w.name_en ?? w.port },
    plannedDay: w.planned_day,
  }))
}

/** One write-off with what was asked and what was found. Errors: absent. */
export async function showWriteOff(
  visit: Visit,
  id: string,
): Promise<z.input<typeof writeOffDoor.reply>> {
  const { db } = visit.house
  const row = await db.selectFrom('write_off').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw absent()
  const subject = {
    kind: 'write-off',
    id,
    unitId: row.unit_id,
    branchId: row.branch_id,
    status: row.status,
    version: row.version,
  }
  if (!within(reachOf(visit.actor, readers), subject)) throw absent()
  const permit = await loadPermit(db, row.permit_id)
  if (!permit) throw absent()
  const asked = await askedLines(db, row.unit_id, id)
  const number = row.number
  const facts: WriteOffFacts = { subject, permit, number, asked, coverage: coverageNow() }
  return {
    id,
    permitId: row.permit_id,
    number: row.number,
    permitNumber: permit.number,
    unitName: await unitName(db, row.unit_id),
    status: row.status,
    statusWords: writeOffLife.statuses[row.status as 'requested'],
    version: row.version,
    port: await portName(db, row.port),
    plannedDay: row.planned_day,
    transport: row.transport,
    confirmedDay: row.confirmed_day,
    note: row.note,
    lines: asked.map((a) => {
      const line = permit.lines.find((l) => l.n === a.n)!
      const { nameZh, nameEn, specification, packUnit } = line
      return { ...a, nameZh, nameEn, specification, packUnit }
    }),
    acts: canDo(writeOffLife, [confirmAct], facts, context(visit)),
    papers: await papersAbout(db, { unitId: row.unit_id, subject: { kind: 'write-off', id } }),
  }
}

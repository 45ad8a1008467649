import type { Database, Tx } from '#frame/db/connect.ts'
import { coverageNow } from '#frame/papers/held-coverage.ts'
import type { AskedLine, PermitFacts, PermitLine, WriteOffFacts } from './facts.ts'

/** A permit with its lines; locked when an act is to change it. Out: null when there is none. */
export async function loadPermit(
  tx: Tx | Database,
  id: string,
  lock = false,
): Promise<PermitFacts | null> {
  let query = tx.selectFrom('permit').selectAll().where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return null
  const { n: writeOffs } = await tx
    .selectFrom('write_off')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('unit_id', '=', row.unit_id)
    .where('permit_id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    subject: {
      kind: 'permit',
      id: row.id,
      unitId: row.unit_id,
      branchId: row.branch_id,
      status: row.status,
      version: row.version,
    },
    number: row.number,
    grade: row.grade,
    issuedDay: row.issued_day,
    validThrough: row.valid_through,
    inBatches: row.in_batches,
    lines: await permitLines(tx, row.unit_id, id),
    writeOffs,
  }
}

/** The lines of a permit with their balances, in order. */
export async function permitLines(
  tx: Tx | Database,
  unitId: string,
  permitId: string,
): Promise<PermitLine[]> {
  const rows = await tx
    .selectFrom('permit_line')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('permit_id', '=', permitId)
    .orderBy('n')
    .execute()
  return rows.map((r) => ({
    n: r.n,
    nameZh: r.name_zh,
    nameEn: r.name_en,
    specification: r.specification,
    packUnit: r.pack_unit,
    approved: r.approved,
    reserved: r.reserved,
    used: r.used,
  }))
}

/** A write-off with its permit; both locked, the permit first, as every act of this room does. */
export async function loadWriteOff(tx: Tx, id: string): Promise<WriteOffFacts | null> {
  const found = await tx
    .selectFrom('write_off')
    .select(['permit_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) return null
  const permit = await loadPermit(tx, found.permit_id, true)
  const row = await tx
    .selectFrom('write_off')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!permit || !row) return null
  return {
    // A port officer works for the whole house; the unit and branch come from the permit.
    subject: {
      kind: 'write-off',
      id: row.id,
      unitId: row.unit_id,
      branchId: row.branch_id,
      status: row.status,
      version: row.version,
    },
    permit,
    number: row.number,
    asked: await askedLines(tx, row.unit_id, id),
    coverage: coverageNow(),
  }
}

/** What was asked for, and what was found once the port confirmed; in the order of the lines. */
export async function askedLines(
  tx: Tx | Database,
  unitId: string,
  writeOffId: string,
): Promise<AskedLine[]> {
  const rows = await tx
    .selectFrom('write_off_line')
    .select(['n', 'requested', 'batch_no', 'actual'])
    .where('unit_id', '=', unitId)
    .where('write_off_id', '=', writeOffId)
    .orderBy('n')
    .execute()
  return rows.map((r) => ({
    n: r.n,
    requested: r.requested,
    batchNo: r.batch_no,
    actual: r.actual,
  }))
}

import type { Tx } from '#frame/db/connect.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import type { PermitTerms } from './terms.ts'

/** One line of a permit as granted; `approved` counts packing units. */
export interface GrantedLine {
  nameZh: string
  nameEn: string
  specification: string
  packUnit: string
  approved: number
}

/** A permit as the decision grants it. */
export interface NewPermit extends PermitTerms {
  unitId: string
  branchId: string
  caseId: string
  number: string
  direction: 'entry' | 'exit'
  lines: readonly GrantedLine[]
}

/** S2-040 opens the permit's quota inside the deciding transaction. Out: the permit's id. */
export async function openPermit(tx: Tx, permit: NewPermit, ctx: SaveContext): Promise<string> {
  const id = newId()
  await tx
    .insertInto('permit')
    .values({
      unit_id: permit.unitId,
      id,
      case_id: permit.caseId,
      number: permit.number,
      branch_id: permit.branchId,
      direction: permit.direction,
      grade: permit.grade,
      status: 'valid',
      issued_day: permit.issuedDay,
      valid_through: permit.validThrough,
      in_batches: permit.inBatches,
      audit_event_id: ctx.eventId,
      created_at: ctx.now,
    })
    .execute()
  const rows = permit.lines.map((line, i) => ({
    unit_id: permit.unitId,
    permit_id: id,
    n: i + 1,
    name_zh: line.nameZh,
    name_en: line.nameEn,
    specification: line.specification,
    pack_unit: line.packUnit,
    approved: line.approved,
  }))
  for (let at = 0; at < rows.length; at += 1000)
    await tx
      .insertInto('permit_line')
      .values(rows.slice(at, at + 1000))
      .execute()
  return id
}

import type { Tx } from '#frame/db/connect.ts'
import type { ItemLine } from './item-lines.ts'

/** Writes the rows of 附表 of a case that has none yet, in order. */
export async function insertLines(
  tx: Tx,
  at: { unitId: string; caseId: string },
  lines: readonly ItemLine[],
): Promise<void> {
  const rows = lines.map((l, i) => ({
    unit_id: at.unitId,
    case_id: at.caseId,
    n: i + 1,
    name_zh: l.nameZh,
    name_en: l.nameEn,
    catalogue_no: l.catalogueNo,
    quantity: l.quantity,
    pack_unit: l.packUnit,
    specification: l.specification,
    ingredients: l.ingredients,
    use: l.use,
  }))
  // a multi-row VALUES list of 2,000 rows would pass the parameter limit's half
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto('licence_line')
      .values(rows.slice(from, from + 1000))
      .execute()
}

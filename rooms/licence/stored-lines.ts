import type { Insertable, Selectable } from 'kysely'
import type { LicenceLineTable } from '#frame/db/types.ts'
import { wholeQuantity, type ItemLine } from './item-lines.ts'

/** A row of 附表 out of its row in the database. */
export function lineOf(row: Selectable<LicenceLineTable>): ItemLine {
  return {
    nameZh: row.name_zh,
    nameEn: row.name_en,
    otherName: row.other_name,
    labelSays: row.label_says,
    catalogueNo: row.catalogue_no,
    productPage: row.product_page,
    batchNo: row.batch_no,
    quantity: row.quantity ?? (row.quantity_typed || null),
    packUnit: row.pack_unit,
    specification: row.specification,
    ingredients: row.ingredients,
    use: row.use,
  }
}

/** A row of 附表 as the database keeps it; what is no quantity waits as typed. */
export function columnsOf(line: ItemLine) {
  const quantity = wholeQuantity(line)
  return {
    name_zh: line.nameZh,
    name_en: line.nameEn,
    other_name: line.otherName,
    label_says: line.labelSays,
    catalogue_no: line.catalogueNo,
    product_page: line.productPage,
    batch_no: line.batchNo,
    quantity,
    quantity_typed: quantity === null ? String(line.quantity ?? '') : '',
    pack_unit: line.packUnit,
    specification: line.specification,
    ingredients: line.ingredients,
    use: line.use,
  } satisfies Partial<Insertable<LicenceLineTable>>
}

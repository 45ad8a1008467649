import { wholeQuantity, type ItemLine } from './item-lines.ts'

/** A row of 附表 as the permit prints it; *** stands where there is nothing (S2-146). */
export function permitRow(line: ItemLine) {
  return {
    name: line.nameZh,
    foreign: line.nameEn || null,
    // S2-199 only where the label has it
    ...(line.otherName ? { other: line.otherName } : {}),
    catalogueNo: line.catalogueNo || null,
    // S2-149
    batch: line.batchNo.trim() || '***',
    spec: line.specification || '***',
    quantity: `${wholeQuantity(line) ?? 0} ${line.packUnit}`,
    use: line.use || '***',
  }
}

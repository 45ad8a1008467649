import type { Words } from '#frame/kernel/lifecycle.ts'
import type { PrintedText } from '#frame/papers/unprintable.ts'
import { caseFields } from './case-fields.ts'
import { lineColumns, type ItemLine } from './item-lines.ts'
import type { LicenceFacts } from './facts.ts'

// Choices, codes and the catalogue's names come from our own lists; ingredients and remarks are not printed.
const printedFields = [
  'consignor',
  'consignee',
  'manufacturer',
  'contractNo',
  'destination',
  'useAddress',
  'laboratory',
  'endUser',
  'packing',
  'contactName',
] as const
const printedColumns = [
  'nameZh',
  'nameEn',
  'otherName',
  'catalogueNo',
  'batchNo',
  'packUnit',
  'specification',
  'use',
] as const

const titleIn = (list: readonly { name: string; title: Words }[], name: string) =>
  list.find((one) => one.name === name)?.title.zh ?? name

/**
 * What was typed for an application and will stand on its papers.
 */
export function printedTexts(facts: LicenceFacts): PrintedText[] {
  return [...ofUnit(facts), ...ofForm(facts), ...facts.lines.flatMap(ofLine)]
}

function ofUnit({ unit }: LicenceFacts): PrintedText[] {
  return [
    { at: 'unit.nameZh', where: '单位登记的名称', text: unit.nameZh },
    { at: 'unit.address', where: '单位登记的地址', text: unit.address },
  ]
}

function ofForm({ form }: LicenceFacts): PrintedText[] {
  // kept in another way: the remark stands on the permit in its place
  const names = form.storage === 'other' ? [...printedFields, 'remarks' as const] : printedFields
  return names.map((name) => ({
    at: name,
    where: `“${titleIn(caseFields, name)}”`,
    text: form[name] ?? '',
  }))
}

function ofLine(line: ItemLine, row: number): PrintedText[] {
  return printedColumns.map((name) => ({
    at: `lines.${row}.${name}`,
    where: `附表第 ${row + 1} 行的“${titleIn(lineColumns, name)}”`,
    text: line[name],
  }))
}

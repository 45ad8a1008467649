import type { Visit } from '#frame/http/open.ts'
import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import { todayInBeijing } from '#frame/calendar/day.ts'
import { attachmentName } from '#frame/papers/send-paper.ts'
import { writeTemplate } from '#frame/sheets/write-template.ts'
import { labelWords } from '#rooms/library/public.ts'
import { lineColumns, packUnits, type ItemLine, type LineColumnName } from './item-lines.ts'

/** The row that shows how; names and addresses are invented. */
const example: ItemLine = {
  nameZh: '人血清（健康成人混合）',
  nameEn: 'Human serum, pooled, healthy adults',
  labelSays: labelWords[''].zh,
  otherName: '',
  catalogueNo: 'EX-HS-50',
  productPage: 'https://www.example.cn/ex-hs-50',
  batchNo: 'EX2611',
  quantity: 10,
  packUnit: '管',
  specification: '50 ml/管',
  ingredients: '健康成人混合血清，无防腐剂',
  use: '用于自身免疫抗体检测方法学研究',
}

const widths: Partial<Record<LineColumnName, number>> = {
  labelSays: 14,
  catalogueNo: 14,
  batchNo: 14,
  quantity: 10,
  packUnit: 10,
  specification: 18,
}

const lists: Partial<Record<LineColumnName, { choices: readonly string[]; only: boolean }>> = {
  labelSays: { choices: Object.values(labelWords).map((words) => words.zh), only: true },
  packUnit: { choices: packUnits, only: false },
}

/** S2-190 附表 to be downloaded, filled and imported, as preferred by the guide. */
export async function sendLinesTemplate({ house, reply }: Visit): Promise<Buffer> {
  const settings = await settingsOn(house.db, todayInBeijing(house.clock.now()))
  const columns = lineColumns.map((column) => {
    const list = lists[column.name]
    return {
      title: column.title,
      required: column.required,
      hint: column.hint.zh,
      example: example[column.name],
      width: widths[column.name] ?? 28,
      ...(list ? { list } : {}),
    }
  })
  const sheet = await writeTemplate('附表', columns, settings('licence.most-lines'))
  reply.header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  reply.header('content-disposition', attachmentName('特殊物品附表（模板）.xlsx'))
  return sheet
}

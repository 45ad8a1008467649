import { z } from 'zod'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { text } from './forms.ts'

/** One row of 附表 as typed; what a submission needs is a rule of submit.ts. */
export const itemLine = z.strictObject({
  nameZh: text(200),
  nameEn: text(200),
  catalogueNo: text(60),
  quantity: z
    .number('数量应为整数')
    .int('数量应为整数')
    .positive('数量应大于 0')
    .max(1_000_000_000, '数量过大')
    .nullable(),
  packUnit: text(20),
  specification: text(100),
  ingredients: text(1000),
  use: text(500),
})
export type ItemLine = z.infer<typeof itemLine>

/** No request carries more rows than this; how many an application may have is a dated setting (S2-190). */
export const mostLinesEver = 20_000

/** How a column of 附表 is shown and which duty it carries. */
export interface LineColumn {
  name: keyof ItemLine
  duty: string
  title: Words
  required: boolean
}

/** The columns of 附表 in print order. */
export const lineColumns: readonly LineColumn[] = [
  {
    name: 'nameZh',
    duty: 'S2-195',
    title: { zh: '中文名称', en: 'Name (Chinese)' },
    required: true,
  },
  {
    name: 'nameEn',
    duty: 'S2-196',
    title: { zh: '英文名称', en: 'Name (English)' },
    required: false,
  },
  {
    name: 'catalogueNo',
    duty: 'S2-191',
    title: { zh: '货号', en: 'Catalogue no.' },
    required: false,
  },
  { name: 'quantity', duty: 'S2-200', title: { zh: '数量', en: 'Quantity' }, required: true },
  {
    name: 'packUnit',
    duty: 'S2-200',
    title: { zh: '包装单位', en: 'Packing unit' },
    required: true,
  },
  {
    name: 'specification',
    duty: 'S2-201',
    title: { zh: '重量／规格', en: 'Weight or specification' },
    required: true,
  },
  { name: 'ingredients', duty: 'S2-202', title: { zh: '成分', en: 'Ingredients' }, required: true },
  { name: 'use', duty: 'S2-203', title: { zh: '用途', en: 'Use' }, required: true },
]

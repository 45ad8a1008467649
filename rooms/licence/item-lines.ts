import { z } from 'zod'
import type { Words } from '#frame/kernel/lifecycle.ts'

// A draft keeps what was typed or imported, also where it is too long: the rule names the cell to be mended.
const typed = z.string('请填写文字').max(4000, '一格最多 4000 个字，请缩短')
// Lists filed before the column was there have none of it.
const later = typed.default('')

/** One row of 附表 as typed; what a submission needs is a rule of line-rules.ts. */
export const itemLine = z.strictObject({
  nameZh: typed,
  nameEn: typed,
  otherName: later,
  /** A code of labelWords, or what was imported in its place until it is mended. */
  labelSays: later,
  catalogueNo: typed,
  productPage: later,
  batchNo: later,
  /** A whole number, or what was typed in its place until it is mended. */
  quantity: z.union([z.number(), typed]).nullable(),
  packUnit: typed,
  specification: typed,
  ingredients: typed,
  use: typed,
})
export type ItemLine = z.output<typeof itemLine>
export type LineColumnName = keyof ItemLine

/** No request carries more rows than this; how many an application may have is a dated setting (S2-190). */
export const mostLinesEver = 20_000

/** The largest number of packages in one row. */
export const mostQuantity = 1_000_000_000

/** The quantity of a row as a number; null while it is none. */
export const wholeQuantity = ({ quantity }: Pick<ItemLine, 'quantity'>): number | null =>
  typeof quantity === 'number' &&
  Number.isInteger(quantity) &&
  quantity > 0 &&
  quantity <= mostQuantity
    ? quantity
    : null

/** Units that are offered; another may be typed. */
export const packUnits = ['支', '管', '瓶', '盒', '袋', '片', '株', '份', '套', '桶'] as const

/** How a column of 附表 is shown and which duty it carries. */
export interface LineColumn {
  name: LineColumnName
  duty: string
  title: Words
  /** How it is filled, in the words of the guide. */
  hint: Words
  required: boolean
  /** The most characters that still print. */
  max?: number
}

/** The columns of 附表 in print order. */
export const lineColumns: readonly LineColumn[] = [
  {
    name: 'nameZh',
    duty: 'S2-195',
    title: { zh: '中文名称', en: 'Name (Chinese)' },
    hint: { zh: '与产品标签一致，准确具体', en: 'As on the label, specific' },
    required: true,
    max: 200,
  },
  {
    name: 'nameEn',
    duty: 'S2-196',
    title: { zh: '英文名称', en: 'Name (English)' },
    hint: {
      zh: '与产品标签一致，说明产品性质，不能只是代号；标签只有中文的可以不填',
      en: 'As on the label; says what it is, not only a code; empty when the label is only Chinese',
    },
    required: false,
    max: 200,
  },
  {
    name: 'labelSays',
    duty: 'S2-193',
    title: { zh: '标签文字', en: 'On the label' },
    hint: { zh: '标签上印的文字，从列表选', en: 'Chosen from the list' },
    required: false,
  },
  {
    name: 'otherName',
    duty: 'S2-199',
    title: { zh: '其他语言名称', en: 'Name in another language' },
    hint: {
      zh: '标签确需使用其他语言的才填，并提供公证文本',
      en: 'Only where the label needs it, with a notarised text',
    },
    required: false,
    max: 200,
  },
  {
    name: 'catalogueNo',
    duty: 'S2-191',
    title: { zh: '货号', en: 'Catalogue no.' },
    hint: { zh: '选填，有助于加快审批和查验', en: 'Optional; speeds approval and inspection' },
    required: false,
    max: 60,
  },
  {
    name: 'productPage',
    duty: 'S2-191',
    title: { zh: '产品官方网页', en: 'Product page' },
    hint: { zh: '选填，以 https:// 开头', en: 'Optional; begins with https://' },
    required: false,
    max: 500,
  },
  {
    name: 'batchNo',
    duty: 'S2-149',
    title: { zh: '生产批号', en: 'Batch no.' },
    hint: { zh: '没有的留空，打印为 ***', en: 'Left empty where there is none; prints ***' },
    required: false,
    max: 100,
  },
  {
    name: 'quantity',
    duty: 'S2-200',
    title: { zh: '数量', en: 'Quantity' },
    hint: { zh: '大于 0 的整数', en: 'A whole number above 0' },
    required: true,
  },
  {
    name: 'packUnit',
    duty: 'S2-200',
    title: { zh: '包装单位', en: 'Packing unit' },
    hint: { zh: '如支、瓶、盒', en: 'Such as tube, vial, box' },
    required: true,
    max: 20,
  },
  {
    name: 'specification',
    duty: 'S2-201',
    title: { zh: '重量／规格', en: 'Weight or specification' },
    hint: { zh: '重量，或者规格、体积', en: 'Weight, specification or volume' },
    required: true,
    max: 100,
  },
  {
    name: 'ingredients',
    duty: 'S2-202',
    title: { zh: '成分', en: 'Ingredients' },
    hint: {
      zh: '按产品说明书详细填写，生物成分尤其要写明',
      en: 'In detail as in the product description, biological ones above all',
    },
    required: true,
    max: 1000,
  },
  {
    name: 'use',
    duty: 'S2-203',
    title: { zh: '用途', en: 'Use' },
    hint: {
      zh: '主要写产品本身的用途，详细具体；可以补充进出境后的研究、销售、研发概况',
      en: 'The product’s own use, in detail; research, sale or development may be added',
    },
    required: true,
    max: 500,
  },
]

/** The title of a column. */
export const columnTitle = (name: LineColumnName): Words =>
  lineColumns.find((column) => column.name === name)!.title

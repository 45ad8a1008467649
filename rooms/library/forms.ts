import { z } from 'zod'
import { articleClassCodes } from '#frame/catalogue/article-classes.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { labelCodes } from './label-says.ts'
import { isSafePage } from './safe-page.ts'

/** S2-159 whether an article contains pathogens; their words stand in labels.ts. */
export const pathogenStates = ['none', 'contained'] as const

/** No request brings more articles than this. */
export const mostAtOnce = 500

/** A text that may stay empty. In: the most characters, as many as 附表 takes. */
const text = (max: number) =>
  z.string('请填写文字').trim().max(max, `最多 ${max} 个字，请缩短`).default('')

const named = '请填写中文名称，与产品标签一致'

/** An article as its unit keeps it; what stands here goes into 附表 as it is. */
export const articleForm = z.strictObject({
  nameZh: z.string(named).trim().min(1, named).max(200, '最多 200 个字，请缩短'),
  nameEn: text(200),
  labelSays: z.enum(labelCodes, '请从列表中选择标签上的文字').default(''),
  otherName: text(200),
  articleClass: z.enum(articleClassCodes, '请选择物品类别'),
  catalogueNo: text(60),
  specification: text(100),
  packUnit: text(20),
  ingredients: text(1000),
  use: text(500),
  pathogenState: z.enum(pathogenStates, '请选择是否含病原微生物'),
  /** Ids of the catalogue. */
  pathogens: z.array(z.string().min(1).max(40)).max(50, '最多列 50 种病原微生物').default([]),
  productPage: text(500).refine(
    isSafePage,
    '请填写以 https:// 开头的官方网页地址，例如 https://www.example.cn/product',
  ),
})
export type ArticleForm = z.output<typeof articleForm>
export type ArticleFieldName = keyof ArticleForm

/** How a field is shown and which duty it carries. */
export interface ArticleField {
  name: ArticleFieldName
  duty: string
  kind: 'text' | 'long' | 'choice' | 'pathogens'
  required: boolean
  title: Words
  hint?: Words
  max?: number
}

/** The fields of an article in the order they are filled. */
export const articleFields: readonly ArticleField[] = [
  {
    name: 'nameZh',
    duty: 'S2-195',
    kind: 'text',
    required: true,
    title: { zh: '中文名称', en: 'Name (Chinese)' },
    hint: { zh: '与产品标签一致。', en: 'As on the label.' },
    max: 200,
  },
  {
    name: 'nameEn',
    duty: 'S2-196',
    kind: 'text',
    required: false,
    title: { zh: '英文名称', en: 'Name (English)' },
    hint: {
      zh: '应说明产品性质，不能只是代号。标签只有中文的可以不填。',
      en: 'Says what it is, not only a code; empty when the label is only Chinese.',
    },
    max: 200,
  },
  {
    name: 'labelSays',
    duty: 'S2-193',
    kind: 'choice',
    required: false,
    title: { zh: '标签文字', en: 'On the label' },
    hint: { zh: '标签上印的文字。', en: 'What is printed on the label.' },
  },
  {
    name: 'otherName',
    duty: 'S2-199',
    kind: 'text',
    required: false,
    title: { zh: '其他语言名称', en: 'Name in another language' },
    hint: {
      zh: '标签确需使用其他语言的才填，申请时须提供公证文本。',
      en: 'Only where the label needs it, with a notarised text.',
    },
    max: 200,
  },
  {
    name: 'articleClass',
    duty: 'S2-013',
    kind: 'choice',
    required: true,
    title: { zh: '物品类别', en: 'Article class' },
  },
  {
    name: 'catalogueNo',
    duty: 'S2-191',
    kind: 'text',
    required: false,
    title: { zh: '货号', en: 'Catalogue no.' },
    max: 60,
  },
  {
    name: 'specification',
    duty: 'S2-201',
    kind: 'text',
    required: false,
    title: { zh: '重量／规格', en: 'Weight or specification' },
    max: 100,
  },
  {
    name: 'packUnit',
    duty: 'S2-200',
    kind: 'text',
    required: false,
    title: { zh: '包装单位', en: 'Packing unit' },
    hint: { zh: '例如支、盒、瓶。', en: 'Such as vial, box, bottle.' },
    max: 20,
  },
  {
    name: 'ingredients',
    duty: 'S2-202',
    kind: 'long',
    required: false,
    title: { zh: '成分', en: 'Ingredients' },
    hint: {
      zh: '按产品说明书详细填写，生物成分尤其要写明。',
      en: 'In detail as in the product description, biological ones above all.',
    },
    max: 1000,
  },
  {
    name: 'use',
    duty: 'S2-203',
    kind: 'long',
    required: false,
    title: { zh: '用途', en: 'Use' },
    hint: { zh: '主要写产品本身的用途，要具体。', en: 'What the product is for, specifically.' },
    max: 500,
  },
  {
    name: 'pathogenState',
    duty: 'S2-159',
    kind: 'choice',
    required: true,
    title: { zh: '病原微生物', en: 'Pathogens' },
  },
  {
    name: 'pathogens',
    duty: 'S2-159',
    kind: 'pathogens',
    required: false,
    title: { zh: '病原微生物名称', en: 'Which pathogens' },
    hint: { zh: '从目录中选择。', en: 'Chosen from the catalogue.' },
  },
  {
    name: 'productPage',
    duty: 'S2-191',
    kind: 'text',
    required: false,
    title: { zh: '产品官方网页', en: 'Product page' },
    hint: {
      zh: '以 https:// 开头，便于审核时判断产品的性质和风险。',
      en: 'Begins with https://; helps to judge nature and risk.',
    },
    max: 500,
  },
]

import { z } from 'zod'
import { articleKind } from '#frame/catalogue/article-classes.ts'

/** A pathogen of the catalogue contained or possibly contained, and what is to be done with it. */
export const pathogenUse = z.strictObject({
  pathogenId: z.string().min(1).max(40),
  activity: z.string().min(1).max(40),
})

/** Codes of the choices; their words stand in labels.ts. */
export const directions = ['entry', 'exit'] as const
export const articleClasses = [
  'microorganism',
  'human-tissue',
  'biological-product',
  'blood',
] as const
export const purposes = [
  'research',
  'testing',
  'clinical-trial',
  'clinical-use',
  'transplant',
  'production',
  'sale',
  'personal-use',
] as const
export const pathogenStates = ['none', 'contained'] as const
/** C-41 the class of its registration in which a unit applies. */
export const unitClasses = ['producer', 'seller', 'user'] as const
/** S2-056…063 what the applicant is to the article. */
export const standings = [
  'receives-to-use',
  'receives-to-sell',
  'receives-for-other',
  'sends-own-make',
  'sends-to-sell',
  'agent',
] as const
/** S2-059 whether the article is a merchandise. */
export const trades = ['commercial', 'non-commercial'] as const
export const yesNo = ['yes', 'no'] as const
/** S2-180, S2-182 what a culture medium is made of. */
export const mediums = ['animal', 'serum', 'no-animal'] as const
export const currencies = ['USD', 'CNY', 'EUR', 'GBP', 'JPY', 'CHF', 'HKD', 'AUD'] as const
export const storages = ['ambient', 'cold', 'frozen', 'deep-frozen', 'nitrogen', 'other'] as const
export const transports = ['air', 'sea', 'road', 'rail', 'post', 'carried'] as const
/** S2-171…178 what the descriptive file has to say. */
export const descriptions = [
  'relation',
  'making',
  'names',
  'conditions',
  'research',
  'approvals',
  'truth',
  'other',
] as const

/** A text that still prints. In: the most characters. */
export const text = (max: number) =>
  z.string('请填写文字').max(max, `最多 ${max} 个字，较长的内容请写入备注或附表（S2-147）`)

/**
 * The application as typed (附件2 二): everything may still be missing in a draft. What a submission
 * needs is a rule of submit.ts. Not-applicable fields are listed by name and print as *** (S2-146).
 */
export const caseForm = z.strictObject({
  direction: z.enum(directions, '请选择入境或出境').optional(),
  articleClass: z.enum(articleClasses, '请选择物品类别').optional(),
  purpose: z.enum(purposes, '请选择用途').optional(),
  consignor: text(100).optional(),
  consignee: text(100).optional(),
  manufacturer: text(100).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{3}$/, '请从列表中选择国家（地区）')
    .optional(),
  contractNo: text(60).optional(),
  /** Code of the list of ports; its words stand in the catalogue. */
  port: text(20).optional(),
  destination: text(60).optional(),
  plannedDay: z.iso.date('请选择日期').optional(),
  useAddress: text(150).optional(),
  laboratory: text(60).optional(),
  pathogenState: z.enum(pathogenStates, '请选择是否含病原微生物').optional(),
  pathogens: z.array(pathogenUse).max(50, '最多列 50 种病原微生物').optional(),
  unitClass: z.enum(unitClasses, '请选择申请时使用的单位类别').optional(),
  standing: z.enum(standings, '请选择申请单位与物品的关系').optional(),
  trade: z.enum(trades, '请选择是否商品').optional(),
  articleKind: z
    .string()
    .refine((code) => articleKind(code) !== undefined, '请从列表中选择物品种类')
    .optional(),
  humanGenetic: z.enum(yesNo, '请选择是或否').optional(),
  regulated: z.enum(yesNo, '请选择是或否').optional(),
  medium: z.enum(mediums, '请选择培养基的成分').optional(),
  prescribed: z.int('请填写整数').min(1, '至少为 1').max(100_000, '数量过大').optional(),
  endUser: text(100).optional(),
  originCountry: z
    .string()
    .regex(/^[A-Z]{3}$/, '请从列表中选择国家（地区）')
    .optional(),
  hsCode: text(20).optional(),
  ciqCode: text(20).optional(),
  currency: z.enum(currencies, '请选择币种').optional(),
  amount: text(20).optional(),
  rate: text(12).optional(),
  rateDay: z.iso.date('请选择日期').optional(),
  storage: z.enum(storages, '请选择储存条件').optional(),
  transport: z.enum(transports, '请选择运输方式').optional(),
  packing: text(60).optional(),
  shippingDay: z.iso.date('请选择日期').optional(),
  contactName: text(30).optional(),
  contactPhone: text(30).optional(),
  describes: z.array(z.enum(descriptions)).max(descriptions.length).optional(),
  remarks: text(500).optional(),
  notApplicable: z.array(z.enum(['contractNo', 'hsCode', 'ciqCode'])).optional(),
})
export type CaseForm = z.infer<typeof caseForm>
export type CaseFieldName = Exclude<keyof CaseForm, 'notApplicable'>

import { z } from 'zod'
import type { Words } from '#frame/kernel/lifecycle.ts'

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
  'production',
  'sale',
] as const
export const pathogenStates = ['none', 'contained'] as const

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
  remarks: text(500).optional(),
  notApplicable: z.array(z.enum(['contractNo'])).optional(),
})
export type CaseForm = z.infer<typeof caseForm>
export type CaseFieldName = Exclude<keyof CaseForm, 'notApplicable'>

/** How a field is shown and which duty it carries. */
export interface CaseField {
  name: CaseFieldName
  duty: string | null
  title: Words
  kind: 'choice' | 'text' | 'long' | 'day' | 'country' | 'port' | 'laboratory' | 'pathogens'
  required: boolean
  hint?: Words
  mayNotApply?: boolean
}

/** Every field of the form in the order it is printed, each with its duty. */
export const caseFields: readonly CaseField[] = [
  {
    name: 'direction',
    duty: 'S2-053',
    kind: 'choice',
    required: true,
    title: { zh: '出入境方向', en: 'Direction' },
  },
  {
    name: 'articleClass',
    duty: 'S2-013',
    kind: 'choice',
    required: true,
    title: { zh: '物品类别', en: 'Article class' },
  },
  {
    name: 'purpose',
    duty: null,
    kind: 'choice',
    required: true,
    title: { zh: '用途', en: 'Purpose' },
    hint: {
      zh: '进出口之后用来做什么。临床用途的人体来源物品另有禁止性规定。',
      en: 'What it is for after entry or exit.',
    },
  },
  {
    name: 'consignor',
    duty: 'S2-151',
    kind: 'text',
    required: true,
    title: { zh: '发货人', en: 'Consignor' },
    hint: {
      zh: '填写实际发货单位名称；确为个人的，同时写明所属单位。',
      en: 'Actual unit; for a person also the unit.',
    },
  },
  {
    name: 'consignee',
    duty: 'S2-152',
    kind: 'text',
    required: true,
    title: { zh: '收货人', en: 'Consignee' },
    hint: {
      zh: '填写实际收货单位名称；确为个人的，同时写明所属单位。',
      en: 'Actual unit; for a person also the unit.',
    },
  },
  {
    name: 'manufacturer',
    duty: 'S2-153',
    kind: 'text',
    required: true,
    title: { zh: '生产厂家', en: 'Manufacturer' },
    hint: {
      zh: '填写全称；标签为简称的，同时列出全称和简称。发货人不一定是生产厂家。',
      en: 'Full name, and the short name on the label.',
    },
  },
  {
    name: 'country',
    duty: null,
    kind: 'country',
    required: true,
    title: { zh: '输出／输入国家（地区）', en: 'Country of trade' },
  },
  {
    name: 'contractNo',
    duty: 'S2-148',
    kind: 'text',
    required: true,
    mayNotApply: true,
    title: { zh: '合同号', en: 'Contract number' },
    hint: {
      zh: '没有合同号的，勾选“无此内容”，打印为 ***。',
      en: 'Tick “not applicable” if there is none.',
    },
  },
  {
    name: 'port',
    duty: 'S2-156',
    kind: 'port',
    required: true,
    title: { zh: '出入境口岸', en: 'Port' },
  },
  {
    name: 'destination',
    duty: 'S2-155',
    kind: 'text',
    required: true,
    title: { zh: '目的地', en: 'Destination' },
    hint: {
      zh: '入境填省、直辖市或地级市；出境填城市或国家。',
      en: 'Entry: province or city; exit: city or country.',
    },
  },
  {
    name: 'plannedDay',
    duty: 'S2-158',
    kind: 'day',
    required: true,
    title: { zh: '计划出入境日期', en: 'Planned day' },
    hint: {
      zh: '可估算，尽可能准确。应在交运之前申请。',
      en: 'An estimate; apply before shipment.',
    },
  },
  {
    name: 'useAddress',
    duty: 'S2-157',
    kind: 'text',
    required: true,
    title: { zh: '生产、加工、使用、存放地址', en: 'Address of use and storage' },
    hint: {
      zh: '使用单位填使用地址；销售单位填仓储地址，有固定流向的填最终用户地址。',
      en: 'Where it is used or stored.',
    },
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
    duty: 'S2-173',
    kind: 'pathogens',
    required: false,
    title: { zh: '病原微生物名称和实验活动', en: 'Pathogens and activities' },
    hint: {
      zh: '从目录中选择，中文和拉丁文名称、危害等级自动带出。',
      en: 'Chosen from the catalogue.',
    },
  },
  {
    name: 'laboratory',
    duty: 'S2-184',
    kind: 'laboratory',
    required: false,
    title: { zh: '使用的实验室', en: 'Laboratory' },
  },
  {
    name: 'remarks',
    duty: 'S2-150',
    kind: 'long',
    required: false,
    title: { zh: '备注', en: 'Remarks' },
  },
]

/** S2-173, S2-184 asked only where pathogens are or may be contained. */
export const askedIfContained: ReadonlySet<CaseFieldName> = new Set(['pathogens', 'laboratory'])

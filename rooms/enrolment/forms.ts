import { z } from 'zod'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { UnitClass } from '#rooms/registration/public.ts'

/** C-42 a unit, or a natural person with a light account. */
export const enrolmentKinds = ['organisation', 'person'] as const
export type EnrolmentKind = (typeof enrolmentKinds)[number]

/** S2-052 what makes a body a unit of special articles: 160号令 第三十三条. */
export const activities = [
  'production',
  'use',
  'sale',
  'research',
  'medical',
  'testing',
  'outsourcing',
] as const
export type Activity = (typeof activities)[number]

/** Why a unit registers: S2-050 through Beijing's ports, S2-051 what its goods are is in question. */
export const reasonsToRegister = ['beijing-port', 'identification'] as const

/** C-42 by which document a natural person is known. */
export const documentKinds = ['id-card', 'passport'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** A text kept as typed, so that half a number is not lost; rules.ts checks it. In: the most characters. */
const typed = (max: number) => z.string('请填写文字').max(max, `最多 ${max} 个字，请缩短`)

/**
 * 《申请单位账号注册申请表》 as typed (C-44); everything may still be missing. The number of a person's
 * document is not in it: it is kept sealed beside it.
 */
export const enrolmentForm = z.strictObject({
  /** The unit's name, or the person's. */
  nameZh: typed(100).optional(),
  uscc: typed(64).optional(),
  activities: z.array(z.enum(activities)).max(activities.length).optional(),
  reasons: z.array(z.enum(reasonsToRegister)).max(reasonsToRegister.length).optional(),
  area: typed(40).optional(),
  contact: typed(40).optional(),
  mobile: typed(40).optional(),
  mailbox: typed(120).optional(),
  documentKind: z.enum(documentKinds).optional(),
  /** The language of the page: mails and the account speak it. */
  language: z.enum(['zh', 'en']).optional(),
})
export type EnrolmentForm = z.infer<typeof enrolmentForm>
export type EnrolmentFieldName = Exclude<keyof EnrolmentForm, 'language'> | 'documentNumber'

/** How a field is shown and which duty it carries. */
export interface EnrolmentField {
  name: EnrolmentFieldName
  duty: string | null
  kind: 'text' | 'choice' | 'activities' | 'reasons' | 'area' | 'document'
  title: Words
  required: boolean
  /** On which step of the page, and in which part of the printed form. */
  part: 'who' | 'contact'
  hint?: Words
  max?: number
}

const mobile: EnrolmentField = {
  name: 'mobile',
  duty: 'S2-070',
  kind: 'text',
  part: 'contact',
  required: true,
  title: { zh: '手机号码', en: 'Mobile phone' },
  hint: {
    zh: '审核通过后向这个号码发送短信。',
    en: 'A short message goes here once it is approved.',
  },
}

const mailbox: EnrolmentField = {
  name: 'mailbox',
  duty: 'S2-069',
  kind: 'text',
  part: 'contact',
  required: true,
  title: { zh: '电子邮箱', en: 'Mailbox' },
  hint: {
    zh: '确认链接发到这个邮箱，打开链接后账号才生效，请核对无误。',
    en: 'The confirmation link goes here; the account takes effect when it is opened.',
  },
}

const area = (required: boolean): EnrolmentField => ({
  name: 'area',
  duty: 'S2-067',
  kind: 'area',
  part: 'who',
  required,
  title: { zh: '所在区', en: 'District' },
  hint: {
    zh: '据此确定监管的分支机构。',
    en: 'It decides which branch of customs looks after you.',
  },
})

const ofUnit: readonly EnrolmentField[] = [
  {
    name: 'nameZh',
    duty: 'S2-064',
    kind: 'text',
    part: 'who',
    required: true,
    max: 100,
    title: { zh: '单位名称', en: 'Name of the unit' },
    hint: { zh: '与营业执照或法人证书一致。', en: 'As on its licence or certificate, in Chinese.' },
  },
  {
    name: 'uscc',
    duty: 'S2-023',
    kind: 'text',
    part: 'who',
    required: true,
    max: 64,
    title: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    hint: {
      zh: '18 位。一个单位只能有一个账号，填写后即时核对。',
      en: '18 characters, checked as you type. One unit has one account.',
    },
  },
  {
    name: 'activities',
    duty: 'S2-052',
    kind: 'activities',
    part: 'who',
    required: true,
    title: { zh: '从事特殊物品的', en: 'What it does with special articles' },
    hint: {
      zh: '法人或者其他组织从事其中一项或几项的，属于特殊物品单位。',
      en: 'One or several; they make a body a unit of special articles.',
    },
  },
  {
    name: 'reasons',
    duty: 'S2-050',
    kind: 'reasons',
    part: 'who',
    required: true,
    title: { zh: '注册事由', en: 'Why it registers' },
  },
  area(true),
  {
    name: 'contact',
    duty: 'S2-064',
    kind: 'text',
    part: 'contact',
    required: true,
    max: 40,
    title: { zh: '联系人', en: 'Contact person' },
    hint: { zh: '账号以联系人的姓名开通。', en: 'The account is opened in this person’s name.' },
  },
  mobile,
  mailbox,
]

// C-42 name, document, phone and mailbox
const ofPerson: readonly EnrolmentField[] = [
  {
    name: 'nameZh',
    duty: 'S2-064',
    kind: 'text',
    part: 'who',
    required: true,
    max: 40,
    title: { zh: '姓名', en: 'Name' },
    hint: { zh: '与证件一致。', en: 'As on the document.' },
  },
  {
    name: 'documentKind',
    duty: 'S2-125',
    kind: 'choice',
    part: 'who',
    required: true,
    title: { zh: '证件', en: 'Document' },
  },
  {
    name: 'documentNumber',
    duty: 'S2-125',
    kind: 'document',
    part: 'who',
    required: true,
    title: { zh: '证件号码', en: 'Number of the document' },
    hint: {
      zh: '加密保存，页面上只显示首尾几位，只有负责的海关账号管理岗可以核对全号。',
      en: 'Kept encrypted and shown with its middle hidden; only customs’ account administrator compares the whole.',
    },
  },
  area(false),
  mobile,
  mailbox,
]

/** The fields of a kind of request, in the order they are printed. */
export function fieldsOf(kind: EnrolmentKind): readonly EnrolmentField[] {
  return kind === 'person' ? ofPerson : ofUnit
}

const classOf: Record<Activity, UnitClass> = {
  production: 'producer',
  sale: 'seller',
  use: 'user',
  research: 'user',
  medical: 'user',
  testing: 'user',
  outsourcing: 'user',
}

/** C-41 the classes of unit that its activities amount to, each once. */
export function classesOf(done: readonly Activity[]): UnitClass[] {
  return [...new Set(done.map((one) => classOf[one]))]
}

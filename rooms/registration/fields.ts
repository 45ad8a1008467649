import type { Words } from '#frame/kernel/lifecycle.ts'
import type { RegistrationFieldName, RegistrationForm, UnitClass } from './forms.ts'

/** Where a field stands on the page and on the printed form. */
export type FieldGroup = 'unit' | 'contact' | 'places' | 'laboratories'

/** How a field is shown, which duty it carries, and when it must be filled. */
export interface RegistrationField {
  name: RegistrationFieldName
  duty: string
  group: FieldGroup
  kind: 'text' | 'long' | 'choice' | 'choices' | 'laboratories'
  title: Words
  /** Always, never, or as the rest of the form says. */
  required: boolean | ((form: RegistrationForm) => boolean)
  hint?: Words
  /** The unit may state that it has none; printed as ***. */
  mayNotApply?: boolean
}

/** Whether a unit ticked a class. */
export const is = (form: RegistrationForm, one: UnitClass) => form.classes?.includes(one) ?? false

const field = (
  name: RegistrationFieldName,
  duty: string,
  group: FieldGroup,
  kind: RegistrationField['kind'],
  required: RegistrationField['required'],
  zh: string,
  en: string,
  more: { hint?: Words; mayNotApply?: boolean } = {},
): RegistrationField => ({ name, duty, group, kind, required, title: { zh, en }, ...more })

/**
 * The fields of 单位登记 a unit fills, in the order of the guide. Three of its 22 are the house's own and
 * are shown beside them: 组织机构代码 (S2-074), 登记状态 (S2-082), 监管辖区机构 (S2-093).
 */
export const registrationFields: readonly RegistrationField[] = [
  field('classes', 'S2-095', 'unit', 'choices', true, '单位类别', 'Kind of unit', {
    hint: {
      zh: '可同时勾选；需要上传的材料是各类的合集。',
      en: 'Several may be ticked; the documents are the union.',
    },
  }),
  field('nameZh', 'S2-073', 'unit', 'text', true, '单位名称', 'Name of the unit', {
    hint: { zh: '与证照一致的全称。', en: 'Full name as on the certificate.' },
  }),
  field('nameEn', 'S2-075', 'unit', 'text', true, '英文名称', 'Name in English', {
    mayNotApply: true,
  }),
  field(
    'approvalSiteNo',
    'S2-076',
    'unit',
    'text',
    true,
    '审批网注册号',
    'Number on the approval site',
    {
      mayNotApply: true,
      hint: {
        zh: '在原审批网站注册过的填写；没有的勾选“无此内容”。',
        en: 'Of the former approval site, if there was one.',
      },
    },
  ),
  field('nature', 'S2-080', 'unit', 'choice', true, '单位性质', 'Nature of the unit'),
  field(
    'bodyCertificate',
    'S2-120',
    'unit',
    'choice',
    (f) => is(f, 'user'),
    '使用者的登记证照',
    'Certificate of the user',
    {
      hint: {
        zh: '事业单位法人证书；没有的，填营业执照、民办非企业单位登记证书或医疗机构执业许可证。',
        en: 'Of an institution, or what stands in its place.',
      },
    },
  ),
  field('legalRep', 'S2-077', 'unit', 'text', true, '法人代表', 'Legal representative'),
  field('head', 'S2-078', 'unit', 'text', true, '负责人', 'Person in charge'),
  field('scope', 'S2-079', 'unit', 'long', true, '经营范围', 'Scope of business', {
    hint: { zh: '按证照填写；事业单位填宗旨和业务范围。', en: 'As on the certificate.' },
  }),
  field(
    'scopeWords',
    'S2-111',
    'unit',
    'text',
    (f) => is(f, 'seller'),
    '经营范围中涉及生物制品的文字',
    'Words of the scope on biological products',
    {
      hint: {
        zh: '从上面的经营范围中摘出原文，便于核对。',
        en: 'Quoted from the scope above.',
      },
    },
  ),
  field('sells', 'S2-115', 'unit', 'choices', (f) => is(f, 'seller'), '销售的产品', 'What is sold'),
  field('approvalScope', 'S2-081', 'unit', 'choices', true, '审批范围', 'Scope of approval', {
    hint: { zh: '准备申请审批的物品类别。', en: 'Classes of articles to apply for.' },
  }),
  field('contact', 'S2-083', 'contact', 'text', true, '联系人', 'Contact person'),
  field('mobile', 'S2-084', 'contact', 'text', true, '手机号码', 'Mobile phone'),
  field('email', 'S2-085', 'contact', 'text', true, '电子邮件', 'Mailbox'),
  field('landline', 'S2-086', 'contact', 'text', true, '固定电话', 'Landline', {
    mayNotApply: true,
    hint: { zh: '区号-号码，例如 010-55500101。', en: 'Area code, number.' },
  }),
  field('postcode', 'S2-087', 'contact', 'text', true, '邮政编码', 'Postcode'),
  field('fax', 'S2-088', 'contact', 'text', true, '传真', 'Fax', { mayNotApply: true }),
  field('registeredAddress', 'S2-089', 'places', 'text', true, '注册地址', 'Registered address'),
  field(
    'productionAddress',
    'S2-090',
    'places',
    'text',
    (f) => is(f, 'producer'),
    '生产地址',
    'Address of production',
  ),
  field('businessAddress', 'S2-091', 'places', 'text', true, '经营地址', 'Address of business', {
    hint: { zh: '使用单位填开展工作的地址。', en: 'A user: where the work is done.' },
  }),
  field('storageAddress', 'S2-092', 'places', 'text', true, '仓储地址', 'Address of storage'),
  field(
    'laboratories',
    'S2-119',
    'laboratories',
    'laboratories',
    (f) => is(f, 'user'),
    '实验室',
    'Laboratories',
    {
      hint: {
        zh: '每个实验室的名称、防护等级、备案或认可编号和地址。',
        en: 'Name, level, filing number and address of each.',
      },
    },
  ),
  field('intro', 'S2-094', 'unit', 'long', true, '单位简介', 'About the unit'),
]

/** Whether a field must be filled for this form. */
export function isRequired(field: RegistrationField, form: RegistrationForm): boolean {
  return typeof field.required === 'function' ? field.required(form) : field.required
}

/** S2-139 what another contact person changes. */
export const contactFields: readonly RegistrationFieldName[] = ['contact', 'mobile', 'email']

/** Whether nothing stands in a field. */
export function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'string' ? value.trim() === '' : value === undefined || value === null
}

/** Whether the unit stated that it has none of this. */
export function statedNone(field: RegistrationField, form: RegistrationForm): boolean {
  return (field.mayNotApply && form.notApplicable?.some((name) => name === field.name)) ?? false
}

/** Whether *** stands for a field: stated as none, with nothing filled in that it would hide. */
export function isNone(field: RegistrationField, form: RegistrationForm): boolean {
  return statedNone(field, form) && isBlank(form[field.name])
}

/** Fields stated as none that hold a value all the same. */
export function contradictedFields(form: RegistrationForm): RegistrationField[] {
  return registrationFields.filter((f) => statedNone(f, form) && !isBlank(form[f.name]))
}

/** The fields that `held` still lacks. In: the form that says which must be filled, where it is another. */
export function wantingFields(held: RegistrationForm, form = held): RegistrationField[] {
  return registrationFields.filter(
    (f) => isRequired(f, form) && isBlank(held[f.name]) && !statedNone(f, held),
  )
}

/** A field of the form by its name; undefined for what is none. */
export function fieldOf(name: string): RegistrationField | undefined {
  return registrationFields.find((f) => f.name === name)
}

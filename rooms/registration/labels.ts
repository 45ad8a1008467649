import { articleClassCodes, classLabel } from '#frame/catalogue/article-classes.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type {
  bodyCertificates,
  natures,
  RegistrationFieldName,
  soldKinds,
  UnitClass,
} from './forms.ts'
import type { FieldGroup } from './fields.ts'

/** S2-095 the classes of unit as the guide names them. */
export const classWords: Record<UnitClass, Words> = {
  producer: { zh: '生产企业', en: 'Producer' },
  seller: { zh: '销售单位', en: 'Seller' },
  user: { zh: '使用者（科研、医疗、检验、医药研发外包）', en: 'User' },
}

const choices: Partial<Record<RegistrationFieldName, Record<string, Words>>> = {
  classes: classWords,
  nature: {
    enterprise: { zh: '企业', en: 'Enterprise' },
    institution: { zh: '事业单位', en: 'Public institution' },
    social: { zh: '社会组织', en: 'Social organisation' },
    other: { zh: '其他', en: 'Other' },
  } satisfies Record<(typeof natures)[number], Words>,
  bodyCertificate: {
    institution: { zh: '事业单位法人证书', en: 'Certificate of a public institution' },
    business: { zh: '营业执照', en: 'Business licence' },
    'private-non-enterprise': {
      zh: '民办非企业单位登记证书',
      en: 'Certificate of a private non-enterprise unit',
    },
    medical: { zh: '医疗机构执业许可证', en: 'Licence of a medical institution' },
  } satisfies Record<(typeof bodyCertificates)[number], Words>,
  sells: {
    ivd: { zh: '体外诊断试剂', en: 'In-vitro diagnostics' },
    drug: { zh: '药品', en: 'Drugs' },
    other: { zh: '其他', en: 'Other' },
  } satisfies Record<(typeof soldKinds)[number], Words>,
  approvalScope: Object.fromEntries(
    articleClassCodes.map((code) => [code, classLabel(code, 's2')]),
  ),
}

/** The words of a field's choices by code, or undefined where it is not a choice. */
export function choicesOf(field: RegistrationFieldName): Record<string, Words> | undefined {
  return choices[field]
}

/** What a stored value reads as; texts read as themselves, laboratories as a list of names. */
export function valueWords(field: RegistrationFieldName, value: unknown): Words {
  if (value === undefined || value === null) return { zh: '', en: '' }
  if (Array.isArray(value)) {
    const each = value.map((one: unknown) => valueWords(field, one))
    return { zh: each.map((w) => w.zh).join('、'), en: each.map((w) => w.en).join(', ') }
  }
  if (typeof value === 'string') return choices[field]?.[value] ?? { zh: value, en: value }
  const { name, level, filingNo } = value as { name?: string; level?: string; filingNo?: string }
  const text = [name, level, filingNo].filter(Boolean).join(' ')
  return { zh: text, en: text }
}

/** What the groups of fields are called on the page and on the printed form. */
export const groupWords: Record<FieldGroup, Words> = {
  unit: { zh: '单位基本信息', en: 'The unit' },
  contact: { zh: '联系方式', en: 'Contact' },
  places: { zh: '地址', en: 'Addresses' },
  laboratories: { zh: '实验室', en: 'Laboratories' },
}

/** The kinds of registration. */
export const kindWords: Record<'first' | 'change' | 'contact', Words> = {
  first: { zh: '单位登记', en: 'Registration' },
  change: { zh: '登记变更', en: 'Change' },
  contact: { zh: '更换联系人', en: 'Another contact person' },
}

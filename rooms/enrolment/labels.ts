import type { Words } from '#frame/kernel/lifecycle.ts'
import type {
  Activity,
  DocumentKind,
  EnrolmentFieldName,
  EnrolmentKind,
  reasonsToRegister,
} from './forms.ts'

export const kindWords: Record<EnrolmentKind, Words> = {
  organisation: { zh: '单位', en: 'Unit' },
  person: { zh: '自然人', en: 'Natural person' },
}

/** S2-052 as 160号令 第三十三条 lists them. */
const activityWords: Record<Activity, Words> = {
  production: { zh: '生产', en: 'Production' },
  use: { zh: '使用', en: 'Use' },
  sale: { zh: '销售', en: 'Sale' },
  research: { zh: '科研', en: 'Research' },
  medical: { zh: '医疗', en: 'Medical care' },
  testing: { zh: '检验', en: 'Testing' },
  outsourcing: { zh: '医药研发外包', en: 'Contract research' },
}

const reasonWords: Record<(typeof reasonsToRegister)[number], Words> = {
  // S2-050
  'beijing-port': {
    zh: '从北京口岸进出口特殊物品',
    en: 'It imports or exports special articles through Beijing’s ports',
  },
  // S2-051
  identification: {
    zh: '存在特殊物品识别问题且需要实施卫生检疫监管（V/W）',
    en: 'Whether its goods are special articles is in question, and they need quarantine supervision (V/W)',
  },
}

export const documentWords: Record<DocumentKind, Words> = {
  'id-card': { zh: '居民身份证', en: 'ID card' },
  passport: { zh: '护照', en: 'Passport' },
}

const choices: Partial<Record<EnrolmentFieldName, Record<string, Words>>> = {
  activities: activityWords,
  reasons: reasonWords,
  documentKind: documentWords,
}

/** The words of a field's choices by code, or undefined where it is not a choice. */
export function choicesOf(field: EnrolmentFieldName): Record<string, Words> | undefined {
  return choices[field]
}

/** What a stored value reads as; several choices one after another, texts as typed. */
export function valueWords(field: EnrolmentFieldName, value: unknown): Words {
  if (Array.isArray(value)) {
    const each = value.map((one: unknown) => valueWords(field, one))
    return { zh: each.map((w) => w.zh).join('、'), en: each.map((w) => w.en).join(', ') }
  }
  const text = typeof value === 'string' ? value : ''
  return choices[field]?.[text] ?? { zh: text, en: text }
}

import {
  pathogenStates,
  articleClasses,
  directions,
  purposes,
  type CaseFieldName,
} from './forms.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'

const choices: Record<string, Record<string, Words>> = {
  direction: {
    entry: { zh: '入境', en: 'Entry' },
    exit: { zh: '出境', en: 'Exit' },
  } satisfies Record<(typeof directions)[number], Words>,
  articleClass: {
    microorganism: { zh: '微生物', en: 'Microorganism' },
    'human-tissue': { zh: '人体组织', en: 'Human tissue' },
    'biological-product': { zh: '生物制品', en: 'Biological product' },
    blood: { zh: '血液及血液制品', en: 'Blood and blood products' },
  } satisfies Record<(typeof articleClasses)[number], Words>,
  purpose: {
    research: { zh: '科研', en: 'Research' },
    testing: { zh: '检验检测', en: 'Testing' },
    'clinical-trial': { zh: '临床试验', en: 'Clinical trial' },
    'clinical-use': { zh: '临床治疗', en: 'Clinical treatment' },
    production: { zh: '生产', en: 'Production' },
    sale: { zh: '销售', en: 'Sale' },
  } satisfies Record<(typeof purposes)[number], Words>,
  pathogenState: {
    none: { zh: '不含病原微生物', en: 'Contains none' },
    contained: { zh: '含有或者可能含有病原微生物', en: 'Contains or may contain' },
  } satisfies Record<(typeof pathogenStates)[number], Words>,
}

/** The words of a field's choices by code, or undefined where it is not a choice. */
export function choicesOf(field: CaseFieldName): Record<string, Words> | undefined {
  return choices[field]
}

/** What a stored value reads as; texts read as themselves. */
export function valueWords(field: CaseFieldName, value: unknown): Words {
  if (value === undefined || value === null) return { zh: '', en: '' }
  const known = typeof value === 'string' ? choices[field]?.[value] : undefined
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return known ?? { zh: text, en: text }
}

/** The words of a place in the application that is neither field nor slot. */
export function placeWords(at: string): Words {
  return at === 'lines' ? { zh: '附表', en: 'Item list' } : { zh: at, en: at }
}

/** The activities of the catalogue's tables, as printed. */
export const activityWords: Record<string, Words> = {
  culture: { zh: '病毒培养', en: 'Virus culture' },
  animal: { zh: '动物感染实验', en: 'Animal infection' },
  unculturedInfectious: { zh: '未经培养的感染材料的操作', en: 'Uncultured infectious material' },
  inactivated: { zh: '灭活材料的操作', en: 'Inactivated material' },
  nonInfectious: { zh: '无感染性材料的操作', en: 'Non-infectious material' },
  liveCulture: { zh: '大量活菌操作', en: 'Live culture' },
  sampleTesting: { zh: '样本检测', en: 'Sample testing' },
  tissueCulture: { zh: '组织培养', en: 'Tissue culture' },
  infectiousTesting: { zh: '感染性材料的检测', en: 'Testing of infectious material' },
}

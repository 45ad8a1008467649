import { articleKind } from '#frame/catalogue/article-classes.ts'
import { purposes as purposeList } from '#frame/catalogue/purposes.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { describedPoints } from './described.ts'
import type {
  articleClasses,
  CaseFieldName,
  currencies,
  directions,
  mediums,
  pathogenStates,
  standings,
  storages,
  trades,
  transports,
  unitClasses,
} from './forms.ts'

const yesNo = { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } }

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
  purpose: Object.fromEntries(purposeList.map(({ code, title }) => [code, title])),
  unitClass: {
    producer: { zh: '生产企业', en: 'Manufacturer' },
    seller: { zh: '销售单位', en: 'Sales unit' },
    user: { zh: '使用者', en: 'User' },
  } satisfies Record<(typeof unitClasses)[number], Words>,
  standing: {
    'receives-to-use': { zh: '入境：收货并由本单位使用', en: 'Entry: receives and uses' },
    'receives-to-sell': {
      zh: '入境：收货后销售给使用单位',
      en: 'Entry: receives and sells to users',
    },
    'receives-for-other': {
      zh: '入境：收货后交其他单位使用（非销售）',
      en: 'Entry: receives for another unit, not for sale',
    },
    'sends-own-make': {
      zh: '出境：本单位生产、加工或者研究的物品',
      en: 'Exit: own product or research',
    },
    'sends-to-sell': { zh: '出境：货主为销售单位', en: 'Exit: the owner is a sales unit' },
    agent: { zh: '只代办进出口手续', en: 'Only an import or export agent' },
  } satisfies Record<(typeof standings)[number], Words>,
  trade: {
    commercial: { zh: '商品', en: 'Merchandise' },
    'non-commercial': { zh: '非商品', en: 'No merchandise' },
  } satisfies Record<(typeof trades)[number], Words>,
  humanGenetic: yesNo,
  regulated: yesNo,
  medium: {
    animal: { zh: '含动物源性成分', en: 'Ingredients of animals' },
    serum: { zh: '动物源性成分只有血清', en: 'Serum is the only animal ingredient' },
    'no-animal': { zh: '不含动物源性成分', en: 'No ingredients of animals' },
  } satisfies Record<(typeof mediums)[number], Words>,
  currency: {
    USD: { zh: '美元', en: 'US dollar' },
    CNY: { zh: '人民币', en: 'Renminbi' },
    EUR: { zh: '欧元', en: 'Euro' },
    GBP: { zh: '英镑', en: 'Pound sterling' },
    JPY: { zh: '日元', en: 'Yen' },
    CHF: { zh: '瑞士法郎', en: 'Swiss franc' },
    HKD: { zh: '港元', en: 'Hong Kong dollar' },
    AUD: { zh: '澳大利亚元', en: 'Australian dollar' },
  } satisfies Record<(typeof currencies)[number], Words>,
  storage: {
    ambient: { zh: '常温', en: 'Ambient' },
    cold: { zh: '2～8 ℃', en: '2–8 °C' },
    frozen: { zh: '－20 ℃', en: '−20 °C' },
    'deep-frozen': { zh: '－80 ℃', en: '−80 °C' },
    nitrogen: { zh: '液氮', en: 'Liquid nitrogen' },
    other: { zh: '其他（写入备注）', en: 'Other (see remarks)' },
  } satisfies Record<(typeof storages)[number], Words>,
  transport: {
    air: { zh: '航空运输', en: 'Air' },
    sea: { zh: '海运', en: 'Sea' },
    road: { zh: '公路运输', en: 'Road' },
    rail: { zh: '铁路运输', en: 'Rail' },
    post: { zh: '邮寄、快件', en: 'Mail or express' },
    carried: { zh: '旅客携带', en: 'Carried by a traveller' },
  } satisfies Record<(typeof transports)[number], Words>,
  pathogenState: {
    none: { zh: '不含病原微生物', en: 'Contains none' },
    contained: { zh: '含有或者可能含有病原微生物', en: 'Contains or may contain' },
  } satisfies Record<(typeof pathogenStates)[number], Words>,
}

/** The words of a field's choices by code, or undefined where it is not a choice. */
export function choicesOf(field: CaseFieldName): Record<string, Words> | undefined {
  return choices[field]
}

/** The words of one choice; the code itself where there are none. */
export const choiceWords = (field: CaseFieldName, code: string): Words =>
  choices[field]?.[code] ?? { zh: code, en: code }

/** What a stored value reads as; texts read as themselves. */
export function valueWords(field: CaseFieldName, value: unknown): Words {
  if (value === undefined || value === null) return { zh: '', en: '' }
  if (field === 'articleKind' && typeof value === 'string')
    return articleKind(value)?.title ?? { zh: value, en: value }
  if (field === 'describes' && Array.isArray(value)) return pointWords(value)
  const known = typeof value === 'string' ? choices[field]?.[value] : undefined
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return known ?? { zh: text, en: text }
}

function pointWords(codes: readonly unknown[]): Words {
  const points = describedPoints.filter((point) => codes.includes(point.code))
  return {
    zh: points.map((point) => point.title.zh).join('；'),
    en: points.map((point) => point.title.en).join('; '),
  }
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

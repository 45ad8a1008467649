import type { Words } from '#frame/kernel/lifecycle.ts'

/** Words of the catalogue's lists; pages/ has the words of its pages. */
export const groupWords: Record<string, Words> = {
  registration: { zh: '单位登记', en: 'Registration' },
  licence: { zh: '审批', en: 'Approval' },
  permit: { zh: '审批单', en: 'Permits' },
  pilot: { zh: '试点', en: 'Pilot' },
  assessment: { zh: '评审', en: 'Assessment' },
  biosafety: { zh: '生物安全', en: 'Biosafety' },
  supervision: { zh: '监管', en: 'Supervision' },
  files: { zh: '文件', en: 'Files' },
  'sign-in': { zh: '登录安全', en: 'Sign-in' },
  notify: { zh: '通知', en: 'Notices' },
  papers: { zh: '文书', en: 'Papers' },
}

/** `{n}` is the number. */
export const unitWords: Record<string, Words> = {
  'working-days': { zh: '{n} 个工作日', en: '{n} working {n:day|days}' },
  'calendar-days': { zh: '{n} 天', en: '{n} {n:day|days}' },
  months: { zh: '{n} 个月', en: '{n} {n:month|months}' },
  years: { zh: '{n} 年', en: '{n} {n:year|years}' },
  hours: { zh: '{n} 小时', en: '{n} {n:hour|hours}' },
  minutes: { zh: '{n} 分钟', en: '{n} {n:minute|minutes}' },
  bytes: { zh: '{n} 字节', en: '{n} {n:byte|bytes}' },
  count: { zh: '{n}', en: '{n}' },
  percent: { zh: '{n}%', en: '{n}%' },
  none: { zh: '{n}', en: '{n}' },
}

/** The unit beside a field to fill. */
export const unitNames: Record<string, Words> = {
  'working-days': { zh: '个工作日', en: 'working days' },
  'calendar-days': { zh: '天', en: 'days' },
  months: { zh: '个月', en: 'months' },
  years: { zh: '年', en: 'years' },
  hours: { zh: '小时', en: 'hours' },
  minutes: { zh: '分钟', en: 'minutes' },
  bytes: { zh: '字节', en: 'bytes' },
  percent: { zh: '%', en: '%' },
}

export const choiceWords: Record<string, Words> = {
  'by-hand': { zh: '由人选定', en: 'Chosen by hand' },
  drawn: { zh: '随机抽取', en: 'Drawn' },
  mlps3: { zh: '等级保护三级（复杂度、定期更换）', en: 'MLPS 3 (classes, regular change)' },
  asvs: { zh: 'ASVS（更长，不强制更换）', en: 'ASVS (longer, no forced change)' },
}

export const activityWords: Record<string, Words> = {
  culture: { zh: '病毒培养', en: 'Virus culture' },
  animal: { zh: '动物感染实验', en: 'Animal infection' },
  unculturedInfectious: { zh: '未经培养的感染材料的操作', en: 'Uncultured infectious material' },
  inactivated: { zh: '灭活材料的操作', en: 'Inactivated material' },
  nonInfectious: { zh: '无感染性材料的操作', en: 'Non-infectious material' },
  liveCulture: { zh: '活菌操作', en: 'Live culture' },
  sampleTesting: { zh: '样本检测', en: 'Sample testing' },
  tissueCulture: { zh: '组织培养', en: 'Tissue culture' },
  infectiousTesting: { zh: '感染性材料的检测', en: 'Testing of infectious material' },
}

/** The same as short as a list needs. */
export const activityShort: Record<string, Words> = {
  culture: { zh: '培养', en: 'Culture' },
  animal: { zh: '动物', en: 'Animal' },
  unculturedInfectious: { zh: '感染材料', en: 'Uncultured' },
  inactivated: { zh: '灭活', en: 'Inactivated' },
  nonInfectious: { zh: '无感染性', en: 'Non-infectious' },
  liveCulture: { zh: '活菌', en: 'Live' },
  sampleTesting: { zh: '样本检测', en: 'Samples' },
  tissueCulture: { zh: '组织培养', en: 'Tissue' },
  infectiousTesting: { zh: '检测', en: 'Testing' },
}

export const pathogenGroupWords: Record<string, Words> = {
  virus: { zh: '病毒', en: 'Viruses' },
  prion: { zh: '朊病毒', en: 'Prions' },
  bacteria: { zh: '细菌等', en: 'Bacteria' },
  fungus: { zh: '真菌', en: 'Fungi' },
}

export const hazardWords: Record<number, Words> = {
  1: { zh: '第一类', en: 'Class 1' },
  2: { zh: '第二类', en: 'Class 2' },
  3: { zh: '第三类', en: 'Class 3' },
  4: { zh: '第四类', en: 'Class 4' },
}

export const agencyKindWords: Record<string, Words> = {
  office: { zh: '机制办公室', en: 'Mechanism Office' },
  member: { zh: '成员单位', en: 'Members' },
  district: { zh: '相关区政府', en: 'District governments' },
}

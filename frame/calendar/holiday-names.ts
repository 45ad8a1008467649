/** A holiday in both languages. */
export interface HolidayName {
  zh: string
  en: string
}

/** The holidays of 全国年节及纪念日放假办法 for everybody. */
export const holidayNames = {
  newYear: { zh: '元旦', en: "New Year's Day" },
  spring: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Qingming Festival' },
  labour: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' },
  midAutumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  national: { zh: '国庆节', en: 'National Day' },
} as const satisfies Record<string, HolidayName>

/** English of a holiday's Chinese name, also of joint ones ('国庆节、中秋节'); '' for a name not known. */
export function englishOf(zh: string): string {
  const names = zh.split('、').map((one) => known.find((name) => name.zh === one)?.en)
  return names.every((name) => name !== undefined) ? names.join(' and ') : ''
}

const known: readonly HolidayName[] = Object.values(holidayNames)

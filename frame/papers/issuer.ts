import type { SettingLookup } from '#frame/catalogue/setting.ts'

/** The body in whose name a paper is issued. */
export interface Issuer {
  /** As printed. */
  name: string
  /** Its letters at the head of the number: 京关 in 京关特受〔2026〕1号. */
  mark: string
}

/** S2-019 Beijing Customs, under the name in force on the day. In: settings of the day. */
export function customsIssuer(settings: SettingLookup): Issuer {
  return { name: settings('papers.customs-name'), mark: '京关' }
}

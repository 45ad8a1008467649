import type { Words } from '#frame/kernel/lifecycle.ts'

/** S2-110 what all three classes of unit may take as the measure of their biosafety documents. */
export const referenceStandards: readonly Words[] = [
  {
    zh: 'GB 19489《实验室 生物安全通用要求》',
    en: 'GB 19489 Laboratories: general requirements for biosafety',
  },
  {
    zh: '《病原微生物实验室生物安全管理条例》',
    en: 'Regulation on the biosafety of pathogen laboratories',
  },
  { zh: '《WHO 实验室生物安全手册》', en: 'WHO Laboratory Biosafety Manual' },
]

/** The standards in one sentence, as the pages of laboratories and documents say it. */
export const referenceHint: Words = {
  zh: `可参考${referenceStandards.map((s) => s.zh).join('、')}。`,
  en: `See ${referenceStandards.map((s) => s.en).join('; ')}.`,
}

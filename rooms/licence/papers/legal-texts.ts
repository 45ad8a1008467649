import type { SettingLookup } from '#frame/catalogue/setting.ts'

/**
 * Articles the papers cite, by what they order. Source: 中华人民共和国行政许可法 (2019-04-23), read in full
 * for articles 32, 38, 42 and 45.
 */
export const basis = {
  /** S2-029 complete and in legal form: accept. */
  accept: '《中华人民共和国行政许可法》第三十二条第一款第五项',
  /** S2-029 nobody told in time what to correct: accepted from the day of receipt. */
  deemed: '《中华人民共和国行政许可法》第三十二条第一款第四项',
  /** S2-033 tell once what is to be corrected. */
  correct: '《中华人民共和国行政许可法》第三十二条第一款第四项',
  /** S2-034 no such approval is needed. */
  noApproval: '《中华人民共和国行政许可法》第三十二条第一款第一项',
  /** S2-034 another body decides: it is named. */
  elsewhere: '《中华人民共和国行政许可法》第三十二条第一款第二项',
  /** S2-045 extension by the head, with the reason told. */
  extend: '《中华人民共和国行政许可法》第四十二条第一款',
  /** S2-046, S2-047 time not counted, told in writing. */
  step: '《中华人民共和国行政许可法》第四十五条',
  /** S2-039 refusal with reasons and the right of review and suit. */
  refuse: '《中华人民共和国行政许可法》第三十八条第二款',
} as const

/** S2-034 where whoever needs no approval is sent. */
export const noApprovalNeeded =
  '该事项依法不需要取得特殊物品卫生检疫审批，不必向其他机关另行申请本许可。'

/** S2-033 what follows when the last day to answer passes. */
export const lapseFollows = '逾期未补正的，本次申请终结，可以重新提出申请。'

/**
 * Remedies against a decision of customs (行政许可法 38; 行政复议法 20, 27: the next higher level is the
 * General Administration). In: settings of the day, which give the two periods.
 */
export function remedies(settings: SettingLookup): string {
  return `如不服本决定，可以自知道本决定之日起${settings('licence.review-days')}日内，依法向海关总署申请行政复议；也可以自知道或者应当知道本决定之日起${settings('licence.suit-months')}个月内，依法向人民法院提起行政诉讼。`
}

/** Conditions every approval carries. Source: 160号令 第二十一条、第二十三条. In: settings of the day. */
export function conditions(settings: SettingLookup, followUp: boolean): string[] {
  return [
    '按照批准的用途和地址使用、存放，不得移作他用；需要变更的，应当事先重新申请。',
    `生产、使用、销售记录至少保存${settings('permit.record-years')}年，备海关核查。`,
    ...(followUp
      ? [
          `本物品需要后续监管，应当自入境之日起${settings('permit.follow-up-days')}日内向目的地海关申报。`,
        ]
      : []),
  ]
}

import { z } from 'zod'
import { stepKinds, type StepKind } from '#frame/calendar/clock-entries.ts'
import { dayWords } from '#frame/calendar/day.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { defineNotice } from '#frame/notify/kind.ts'

const about = z.strictObject({
  number: z.string(),
  unit: z.string(),
  /** Working days in which to answer; older rows have none, it was five. */
  days: z.int().default(5),
})
const toUnit = z.strictObject({
  number: z.string(),
  /** By when. */
  day: z.string().optional(),
  /** Which special step, and how many days it is expected to take. */
  step: z
    .strictObject({
      kind: z.enum(Object.keys(stepKinds) as [StepKind, ...StepKind[]]),
      workdays: z.int().optional(),
      /** Calendar days, as older rows kept it. */
      days: z.int().optional(),
    })
    .optional(),
  /** The same in Chinese, as older rows kept it. */
  words: z.string().optional(),
})
type ToUnit = z.infer<typeof toUnit>

/** What a notice to the unit names: a day, or a step with its time. */
function named({ day, step, words = '' }: ToUnit): Words {
  if (day) return dayWords(day)
  if (!step) return { zh: words, en: words }
  const { kind, workdays, days = 0 } = step
  const n = workdays ?? days
  const counted = workdays === undefined ? { zh: '天', en: '' } : { zh: '个工作日', en: 'working ' }
  return {
    zh: `${stepKinds[kind].zh}，预计需要 ${n} ${counted.zh}`,
    en: `${stepKinds[kind].en}, expected to take ${n} ${counted.en}${n === 1 ? 'day' : 'days'}`,
  }
}
const link = { zh: '查看办件', en: 'Open the case' }

/** S2-028 to the window: a new or corrected filing, to be looked at in time. */
export const filedNotice = defineNotice({
  kind: 'licence.filed',
  words: { zh: '收到申请', en: 'Application received' },
  params: about,
  channels: ['inbox'],
  text: {
    zh: (p) => ({
      title: `${p.unit}提交了申请 ${p.number}`,
      lines: [`请在 ${p.days} 个工作日内受理或一次性告知补正，逾期视为受理。`],
      link: link.zh,
    }),
    en: (p) => ({
      title: `${p.unit} filed ${p.number}`,
      lines: [`Accept or ask for correction within ${p.days} working days.`],
      link: link.en,
    }),
  },
})

/** To officers: a case waits for them. */
export const waitingNotice = defineNotice({
  kind: 'licence.waiting',
  words: { zh: '待办审批', en: 'A case waits for you' },
  params: z.strictObject({
    number: z.string(),
    /** Older rows kept the Chinese word alone. */
    step: z.union([z.strictObject({ zh: z.string(), en: z.string() }), z.string()]),
  }),
  channels: ['inbox'],
  text: {
    zh: (p) => ({
      title: `${p.number} 等待${typeof p.step === 'string' ? p.step : p.step.zh}`,
      lines: [],
      link: link.zh,
    }),
    en: (p) => ({
      title: `${p.number} is waiting: ${typeof p.step === 'string' ? p.step : p.step.en}`,
      lines: [],
      link: link.en,
    }),
  },
})

const unitNotice = (
  kind: string,
  zhWords: string,
  enWords: string,
  zh: (p: ToUnit) => string[],
  en: (p: ToUnit) => string[],
) =>
  defineNotice({
    kind,
    words: { zh: zhWords, en: enWords },
    params: toUnit,
    channels: ['inbox', 'mail'],
    always: true,
    text: {
      zh: (p) => ({ title: `${p.number}：${zhWords}`, lines: zh(p), link: link.zh }),
      en: (p) => ({ title: `${p.number}: ${enWords}`, lines: en(p), link: link.en }),
    },
  })

/** S2-029, S2-048 to the unit. */
export const acceptedNotice = unitNotice(
  'licence.accepted',
  '申请已受理',
  'Application accepted',
  (p) => [
    `审批期限自受理之日起计算，预计 ${named(p).zh} 前作出决定，不收取费用。受理凭证可在办件页面下载。`,
  ],
  (p) => [
    `A decision is due by ${named(p).en}; there is no fee. The acceptance note is on the case page.`,
  ],
)

/** S2-033 to the unit. */
export const correctionNotice = unitNotice(
  'licence.correction',
  '请补正申请材料',
  'Correction needed',
  (p) => [`需要补正的内容已一次性列明，请在 ${named(p).zh} 前补正后再次提交。`],
  (p) => [`All items to correct are listed once; please return them by ${named(p).en}.`],
)

/** S2-047 to the unit, in writing. */
export const stepNotice = unitNotice(
  'licence.step',
  '特殊环节时间告知',
  'Time of a special step',
  (p) => [`${named(p).zh}。该环节所需时间不计入审批期限。`],
  (p) => [`${named(p).en}. This time is not counted in the term of decision.`],
)

/** S2-040 to the unit. */
export const grantedNotice = unitNotice(
  'licence.granted',
  '准予许可',
  'Approved',
  () => ['审批单可在办件页面下载。请在提交核销申请后，前往口岸办理报检通关。'],
  () => ['The permit is on the case page. Request a write-off before declaring at the port.'],
)

/** S2-039 to the unit. */
export const refusedNotice = unitNotice(
  'licence.refused',
  '不予许可',
  'Refused',
  () => ['决定书载明事实、理由、依据和救济途径，可在办件页面下载。'],
  () => ['The decision states facts, reasons, basis and remedies; see the case page.'],
)

/** S2-034 to the unit. */
export const notAcceptedNotice = unitNotice(
  'licence.not-accepted',
  '不予受理',
  'Not accepted',
  () => ['决定书载明理由、办理去向和救济途径，可在办件页面下载。'],
  () => ['The decision states the reason, where to go and the remedies; see the case page.'],
)

/** S2-033 to the unit: nothing came in time. */
export const lapsedNotice = unitNotice(
  'licence.lapsed',
  '逾期未补正，申请终结',
  'Not corrected in time: the application ends',
  (p) => [`补正期限到 ${named(p).zh} 为止，没有收到补正，本次申请终结。需要时可以重新申请。`],
  (p) => [`Nothing came by ${named(p).en}, so this application ends. You may file a new one.`],
)

/** S2-036, C-23 to the unit: an internal return. */
export const returnedNotice = unitNotice(
  'licence.returned',
  '初审退回受理环节',
  'Sent back to the window',
  () => ['受理日期和审批期限不变，现在不需要您办理什么。原因见办件页面。'],
  () => [
    'Day of acceptance and term stay; nothing is asked of you now. The reason is on the page.',
  ],
)

/** S2-045 to the unit, in writing. */
export const extendedNotice = unitNotice(
  'licence.extended',
  '审批期限延长',
  'Term of decision extended',
  (p) => [`经负责人批准，审批期限延长至 ${named(p).zh}。理由见《延长办理期限告知书》。`],
  (p) => [`Extended to ${named(p).en} with approval of the head; the notice gives the reason.`],
)

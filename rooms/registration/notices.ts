import { z } from 'zod'
import { dayWords } from '#frame/calendar/day.ts'
import { defineNotice } from '#frame/notify/kind.ts'

const link = { zh: '查看登记', en: 'Open the registration' }
const words = z.strictObject({ zh: z.string(), en: z.string() })
/** Number, unit, and what kind of registration. */
const about = z.strictObject({ number: z.string(), unit: z.string(), what: words })

/** To the account administrators: something waits for their decision. */
export const waitingNotice = defineNotice({
  kind: 'registration.waiting',
  words: { zh: '单位登记待处理', en: 'A registration waits for you' },
  params: about.extend({ step: z.enum(['asked', 'checked']) }),
  channels: ['inbox'],
  text: {
    zh: (p) => ({
      title: `${p.unit}：${p.what.zh} ${p.number}`,
      lines: [
        p.step === 'asked'
          ? '单位申请变更登记信息，请批准或不批准。'
          : '原件交验合格，请审核通过或退回。',
      ],
      link: link.zh,
    }),
    en: (p) => ({
      title: `${p.unit}: ${p.what.en} ${p.number}`,
      lines: [
        p.step === 'asked'
          ? 'The unit asks for a change: approve or decline it.'
          : 'The originals are good: pass or return it.',
      ],
      link: link.en,
    }),
  },
})

/** S2-024 to the window: originals will be brought. */
export const submittedNotice = defineNotice({
  kind: 'registration.submitted',
  words: { zh: '收到单位登记信息', en: 'Registration submitted' },
  params: about.extend({ day: z.iso.date() }),
  channels: ['inbox'],
  text: {
    zh: (p) => ({
      title: `${p.unit}提交了${p.what.zh} ${p.number}`,
      lines: [`单位应在 ${dayWords(p.day).zh} 前携带原件到窗口交验；逾期也照常接待。`],
      link: link.zh,
    }),
    en: (p) => ({
      title: `${p.unit} submitted ${p.what.en} ${p.number}`,
      lines: [`Originals are due by ${dayWords(p.day).en}; who comes later is served too.`],
      link: link.en,
    }),
  },
})

type ToUnit = z.infer<typeof toUnit>
const toUnit = z.strictObject({ number: z.string(), what: words, said: z.string().optional() })

const unitNotice = (
  name: string,
  zhWords: string,
  enWords: string,
  lines: { zh(p: ToUnit): string[]; en(p: ToUnit): string[] },
) =>
  defineNotice({
    kind: `registration.${name}`,
    words: { zh: zhWords, en: enWords },
    params: toUnit,
    channels: ['inbox', 'mail'],
    always: true,
    text: {
      zh: (p) => ({
        title: `${p.what.zh} ${p.number}：${zhWords}`,
        lines: lines.zh(p),
        link: link.zh,
      }),
      en: (p) => ({
        title: `${p.what.en} ${p.number}: ${enWords}`,
        lines: lines.en(p),
        link: link.en,
      }),
    },
  })

/** What the unit is told, by what happened. */
export const unitNotices = {
  // S2-135
  approved: unitNotice('approved', '变更申请已批准', 'Change approved', {
    zh: () => ['获准变更的项目已经开放修改，请修改后提交，并携带原件到窗口交验。'],
    en: () => ['The approved items are open: change them, submit, and show the originals.'],
  }),
  declined: unitNotice('declined', '变更申请未获批准', 'Change declined', {
    zh: (p) => [`理由：${p.said ?? ''}`, '登记信息保持不变。'],
    en: (p) => [`Reason: ${p.said ?? ''}`, 'What is registered stays as it is.'],
  }),
  // S2-130, S2-138
  returned: unitNotice('returned', '已退回修改', 'Returned', {
    zh: (p) => [`需要改正 ${p.said ?? ''} 项，已在页面上逐项标出，改正后请再次提交。`],
    en: (p) => [`${p.said ?? ''} to mend, each marked on the page; then submit again.`],
  }),
  passed: unitNotice('passed', '审核通过', 'Passed', {
    zh: () => ['登记信息自即时起生效，可以提交特殊物品审批申请。'],
    en: () => ['It is in force from now on; applications may be filed.'],
  }),
  // S2-024
  eve: unitNotice('hand-in-eve', '请尽快交验原件', 'Originals are due', {
    zh: (p) => [`交验期限至 ${dayWords(p.said ?? '').zh}，请携带原件和加盖公章的复印件到窗口。`],
    en: (p) => [`Originals and sealed copies are due by ${dayWords(p.said ?? '').en}.`],
  }),
  moved: unitNotice('hand-in-moved', '交验期限有变化', 'Another day for the originals', {
    zh: (p) => [`工作日历已调整，交验期限改为 ${dayWords(p.said ?? '').zh}。`],
    en: (p) => [
      `The working-day calendar was changed: they are due by ${dayWords(p.said ?? '').en}.`,
    ],
  }),
  late: unitNotice('hand-in-late', '交验原件已逾期', 'Originals are overdue', {
    zh: (p) => [`交验期限 ${dayWords(p.said ?? '').zh} 已过。窗口照常接待，请尽快携带原件交验。`],
    en: (p) => [
      `They were due by ${dayWords(p.said ?? '').en}. The window serves you all the same.`,
    ],
  }),
} as const

/** S2-144 to the unit: a certificate in force runs out. */
export const endingNotice = defineNotice({
  kind: 'registration.ending',
  words: { zh: '证照即将到期', en: 'A certificate runs out' },
  params: z.strictObject({ title: words, day: z.iso.date(), over: z.boolean() }),
  channels: ['inbox', 'mail'],
  text: {
    zh: (p) => ({
      title: `“${p.title.zh}”${p.over ? '已经到期' : '即将到期'}`,
      lines: [`有效期至 ${dayWords(p.day).zh}。请换证后及时申请登记变更。`],
      link: '查看单位信息',
    }),
    en: (p) => ({
      title: `${p.title.en} ${p.over ? 'has run out' : 'runs out soon'}`,
      lines: [`It holds until ${dayWords(p.day).en}. Renew it and ask for a change.`],
      link: 'Open the unit',
    }),
  },
})

/** S2-145 to everybody of the unit: phone or mailbox was changed, so that nobody does it unnoticed. */
export const contactNotice = defineNotice({
  kind: 'registration.contact-changed',
  words: { zh: '联系方式已修改', en: 'Contact details changed' },
  params: z.strictObject({ by: z.string() }),
  channels: ['inbox', 'mail'],
  always: true,
  text: {
    zh: (p) => ({
      title: '本单位的联系方式已修改',
      lines: [`由${p.by}修改，立即生效。如非本单位意愿，请尽快改回并联系窗口。`],
      link: '查看单位信息',
    }),
    en: (p) => ({
      title: 'Contact details of your unit were changed',
      lines: [`By ${p.by}, in force at once. If this was not meant, set them back.`],
      link: 'Open the unit',
    }),
  },
})

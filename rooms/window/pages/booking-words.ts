import { pageWords } from './page-words.ts'

/** Words of the booking page. */
export const bookingWords = {
  ...pageWords,
  notNow: { zh: '现在不需要到窗口', en: 'Nothing to show now' },
  helpTitle: { zh: '可以预约，不预约也能办', en: 'Book if you like; you need not' },
  help: {
    zh: '预约只为省去等候。在接待时间直接到窗口同样办理；过了交验期限也照常接待。',
    en: 'A booking only saves waiting. Come while the window is open and you are served, late or not.',
  },
  pick: { zh: '选择时段', en: 'Pick a time' },
  pickHint: {
    zh: '点一下即预约成功，之后可以改约或取消。',
    en: 'One click books it; it can be changed.',
  },
  left: { zh: '余 {n}', en: '{n} left' },
  full: { zh: '约满', en: 'full' },
  over: { zh: '已过', en: 'past' },
  late: { zh: '超过交验期限，照常接待', en: 'after the due day, served all the same' },
  closedOn: { zh: '{day}（{reason}）不接待', en: 'closed on {day} ({reason})' },
  bookOn: { zh: '预约 {day}', en: 'Book {day}' },
  until: { zh: '至 {to}，', en: 'to {to},' },
  yours: { zh: '您的预约', en: 'Your booking' },
  atWindow: { zh: '正在窗口办理', en: 'At the window now' },
  rebook: { zh: '改约', en: 'Another time' },
  keep: { zh: '不改了', en: 'Keep this one' },
  toCalendar: { zh: '加入日历', en: 'Add to calendar' },
  comeAnyway: {
    zh: '约定时间没有到的，时段让给别人，您仍可在接待时间直接前来。',
    en: 'If you miss it, others may have it; you may still come while the window is open.',
  },
  bring: { zh: '带什么', en: 'What to bring' },
  bringHint: {
    zh: '每份材料带原件，另带复印件并加盖单位公章。',
    en: 'Of each document the original, and a copy with the seal of the unit.',
  },
  nothingToBring: { zh: '没有要带的材料', en: 'Nothing to bring' },
  past: { zh: '以往的预约和交验', en: 'Earlier bookings and visits' },
} as const

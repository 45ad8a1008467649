import { z } from 'zod'
import { dayInWords, dayWords } from '#frame/calendar/day.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { defineNotice } from '#frame/notify/kind.ts'

/** What an officer did to a booking of a unit. */
const changes = ['cancelled', 'came', 'restored', 'lost'] as const
export type BookingChange = (typeof changes)[number]

const params = z.strictObject({
  what: z.enum(changes),
  day: z.iso.date(),
  from: z.string(),
  number: z.string(),
})

/** What the title says after the time. */
const titles: Record<BookingChange, Words> = {
  cancelled: { zh: '的预约已由窗口取消', en: 'was cancelled by the window' },
  came: { zh: '的预约不再保留，窗口已开始接待', en: 'is given up: you are being received' },
  restored: { zh: '的预约已恢复', en: 'stands again' },
  lost: { zh: '的预约已结束，没有作出结论', en: 'ended without a result' },
}

const again: Words = {
  zh: '不影响登记。请另约时间，也可以在窗口接待时间直接前来，不需要预约。',
  en: 'Nothing is lost: book again, or simply come while the window is open.',
}

const lines: Record<BookingChange, Words> = {
  cancelled: again,
  came: {
    zh: '有人在另一天到窗口交验，原来的时段已让给其他单位。不是您单位来人的，请告知窗口。',
    en: 'Somebody came on another day, so the time is free for others. Tell the window if it was not you.',
  },
  restored: {
    zh: '窗口中止了这次接待，原来的时段还空着，预约照旧有效。',
    en: 'The visit was stopped; the time was still free, and your booking holds as before.',
  },
  lost: again,
}

/** S2-006 an officer ended, moved or restored what a unit had booked. */
export const changedNotice = defineNotice({
  kind: 'window.changed',
  words: { zh: '窗口变更了预约', en: 'The window changed a booking' },
  params,
  channels: ['inbox', 'mail'],
  text: {
    zh: (p) => ({
      title: `${dayInWords(p.day)} ${p.from} ${titles[p.what].zh}`,
      lines: [`登记编号：${p.number}`, lines[p.what].zh],
      link: '查看预约',
    }),
    en: (p) => ({
      title: `Your booking of ${dayWords(p.day).en} at ${p.from} ${titles[p.what].en}`,
      lines: [`Registration: ${p.number}`, lines[p.what].en],
      link: 'Open the booking',
    }),
  },
})

import { z } from 'zod'
import { dayInWords, dayWords } from '#frame/calendar/day.ts'
import { defineNotice } from '#frame/notify/kind.ts'

const link = { zh: '查看预约', en: 'Open the booking' }

/** S2-129 the day before: when, and what to bring. */
export const reminderNotice = defineNotice({
  kind: 'window.reminder',
  words: { zh: '窗口预约提醒', en: 'Reminder of a booking at the window' },
  params: z.strictObject({ day: z.iso.date(), from: z.string(), number: z.string() }),
  channels: ['inbox', 'mail'],
  text: {
    zh: (p) => ({
      title: `${dayInWords(p.day)} ${p.from} 到窗口交验原件`,
      lines: [
        `登记编号：${p.number}`,
        '请带登记材料的原件和加盖公章的复印件，清单见预约页面。',
        '不能来的请改约或取消，把时段让给其他单位。',
      ],
      link: link.zh,
    }),
    en: (p) => ({
      title: `${dayWords(p.day).en} ${p.from}: show the originals at the window`,
      lines: [
        `Registration: ${p.number}`,
        'Bring the originals and sealed copies; the list stands on the page of the booking.',
        'If you cannot come, take another time or cancel, so that others may have it.',
      ],
      link: link.en,
    }),
  },
})

/** The day passed: nothing is lost. */
export const missedNotice = defineNotice({
  kind: 'window.missed',
  words: { zh: '预约的时段已过', en: 'A booked time has passed' },
  params: z.strictObject({ day: z.iso.date(), number: z.string() }),
  channels: ['inbox', 'mail'],
  text: {
    zh: (p) => ({
      title: `${dayInWords(p.day)}的窗口预约没有办理`,
      lines: [
        `登记编号：${p.number}`,
        '不影响登记。可以另约时间，也可以在窗口接待时间直接前来，不需要预约。',
      ],
      link: link.zh,
    }),
    en: (p) => ({
      title: `The booking of ${dayWords(p.day).en} was not used`,
      lines: [
        `Registration: ${p.number}`,
        'Nothing is lost: book again, or simply come while the window is open.',
      ],
      link: link.en,
    }),
  },
})

/** C-27 the calendar or the hours changed under a booking. */
export const lapsedNotice = defineNotice({
  kind: 'window.lapsed',
  words: { zh: '预约的时段不再接待', en: 'A booked time fell away' },
  params: z.strictObject({ day: z.iso.date(), from: z.string(), number: z.string() }),
  channels: ['inbox', 'mail'],
  text: {
    zh: (p) => ({
      title: `${dayInWords(p.day)} ${p.from} 窗口不接待，预约已取消`,
      lines: [
        `登记编号：${p.number}`,
        '放假安排或接待时间有调整。请另约时间，也可以在接待时间直接前来。',
      ],
      link: link.zh,
    }),
    en: (p) => ({
      title: `No window on ${dayWords(p.day).en} at ${p.from}; the booking is cancelled`,
      lines: [
        `Registration: ${p.number}`,
        'Holidays or hours have changed. Take another time, or come while the window is open.',
      ],
      link: link.en,
    }),
  },
})

/** S2-129 the originals are good; the decision on the registration follows. */
export const completeNotice = defineNotice({
  kind: 'window.complete',
  words: { zh: '原件交验合格', en: 'Originals found complete' },
  params: z.strictObject({ day: z.iso.date(), number: z.string() }),
  channels: ['inbox', 'mail'],
  text: {
    zh: (p) => ({
      title: `登记 ${p.number}：原件交验合格`,
      lines: [
        `${dayInWords(p.day)}交验的材料齐全，与上传的一致，回执可在页面下载。`,
        '登记随后由账号管理岗位审核，结果另行通知。',
      ],
      link: '查看交验结果',
    }),
    en: (p) => ({
      title: `Registration ${p.number}: the originals are good`,
      lines: [
        `What was shown on ${dayWords(p.day).en} is complete; the receipt stands on the page.`,
        'The registration is now decided; you will be told.',
      ],
      link: 'See the result',
    }),
  },
})

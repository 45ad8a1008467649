import { z } from 'zod'
import { defineNotice } from '#frame/notify/kind.ts'
import { dayInWords } from './day.ts'
import { clockTitle } from './clock-titles.ts'

/** Told to the unit and to whoever has the case in hand when a changed calendar moved a due day. */
export const clockMovedNotice = defineNotice({
  kind: 'calendar.clock-moved',
  words: { zh: '工作日历调整引起的期限变化', en: 'Due date moved by a changed calendar' },
  params: z.strictObject({
    label: z.string(),
    clock: z.string(),
    oldDay: z.string().nullable(),
    newDay: z.string().nullable(),
    provisional: z.boolean(),
  }),
  channels: ['inbox', 'mail'],
  text: {
    zh: (p) => ({
      title: `${p.label} 的${clockTitle(p.clock).zh}改为${p.newDay ? dayInWords(p.newDay) : '待定'}`,
      lines: [
        `工作日历已调整，${clockTitle(p.clock).zh}届满日由${p.oldDay ? dayInWords(p.oldDay) : '待定'}改为${p.newDay ? dayInWords(p.newDay) : '待定'}。`,
        '应办理的工作日天数不变；逐日的计算及理由见办件页面。',
        ...(p.provisional ? ['新的届满日落在放假安排尚未公布的年度，仍为暂定。'] : []),
      ],
      link: '查看期限',
    }),
    en: (p) => ({
      title: `${p.label}: ${clockTitle(p.clock).en} is now due ${p.newDay ?? 'later'}`,
      lines: [
        `The working-day calendar was changed; the due date moved from ${p.oldDay ?? 'open'} to ${p.newDay ?? 'open'}.`,
        'The number of working days is unchanged; the case page shows every day with its reason.',
        ...(p.provisional
          ? ['The new date lies in a year whose holidays are not yet published: provisional.']
          : []),
      ],
      link: 'See the days',
    }),
  },
})

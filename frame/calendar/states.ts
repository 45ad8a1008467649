import { lifecycle, moveOf } from '#frame/kernel/lifecycle.ts'
import type { Role } from '#frame/people/roles.ts'

const admin: readonly Role[] = ['system-admin']

/** The calendar is always in force; what changes are its days. */
export const calendarLife = lifecycle({
  subject: 'calendar',
  title: { zh: '工作日历', en: 'Working-day calendar' },
  statuses: { 'in-force': { zh: '执行中', en: 'In force' } },
  moves: [
    {
      act: 'publish-year',
      title: { zh: '录入年度放假安排', en: "Publish a year's notice" },
      from: ['in-force'],
      to: ['in-force'],
      who: admin,
      duties: ['S2-043'],
    },
    {
      act: 'set-day',
      title: { zh: '调整某一天', en: 'Change a single day' },
      from: ['in-force'],
      to: ['in-force'],
      who: admin,
      duties: ['S2-043'],
    },
    {
      act: 'clear-day',
      title: { zh: '撤销单日调整', en: 'Take a single change back' },
      from: ['in-force'],
      to: ['in-force'],
      who: admin,
      duties: ['S2-043'],
    },
  ],
})

/** The row of the calendar's table for an act. */
export const move = (act: string) => moveOf(calendarLife, act)

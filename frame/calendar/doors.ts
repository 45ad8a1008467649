import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { reasonView, stateView, words } from '#frame/http/reply-parts.ts'
import { clearDayForm, publishForm, setDayForm } from './forms.ts'
import { dayField, yearNotice } from './year-notice.ts'

/** One day of the calendar with its reason. */
export const calendarDay = z.object({
  day: z.string(),
  workday: z.boolean(),
  kind: z.enum(['workday', 'weekend', 'holiday', 'makeup']),
  name: words.nullable(),
  reason: words,
  source: z.string().nullable(),
  provisional: z.boolean(),
})

const yearState = z.object({
  year: z.int(),
  published: z.boolean(),
  title: z.string().nullable(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  url: z.string().nullable(),
})

/** A span of days, each with why it is a working day or not. */
export const daysDoor = door({
  method: 'GET',
  path: '/api/calendar/days',
  permission: 'calendar.days',
  who: 'public',
  tag: 'calendar',
  summary: { zh: '查询一段日期：每天是否工作日及理由', en: 'A span of days, each with its reason' },
  query: z.object({ from: dayField.optional(), to: dayField.optional() }),
  reply: z.object({
    today: z.string(),
    version: z.int(),
    years: z.array(yearState),
    days: z.array(calendarDay),
  }),
})

/** Notices, own days and changes, for those who keep the calendar. */
export const historyDoor = door({
  method: 'GET',
  path: '/api/calendar/history',
  permission: 'calendar.history',
  who: ['system-admin', 'audit-admin'],
  tag: 'calendar',
  summary: { zh: '工作日历的通知与变更历史', en: 'Notices and changes of the calendar' },
  reply: z.object({
    version: z.int(),
    notices: z.array(
      z.object({
        notice: yearNotice,
        version: z.int(),
        by: z.string().nullable(),
        reason: z.string().nullable(),
        at: z.string(),
      }),
    ),
    ownDays: z.array(calendarDay),
    changes: z.array(
      z.object({
        id: z.string(),
        day: z.string(),
        kind: z.enum(['off', 'work']).nullable(),
        name: words.nullable(),
        source: z.string().nullable(),
        reason: z.string(),
        by: z.string(),
        at: z.string(),
      }),
    ),
  }),
})

/** A change to be looked at before it is made; `seen` is not needed for a look. */
export const previewForm = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('publish'), ...publishForm.omit({ seen: true }).shape }),
  z.strictObject({
    what: z.literal('set'),
    ...setDayForm.pick({ day: true, kind: true, name: true, nameEn: true }).shape,
  }),
  z.strictObject({ what: z.literal('clear'), ...clearDayForm.pick({ day: true }).shape }),
])

/** What a change would do: days, and open clocks with old and new due day. Nothing is changed. */
export const previewDoor = door({
  method: 'POST',
  path: '/api/calendar/preview',
  permission: 'calendar.preview',
  who: ['system-admin'],
  tag: 'calendar',
  summary: {
    zh: '预览日历变更：哪些日期、哪些在办期限会变',
    en: 'Preview a change: which days and open clocks move',
  },
  body: previewForm,
  reply: z.object({
    reasons: z.array(reasonView),
    days: z.array(z.object({ before: calendarDay, after: calendarDay })),
    /** Some of the days have passed already. */
    past: z.boolean(),
    openClocks: z.int(),
    movedClocks: z.int(),
    /** The first 200, longest move first. The label is a number, never content of the case. */
    moved: z.array(
      z.object({
        label: z.string(),
        subject: words,
        clock: words,
        oldDay: z.string().nullable(),
        newDay: z.string().nullable(),
        /** Calendar days later; negative when earlier; null when one of the two is open. */
        shift: z.int().nullable(),
      }),
    ),
  }),
})

export const publishDoor = door({
  method: 'POST',
  path: '/api/calendar/notices',
  permission: 'calendar.publish-year',
  who: ['system-admin'],
  tag: 'calendar',
  summary: { zh: '录入年度放假安排并重算在办期限', en: "Publish a year's notice" },
  body: publishForm,
  reply: stateView,
})

export const setDayDoor = door({
  method: 'PUT',
  path: '/api/calendar/days/:day',
  permission: 'calendar.set-day',
  who: ['system-admin'],
  tag: 'calendar',
  summary: { zh: '调整某一天并重算在办期限', en: 'Change a single day' },
  params: z.object({ day: dayField }),
  body: setDayForm.omit({ day: true }),
  reply: stateView,
})

export const clearDayDoor = door({
  method: 'POST',
  path: '/api/calendar/days/:day/clear',
  permission: 'calendar.clear-day',
  who: ['system-admin'],
  tag: 'calendar',
  summary: { zh: '撤销单日调整并重算在办期限', en: 'Take a single change back' },
  params: z.object({ day: dayField }),
  body: clearDayForm.omit({ day: true }),
  reply: stateView,
})

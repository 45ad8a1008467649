import type { RoutePage } from '#shell/route-page.ts'
import { calendarWords, settingsWords } from '../labels.ts'

const loadCalendarPage = () => import('./calendar-page.tsx').then((m) => m.CalendarPage)

/** The calendar for everybody, the same at the desk, and the administrator's pages. */
export const calendarPages: readonly RoutePage[] = [
  { path: '/calendar', layout: 'public', title: calendarWords.title, load: loadCalendarPage },
  {
    path: '/desk/calendar',
    layout: 'desk',
    title: calendarWords.title,
    load: loadCalendarPage,
    nav: { group: 'lists', order: 90, who: 'signed-in' },
  },
  {
    path: '/settings/calendar',
    layout: 'officer',
    title: settingsWords.title,
    load: () => import('./settings-page.tsx').then((m) => m.SettingsPage),
    nav: { group: 'settings', order: 30, who: ['system-admin', 'audit-admin'] },
  },
  {
    path: '/settings/calendar/$year',
    layout: 'officer',
    title: settingsWords.years,
    parent: '/settings/calendar',
    load: () => import('./notice-page.tsx').then((m) => m.NoticePage),
  },
]

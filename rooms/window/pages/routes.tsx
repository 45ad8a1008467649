import type { RoutePage } from '#shell/route-page.ts'
import { windowOfficers } from '../states.ts'
import { pageWords } from './page-words.ts'

/** Pages of the window: its hours for everybody, booking for units, the day and a visit for officers. */
export const windowPages: readonly RoutePage[] = [
  {
    path: '/window/hours',
    layout: 'public',
    title: pageWords.hoursTitle,
    load: () => import('./hours-page.tsx').then((m) => m.HoursPage),
  },
  {
    path: '/window',
    layout: 'desk',
    title: pageWords.dayTitle,
    load: () => import('./day-page.tsx').then((m) => m.DayPage),
    nav: { group: 'work', order: 15, who: windowOfficers },
  },
  {
    path: '/window/book/$registrationId',
    layout: 'desk',
    title: pageWords.bookTitle,
    parent: '/registration',
    load: () => import('./booking-page.tsx').then((m) => m.BookingPage),
  },
  {
    path: '/window/visit/$id',
    layout: 'desk',
    title: pageWords.visitTitle,
    parent: '/window',
    load: () => import('./visit-page.tsx').then((m) => m.VisitPage),
  },
]

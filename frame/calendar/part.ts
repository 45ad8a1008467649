import type { HousePart } from '#frame/http/part.ts'
import { fillCalendar } from './fill-calendar.ts'
import { calendarRoutes } from './routes.ts'

/** The calendar as the house takes it in. */
export const calendarPart: HousePart = {
  name: 'calendar',
  routes: calendarRoutes,
  fill: fillCalendar,
}

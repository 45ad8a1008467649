import { openAct, openRead, type Route } from '#frame/http/open.ts'
import { clearDay } from './clear-day.ts'
import {
  clearDayDoor,
  daysDoor,
  historyDoor,
  previewDoor,
  publishDoor,
  setDayDoor,
} from './doors.ts'
import { previewChange } from './preview.ts'
import { publishYear } from './publish-year.ts'
import { readDays, readHistory } from './reads.ts'
import { setDay } from './set-day.ts'
import { calendarLife } from './states.ts'

/** The doors of the calendar with what is behind them. */
export const calendarRoutes: readonly Route[] = [
  openRead(daysDoor, ({ house }, { query }) => readDays(house, query)),
  openRead(historyDoor, ({ house }) => readHistory(house)),
  openRead(previewDoor, ({ house }, { body }) => previewChange(house, body)),
  openAct(publishDoor, publishYear, calendarLife, ({ body }) => body),
  openAct(setDayDoor, setDay, calendarLife, ({ params, body }) => ({ ...body, ...params })),
  openAct(clearDayDoor, clearDay, calendarLife, ({ params, body }) => ({ ...body, ...params })),
]

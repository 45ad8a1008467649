import type { z } from 'zod'
import { todayInBeijing } from '#frame/calendar/day.ts'
import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import type { Visit } from '#frame/http/open.ts'
import type { hoursDoor } from './doors.ts'
import { hoursWords } from './hours-words.ts'
import { closedDays, loadReception, nextWindowDays } from './reception.ts'

// about a month of Mondays and Thursdays
const daysShown = 8

/** S2-006 the window's hours and its next days, for everybody. */
export async function showHours({ house }: Visit): Promise<z.input<typeof hoursDoor.reply>> {
  const today = todayInBeijing(house.clock.now())
  const reception = await loadReception(house.db)
  const settings = await settingsOn(house.db, today)
  const { hours, minutes } = reception.termsOn(today)
  const days = nextWindowDays(reception, today, daysShown)
  const last = days.at(-1)?.day ?? today
  return {
    words: hoursWords(hours),
    weekdays: [...hours.weekdays],
    from: hours.from,
    to: hours.to,
    slotMinutes: minutes,
    address: settings('papers.window-address'),
    phone: settings('papers.window-phone'),
    today,
    days,
    closed: closedDays(reception, { from: today, to: last }).map(({ day, reason }) => ({
      day,
      reason,
    })),
  }
}

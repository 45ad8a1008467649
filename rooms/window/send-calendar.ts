import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import { calendarFile } from '#frame/calendar/calendar-file.ts'
import { todayInBeijing } from '#frame/calendar/day.ts'
import type { Visit } from '#frame/http/open.ts'
import { absent } from '#frame/kernel/reason.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { findVisit, visitReaders } from './load-visit.ts'
import { beijingInstant } from './slots.ts'

/** A booking as a calendar file, to be put into any calendar. Errors: absent, also when no time was booked. */
export async function sendCalendar({ house, actor, reply }: Visit, id: string): Promise<string> {
  const visit = await findVisit(house.db, id)
  if (!visit || !within(reachOf(actor, visitReaders), visit.subject)) throw absent()
  const { subject, registration, day, from, to } = visit
  if (from === null || to === null) throw absent()
  const now = house.clock.now()
  const settings = await settingsOn(house.db, todayInBeijing(now))
  reply.header('content-type', 'text/calendar; charset=utf-8')
  reply.header('content-disposition', `attachment; filename="window-${day}.ics"`)
  reply.header('cache-control', 'private, no-store')
  const booking = {
    uid: `${subject.id}@lianguan`,
    sequence: subject.version,
    when: { from: beijingInstant(day, from), to: beijingInstant(day, to) },
    title: `窗口交验登记材料（${registration.number ?? ''}）`,
    place: settings('papers.window-address'),
    text: '请带登记材料的原件和加盖公章的复印件，清单见预约页面。',
    url: `${house.config.publicUrl}/window/book/${registration.id}`,
    madeAt: now,
    cancelled: subject.status === 'cancelled',
    remind: 'PT2H',
  }
  return calendarFile([booking])
}

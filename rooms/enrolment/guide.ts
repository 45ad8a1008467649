import { todayInBeijing } from '#frame/calendar/day.ts'
import { areasOn } from '#frame/catalogue/read-bodies.ts'
import { settingsToday } from '#frame/catalogue/stored-settings.ts'
import type { Visit } from '#frame/http/open.ts'
import type { GuideView } from './views.ts'

/** What the public page says before anybody begins: where, when and with whom, as the dated settings have it. */
export async function readGuide({ house }: Visit): Promise<GuideView> {
  const setting = await settingsToday(house)
  const areas = await areasOn(house.db, todayInBeijing(house.clock.now()))
  return {
    // S2-002 the matter, S2-001 and the guide that names it
    matter: setting('registration.matter'),
    guidePublished: setting('registration.guide-published'),
    // S2-003 who decides, and under which name the guide of its time knows the body
    agency: setting('papers.customs-name'),
    formerAgency: setting('papers.customs-former-name'),
    // S2-004 S2-005 of today; those of 2016 are history and shown nowhere
    address: setting('papers.window-address'),
    phone: setting('papers.window-phone'),
    weekdays: setting('registration.window-weekdays'),
    from: setting('registration.window-from'),
    to: setting('registration.window-to'),
    linkHours: setting('registration.link-hours'),
    keepDays: setting('registration.enrolment-keep-days'),
    areas: areas.map(({ code, name }) => ({ code, name })),
  }
}

import type { z } from 'zod'
import { calendarFile } from '#frame/calendar/calendar-file.ts'
import { dayWords, daysBetween, todayInBeijing } from '#frame/calendar/day.ts'
import type { Visit } from '#frame/http/open.ts'
import { membersOf, type Member } from '#frame/people/accounts/members.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { unitEndings, unitUnderway, type Ending, type UnitAsk } from '#frame/people/unit-section.ts'
import type { unitDeskDoor } from './doors.ts'
import { unitInReach } from './show-unit.ts'

type Reply = z.input<typeof unitDeskDoor.reply>

/** What ends of a unit, what is under way, and who its people are. Errors: absent. */
export async function showUnitDesk(visit: Visit, id: string): Promise<Reply> {
  const unit = await unitInReach(visit, id)
  const ask = askOf(visit, id)
  const owner = { unitId: id, branchId: unit.branch.id }
  const own = within(reachOf(visit.actor, unitRoles), owner)
  const members = await membersOf(ask.db, id, ask.today)
  return {
    endings: (await unitEndings(ask)).map((ending) => endingShown(ending, ask)),
    underway: await unitUnderway(ask),
    members: members.map((member) => memberShown(member, own)),
  }
}

function askOf({ house, actor }: Visit, unitId: string): UnitAsk {
  return { db: house.db, actor, unitId, today: todayInBeijing(house.clock.now()) }
}

function endingShown({ warnDays, ...ending }: Ending, { today }: UnitAsk) {
  const daysLeft = daysBetween(today, ending.day)
  const state: 'over' | 'soon' | 'later' =
    daysLeft < 0 ? 'over' : daysLeft <= warnDays ? 'soon' : 'later'
  return { ...ending, daysLeft, state }
}

/** Officers learn who works for the unit as what; the account itself is its own people's matter. */
function memberShown({ accountId, name, status, roles }: Member, own: boolean) {
  return { accountId: own ? accountId : null, name, status: own ? status : null, roles }
}

/**
 * What ends of a unit as a calendar file to take into any calendar program; the same thing keeps its name, so
 * that a later file moves it. Errors: absent.
 */
export async function sendUnitEndings(
  visit: Visit,
  id: string,
  language: 'zh' | 'en',
): Promise<string> {
  const { house, reply } = visit
  const unit = await unitInReach(visit, id)
  const endings = await unitEndings(askOf(visit, id))
  reply.header('content-type', 'text/calendar; charset=utf-8')
  reply.header('content-disposition', 'attachment; filename="expiries.ics"')
  reply.header('cache-control', 'private, no-store')
  const ends = { zh: '到期', en: 'ends' }[language]
  return calendarFile(
    endings.map(({ key, what, name, day, warnDays, path }) => ({
      uid: `${key}@lianguan`,
      sequence: 0,
      when: day,
      title: `${what[language]} ${ends}`,
      text: `${unit.nameZh}\n${name}\n${dayWords(day)[language]} ${ends}`,
      url: `${house.config.publicUrl}${path}`,
      madeAt: house.clock.now(),
      remind: `P${warnDays}D`,
    })),
  )
}

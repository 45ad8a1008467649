import { contactSlots, registrationSlots } from '#rooms/registration/slots.ts'
import { slotOf } from '#rooms/enrolment/slots.ts'
import type { House } from '#frame/house.ts'
import { scansOf } from './documents.ts'
import type { Play } from './play.ts'
import { playRegistration } from './play-registrations.ts'
import { playPerson, playRequest } from './play-units.ts'
import { unitFacts, type UnitState } from './unit-facts.ts'

/** Under which name the account of a unit signs in, where it is not the unit's own code. */
const logins: Readonly<Record<string, string>> = { jinghua: 'shenqing', beichen: 'shenqing2' }

/** How many working days ago a unit in this state asked for its account. */
const askedAgo: Record<UnitState, number> = {
  filed: 1,
  'request-returned': 3,
  approved: 2,
  'request-refused': 9,
  filling: 3,
  booked: 5,
  overdue: 20,
  returned: 6,
  checked: 6,
  passed: 170,
  'change-asked': 90,
  'change-filling': 95,
  'change-awaiting': 100,
  'change-declined': 105,
  'change-passed': 110,
  'contact-awaiting': 115,
}

/**
 * Makes the units of the demonstration, each through the acts of its own people and officers. In: accounts
 * by login, to which those of the units are added. Out: unit ids by code.
 */
export async function makeUnits(
  house: House,
  play: Play,
  branches: Record<string, string>,
  accounts: Record<string, string>,
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  const at = { house, play, branches, scans: await allScans() }
  for (const [n, unit] of unitFacts.entries()) {
    const login = logins[unit.code] ?? unit.code
    const ago = askedAgo[unit.state]
    const made = await playRequest(at, unit, n, ago, login)
    if (!made) continue
    ids[unit.code] = made.unitId
    accounts[login] = made.accountId
    await playRegistration(at, { unit, n, unitId: made.unitId, login }, ago - 2)
  }
  const person = await playPerson(at, 8, 'geren')
  accounts['geren'] = person.accountId
  ids['person'] = person.unitId
  return ids
}

function allScans(): Promise<Record<string, Buffer>> {
  const { organisation, person } = slotOf
  return scansOf(
    Object.fromEntries(
      [organisation, person, ...registrationSlots, ...contactSlots].map(({ code, title }) => [
        code,
        `${title.zh}（演示）`,
      ]),
    ),
  )
}

import { loadCalendar } from '#frame/calendar/stored-calendar.ts'
import type { House } from '#frame/house.ts'
import { caseSlots } from '#rooms/licence/slots.ts'
import { fillLibraries } from './articles.ts'
import { besideCases } from './beside-cases.ts'
import { demoCases } from './cases.ts'
import { demoScans, scansOf } from './documents.ts'
import { makePeople } from './people.ts'
import { playOn } from './play.ts'
import { makeUnits } from './make-units.ts'
import { applicant, playCase } from './play-case.ts'

/**
 * Fills an empty house with the demonstration: units, persons, and cases in every state, each step done
 * by its own person on its own day through the same corridor as real work. Does nothing when the house
 * has accounts already. Out: whether it did.
 */
export async function furnishDemo(house: House, say: (sentence: string) => void): Promise<boolean> {
  const known = await house.db.selectFrom('account').select('id').limit(1).executeTakeFirst()
  if (known) return false
  say('正在准备演示数据……')
  const branches = await codes(house, 'branch')
  const agencies = await codes(house, 'agency')
  const accounts: Record<string, string> = {}
  const { calendar } = await loadCalendar(house.db)
  const play = playOn(house, calendar, accounts)
  await makePeople(house, { units: {}, branches, agencies }, accounts)
  const units = await makeUnits(house, play, branches, accounts)
  await makePeople(house, { units, branches, agencies }, accounts)
  const scans = await caseScans()
  await fillLibraries(play, applicant, units)
  for (const demo of [...demoCases, ...besideCases])
    await playCase(play, demo, units[demo.unit]!, scans)
  return true
}

async function codes(house: House, table: 'branch' | 'agency'): Promise<Record<string, string>> {
  const rows = await house.db.selectFrom(table).select(['id', 'code']).execute()
  return Object.fromEntries(rows.map((r) => [r.code, r.id]))
}

/** A scan for every document slot of an application. */
export async function caseScans(): Promise<Record<string, Buffer>> {
  const titles = caseSlots.map(({ code, title }) => [code, `${title.zh}（演示）`])
  return { ...(await scansOf(Object.fromEntries(titles))), ...(await demoScans()) }
}

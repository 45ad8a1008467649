import type { Day } from '#frame/calendar/day.ts'
import type { Database } from '#frame/db/connect.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { Actor } from './actor.ts'

/** Whose page is asked, by whom and when. */
export interface UnitAsk {
  db: Database
  /** A room shows him no more than its own pages would. */
  actor: Actor
  unitId: string
  today: Day
}

/** Something of a unit that holds until a day: a certificate, a permit. */
export interface Ending {
  /** Stays the same while it is the same thing. */
  key: string
  what: Words
  /** Its number or the name on it. */
  name: string
  /** Its last day. */
  day: Day
  /** From how many days before it a person is warned. */
  warnDays: number
  path: string
}

/** Something of a unit that is under way. */
export interface Underway {
  key: string
  what: Words
  name: string
  status: Words
  /** The day that counts next, and what it is. */
  day: { day: Day; words: Words } | null
  path: string
}

/** What one room tells on a unit's own page, as far as the person may see it. */
export interface UnitSection {
  endings?: (ask: UnitAsk) => Promise<Ending[]>
  underway?: (ask: UnitAsk) => Promise<Underway[]>
}

const sections: { name: string; section: UnitSection }[] = []

/** Adds a room's part to the pages of units. Errors: throws when the name is taken. */
export function addUnitSection(name: string, section: UnitSection): void {
  if (sections.some((s) => s.name === name)) throw new Error(`unit section ${name} is added twice`)
  sections.push({ name, section })
}

/** Everything of a unit that ends, the first to end first. */
export async function unitEndings(ask: UnitAsk): Promise<Ending[]> {
  const found: Ending[] = []
  for (const { section } of sections) found.push(...((await section.endings?.(ask)) ?? []))
  return found.toSorted((a, b) => a.day.localeCompare(b.day) || a.key.localeCompare(b.key))
}

/** Everything of a unit that is under way, room by room. */
export async function unitUnderway(ask: UnitAsk): Promise<Underway[]> {
  const found: Underway[] = []
  for (const { section } of sections) found.push(...((await section.underway?.(ask)) ?? []))
  return found
}

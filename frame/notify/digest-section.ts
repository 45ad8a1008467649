import type { Day } from '#frame/calendar/day.ts'
import type { Database } from '#frame/db/connect.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { Actor } from '#frame/people/actor.ts'

/** For whom and when a digest is made. */
export interface DigestAsk {
  db: Database
  /** The person with the roles he holds that day. */
  actor: Actor
  accountId: string
  now: Date
  today: Day
}

/** One line of a digest, at most: how many things of one sort wait or end. */
export interface DigestLine {
  words: Words
  count: number
}

/**
 * What one room adds to the weekly digest: what waits for this person, or what ends soon. It counts; it
 * names no case, for a mail leaves the house.
 */
export type DigestSection = (ask: DigestAsk) => Promise<DigestLine[]>

const sections: { name: string; section: DigestSection }[] = []

/** Adds a room's part to the digest. Errors: throws when the name is taken. */
export function addDigestSection(name: string, section: DigestSection): void {
  if (sections.some((s) => s.name === name)) throw new Error(`digest ${name} is added twice`)
  sections.push({ name, section })
}

/** All lines for one person, in the order the rooms were added; lines that count nothing are left out. */
export async function digestLines(ask: DigestAsk): Promise<DigestLine[]> {
  const lines: DigestLine[] = []
  for (const { section } of sections) lines.push(...(await section(ask)))
  return lines.filter((line) => line.count > 0)
}

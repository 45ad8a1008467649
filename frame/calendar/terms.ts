import { z } from 'zod'
import type { ClockTerms } from './clock-entries.ts'
import { isDay, type Day } from './day.ts'
import rows from '#law/calendar-terms.json' with { type: 'json' }

const length = z.int().positive().nullable()
const termsRow = z.strictObject({
  kind: z.enum(['decision', 'delivery', 'publicity']),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  /** First day on which these lengths hold. */
  from: z.string().refine(isDay),
  days: z.int().positive(),
  usualDays: length,
  intakeDays: length,
  extensionDays: length,
  sources: z.record(z.string(), z.string()),
})

export type ClockKind = z.infer<typeof termsRow>['kind']

const law = z.array(termsRow).parse(rows)

/** What people call a clock of this kind. */
export function clockTitle(kind: string): { zh: string; en: string } {
  return law.find((row) => row.kind === kind)?.title ?? { zh: kind, en: kind }
}

/**
 * The lengths in force on a day, from `law/calendar-terms.json` with their sources.
 * Errors: throws when no row of that kind holds on the day.
 */
export function termsOf(kind: ClockKind, day: Day): ClockTerms {
  const row = law
    .filter((candidate) => candidate.kind === kind && candidate.from <= day)
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  if (!row) throw new Error(`no terms of ${kind} hold on ${day}`)
  const { days, usualDays, intakeDays, extensionDays } = row
  return { days, usualDays, intakeDays, extensionDays }
}

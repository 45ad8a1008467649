import type { Day } from '#frame/calendar/day.ts'

/** S2-024 whether the originals are late; a word for the page, never a ground against anybody. */
export function isOverdue(status: string, handInBy: Day | null, today: Day): boolean {
  return status === 'awaiting' && handInBy !== null && handInBy < today
}

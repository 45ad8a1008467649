import type { ClockEntry } from '#frame/calendar/clock-entries.ts'
import type { Day } from '#frame/calendar/day.ts'
import type { LicenceFacts } from './facts.ts'

type Extension = Extract<ClockEntry, { kind: 'extended' }>

/**
 * The extension of a case as its clock takes it: as many working days as the law gave when the clock was
 * opened. In: the day, and reason and number of the notice once they are known.
 */
export function extensionOf(
  { clock }: Pick<LicenceFacts, 'clock'>,
  today: Day,
  said: { reason: string; notice: string } = { reason: '-', notice: '-' },
): Extension {
  return { kind: 'extended', day: today, days: clock?.terms.extensionDays ?? 0, ...said }
}

import {
  addClockEntry,
  clockReasons,
  openClock,
  viewOf,
  type ClockRef,
  type StoredClock,
} from '#frame/calendar/clock-store.ts'
import type { ClockEntry } from '#frame/calendar/clock-entries.ts'
import type { ClockProjection } from '#frame/calendar/clock.ts'
import type { Day } from '#frame/calendar/day.ts'
import { clockTerms } from '#frame/catalogue/clock-terms.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import type { LicenceFacts } from './facts.ts'

/** The clock of delivering what was decided (行政许可法 44). */
export function deliveryClock(subject: LicenceFacts['subject']): ClockRef {
  return { ...decisionClock(subject), kind: 'delivery' }
}

/** The clock of the decision (S2-043) of a case. */
export function decisionClock(subject: LicenceFacts['subject']): ClockRef {
  return { unitId: subject.unitId!, subject: { kind: 'licence', id: subject.id }, kind: 'decision' }
}

/** Why the clock of the case does not take this entry today; asked before the act. */
export function clockRefuses(facts: LicenceFacts, entry: ClockEntry, today: Day): Reason[] {
  return facts.clock ? clockReasons(facts.clock, entry, today) : []
}

/** How the clock stands today; null before the first submission. */
export function clockStands(facts: LicenceFacts, today: Day): ClockProjection | null {
  return facts.clock ? viewOf(facts.clock, today) : null
}

/** 行政许可法 44 with the decision the days to deliver it begin, by the settings of the day. */
export async function openDelivery(tx: Tx, facts: LicenceFacts, ctx: SaveContext): Promise<void> {
  const opening = {
    ...deliveryClock(facts.subject),
    label: facts.number ?? '',
    path: `/licence/${facts.subject.id}`,
    terms: clockTerms.delivery(facts.settings),
  }
  await openClock(tx, opening, { kind: 'started', day: ctx.today }, ctx)
}

/**
 * Adds an entry to the case's clock, opening it with the first one.
 * In: the case's number, by which a notice about a moved date calls it. Out: how the clock then stands.
 */
export async function writeClock(
  tx: Tx,
  facts: LicenceFacts,
  entry: ClockEntry,
  ctx: SaveContext,
  number = facts.number ?? '',
): Promise<ClockProjection> {
  const clock = facts.clock
    ? await addClockEntry(tx, facts.clock, entry, ctx)
    : await openClock(
        tx,
        {
          ...decisionClock(facts.subject),
          label: number,
          path: `/licence/${facts.subject.id}`,
          terms: clockTerms.decision(facts.settings),
        },
        entry,
        ctx,
      )
  return viewOf(clock satisfies StoredClock, ctx.today)
}

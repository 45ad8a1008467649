import type { ClockKey } from '#frame/calendar/clock-store.ts'
import type { LicenceFacts } from './facts.ts'

/** The clock of the decision (S2-043) of a case. */
export function decisionClock(subject: LicenceFacts['subject']): ClockKey {
  return { unitId: subject.unitId!, subject: 'licence', subjectId: subject.id, kind: 'decision' }
}

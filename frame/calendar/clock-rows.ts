import type { Selectable } from 'kysely'
import type { ClockEntryTable } from '#frame/db/types.ts'
import type { ClockEntry, ClockTerms, StepKind } from './clock-entries.ts'
import type { ClockProjection } from './clock.ts'
import type { Day } from './day.ts'

type EntryRow = Selectable<ClockEntryTable>

/** An entry as its table holds it. */
export function columnsOfEntry(entry: ClockEntry) {
  return {
    kind: entry.kind,
    day: entry.day,
    step: 'step' in entry ? entry.step : null,
    step_kind: entry.kind === 'stepOpened' ? entry.stepKind : null,
    reason: 'reason' in entry ? entry.reason : null,
    notice: 'notice' in entry ? entry.notice : null,
    expected_days: entry.kind === 'stepOpened' ? entry.expectedDays : null,
    days: entry.kind === 'extended' ? entry.days : null,
  }
}

/** The entry of a row. The table's checks see to it that what a kind needs is there. */
export function entryOf(row: EntryRow): ClockEntry {
  const { day } = row
  const words = { reason: row.reason ?? '', notice: row.notice ?? '' }
  const kind = row.kind as ClockEntry['kind']
  if (kind === 'stepOpened') {
    const stepKind = row.step_kind as StepKind
    const expectedDays = row.expected_days ?? 0
    return { kind, day, step: row.step ?? '', stepKind, ...words, expectedDays }
  }
  if (kind === 'stepClosed') return { kind, day, step: row.step ?? '' }
  if (kind === 'extended') return { kind, day, days: row.days ?? 0, ...words }
  return { kind, day }
}

/** The kept part of a projection: what queues sort and filter by. */
export function columnsOfProjection(
  projection: ClockProjection,
  asOf: Day,
  calendarVersion: number,
) {
  return {
    state: projection.state,
    start_day: projection.startDay,
    deemed: projection.deemed,
    total_days: projection.totalDays,
    due_day: projection.dueDay,
    usual_due_day: projection.usualDueDay,
    provisional: projection.provisional,
    as_of: asOf,
    calendar_version: calendarVersion,
  }
}

/** The terms of a clock as its columns hold them. */
export function termsOfRow(row: {
  days: number
  usual_days: number | null
  intake_days: number | null
  extension_days: number | null
}): ClockTerms {
  return {
    days: row.days,
    usualDays: row.usual_days,
    intakeDays: row.intake_days,
    extensionDays: row.extension_days,
  }
}

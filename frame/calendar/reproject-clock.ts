import type { Tx } from '#frame/db/connect.ts'
import { plan } from '#frame/jobs/plan.ts'
import { newId } from '#frame/kernel/id.ts'
import { appendEvent } from '#frame/ledger/append.ts'
import { notify } from '#frame/notify/notify.ts'
import { systemActor } from '#frame/people/actor.ts'
import { columnsOfProjection } from './clock-rows.ts'
import { findClock, type FoundClock } from './clock-store.ts'
import { aboutSubject, clockSubject } from './clock-subjects.ts'
import { projectClock } from './clock.ts'
import { todayInBeijing, type Day } from './day.ts'
import { clockMovedNotice } from './moved-notice.ts'
import type { ClockKind } from './terms.ts'

/** Where a clock lies. */
export interface ClockKey {
  unit_id: string
  id: string
}

/**
 * Projects one clock again with the calendar and the day of now. A due day moved by the calendar is
 * recorded once per version of the calendar and told to the unit and the holders; one moved by the mere
 * passing of a day under an open step is not. Safe to repeat.
 */
export async function reprojectClock(tx: Tx, key: ClockKey, now: Date): Promise<void> {
  const row = await tx
    .selectFrom('clock')
    .select(['subject_kind', 'subject_id', 'kind', 'state', 'due_day', 'as_of', 'calendar_version'])
    .where('unit_id', '=', key.unit_id)
    .where('id', '=', key.id)
    .where('state', '<>', 'ended')
    .forUpdate()
    .executeTakeFirst()
  if (!row) return
  const today = todayInBeijing(now)
  const subject = { kind: row.subject_kind, unitId: key.unit_id, subjectId: row.subject_id }
  const kind = row.kind as ClockKind
  const found = await findClock(tx, { ...subject, subject: subject.kind, kind }, today)
  if (!found) return
  const { projection, calendarVersion } = found
  if (row.as_of === today && row.calendar_version === calendarVersion) return
  await tx
    .updateTable('clock')
    .set(columnsOfProjection(projection, today, calendarVersion))
    .where('unit_id', '=', key.unit_id)
    .where('id', '=', key.id)
    .execute()
  if (row.state === 'intake' && projection.deemed) await tellRoom(tx, subject, found)
  // The same day with the new calendar: what differs then is the calendar's doing alone.
  const then = projectClock(found.calendar, found.terms, found.entries, row.as_of)
  if (row.calendar_version === calendarVersion || then.dueDay === row.due_day) return
  await recordMove(tx, { subject, kind, oldDay: row.due_day, found, now })
}

interface Subject {
  kind: string
  unitId: string
  subjectId: string
}

// 行政许可法 32(4): nobody answered in time; the room records that the case is accepted.
async function tellRoom(tx: Tx, subject: Subject, found: FoundClock): Promise<void> {
  const job = clockSubject(subject.kind)?.deemedJob
  if (!job) return
  const { unitId, subjectId } = subject
  await plan(tx, job, { unitId, subjectId }, { key: `${found.id}:${found.entries.length}` })
}

interface Move {
  subject: Subject
  kind: ClockKind
  oldDay: Day | null
  found: FoundClock
  now: Date
}

async function recordMove(tx: Tx, { subject, kind, oldDay, found, now }: Move): Promise<void> {
  const { unitId, subjectId } = subject
  const newDay = found.projection.dueDay
  const fresh = await tx
    .insertInto('clock_move')
    .values({
      unit_id: unitId,
      clock_id: found.id,
      calendar_version: found.calendarVersion,
      old_due_day: oldDay,
      new_due_day: newDay,
      at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('clock_id')
    .executeTakeFirst()
  if (!fresh) return
  const days = { clock: kind, oldDueDay: oldDay, newDueDay: newDay }
  await appendEvent(tx, {
    id: newId(),
    at: now,
    actor: systemActor,
    act: 'clock.moved',
    subject: { kind: subject.kind, id: subjectId },
    unitId,
    body: { ...days, calendarVersion: found.calendarVersion },
  })
  await tellMove(tx, { subject, kind, oldDay, found, now })
}

async function tellMove(tx: Tx, { subject, kind, oldDay, found, now }: Move): Promise<void> {
  const { unitId, subjectId } = subject
  const { label, path, holders } = await aboutSubject(tx, subject)
  const { dueDay: newDay, provisional } = found.projection
  await notify(tx, {
    to: {
      unitMembers: unitId,
      accountIds: [...(await taskHolders(tx, subject)), ...(holders ?? [])],
    },
    kind: clockMovedNotice,
    params: { label, clock: kind, oldDay, newDay, provisional },
    now,
    subject: { kind: subject.kind, id: subjectId, unitId },
    ...(path === undefined ? {} : { path }),
    key: `${found.id}:${found.calendarVersion}`,
  })
}

async function taskHolders(tx: Tx, subject: Subject): Promise<string[]> {
  const rows = await tx
    .selectFrom('task_holder')
    .select('account_id')
    .where('unit_id', '=', subject.unitId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.subjectId)
    .execute()
  return rows.map((row) => row.account_id)
}

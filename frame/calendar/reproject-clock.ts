import type { Tx } from '#frame/db/connect.ts'
import { plan } from '#frame/jobs/plan.ts'
import { newId } from '#frame/kernel/id.ts'
import { appendEvent } from '#frame/ledger/append.ts'
import { notify } from '#frame/notify/notify.ts'
import { systemActor } from '#frame/people/actor.ts'
import { columnsOfProjection } from './clock-rows.ts'
import { loadClock, viewOf, type StoredClock } from './clock-store.ts'
import { clockSubject } from './clock-subjects.ts'
import { todayInBeijing, type Day } from './day.ts'
import { clockMovedNotice } from './moved-notice.ts'

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
  const subject = { kind: row.subject_kind, id: row.subject_id }
  const clock = await loadClock(tx, { unitId: key.unit_id, subject, kind: row.kind })
  if (!clock) return
  const today = todayInBeijing(now)
  if (row.as_of === today && row.calendar_version === clock.version) return
  const projection = viewOf(clock, today)
  await tx
    .updateTable('clock')
    .set(columnsOfProjection(projection, today, clock.version))
    .where('unit_id', '=', key.unit_id)
    .where('id', '=', key.id)
    .execute()
  if (row.state === 'intake' && projection.deemed) await tellRoom(tx, clock)
  if (row.calendar_version === clock.version) return
  // The same day with the new calendar: what differs then is the calendar's doing alone.
  if (viewOf(clock, row.as_of).dueDay === row.due_day) return
  await recordMove(tx, clock, { oldDay: row.due_day, newDay: projection.dueDay, now })
}

// 行政许可法 32(4): nobody answered in time; the room records that the case is accepted.
async function tellRoom(tx: Tx, clock: StoredClock): Promise<void> {
  const job = clockSubject(clock.subject.kind)?.deemedJob
  if (!job) return
  const data = { unitId: clock.unitId, subjectId: clock.subject.id }
  await plan(tx, job, data, { key: `${clock.id}:${clock.entries.length}` })
}

interface Move {
  oldDay: Day | null
  newDay: Day | null
  now: Date
}

async function recordMove(tx: Tx, clock: StoredClock, { oldDay, newDay, now }: Move) {
  const fresh = await tx
    .insertInto('clock_move')
    .values({
      unit_id: clock.unitId,
      clock_id: clock.id,
      calendar_version: clock.version,
      old_due_day: oldDay,
      new_due_day: newDay,
      at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('clock_id')
    .executeTakeFirst()
  if (!fresh) return
  const { unitId, subject, kind, version } = clock
  await appendEvent(tx, {
    id: newId(),
    at: now,
    actor: systemActor,
    act: 'clock.moved',
    subject,
    unitId,
    body: { clock: kind, oldDueDay: oldDay, newDueDay: newDay, calendarVersion: version },
  })
  await tellMove(tx, clock, { oldDay, newDay, now })
}

async function tellMove(tx: Tx, clock: StoredClock, { oldDay, newDay, now }: Move) {
  const { unitId, subject, kind, label, path } = clock
  const { provisional } = viewOf(clock, todayInBeijing(now))
  await notify(tx, {
    to: { unitMembers: unitId, accountIds: await holdersOf(tx, clock) },
    kind: clockMovedNotice,
    params: { label, clock: kind, oldDay, newDay, provisional },
    now,
    subject: { ...subject, unitId },
    path,
    key: `${clock.id}:${clock.version}`,
  })
}

async function holdersOf(tx: Tx, { unitId, subject }: StoredClock): Promise<string[]> {
  const rows = await tx
    .selectFrom('task_holder')
    .select('account_id')
    .where('unit_id', '=', unitId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .execute()
  const more = await clockSubject(subject.kind)?.holders?.(tx, unitId, subject.id)
  return [...rows.map((row) => row.account_id), ...(more ?? [])]
}

import type { Day } from '#frame/calendar/day.ts'
import { defineProjection } from '#frame/calendar/projections.ts'
import { loadCalendar } from '#frame/calendar/stored-calendar.ts'
import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { appendEvent } from '#frame/ledger/append.ts'
import { systemActor } from '#frame/people/actor.ts'
import type { RegistrationKind } from './facts.ts'
import { lockUnit } from './registered-unit.ts'
import { handInBy, handInTerms } from './hand-in.ts'
import { tellUnit } from './tell.ts'

// S2-024, C-27 a changed calendar may move the last day for the originals of whoever has not shown them yet.
defineProjection({
  name: 'registration.hand-in',
  async run(house, signal) {
    for (const key of await awaiting(house)) {
      signal.throwIfAborted()
      await house.db.transaction().execute((tx) => reprojectHandIn(tx, key, house.clock.now()))
    }
  },
})

interface Key {
  unit_id: string
  id: string
}

const awaiting = (house: House): Promise<Key[]> =>
  house.db
    .selectFrom('registration')
    .select(['unit_id', 'id'])
    .where('status', '=', 'awaiting')
    .orderBy('unit_id')
    .execute()

/**
 * Reckons one of them again from the day it was submitted, by the terms of that day. A day that moved is
 * recorded and told to the unit; one that did not leaves no trace.
 */
async function reprojectHandIn(tx: Tx, key: Key, now: Date): Promise<void> {
  await lockUnit(tx, key.unit_id)
  const row = await tx
    .selectFrom('registration')
    .select(['kind', 'number', 'submitted_day', 'hand_in_by'])
    .where('unit_id', '=', key.unit_id)
    .where('id', '=', key.id)
    .where('status', '=', 'awaiting')
    .executeTakeFirst()
  if (!row?.submitted_day) return
  const { calendar, version } = await loadCalendar(tx)
  const terms = handInTerms(await settingsOn(tx, row.submitted_day))
  const day = handInBy(row.submitted_day, calendar, terms)
  if (day === row.hand_in_by) return
  await tx
    .updateTable('registration')
    .set({ hand_in_by: day })
    .where('unit_id', '=', key.unit_id)
    .where('id', '=', key.id)
    .execute()
  await record(tx, key, { oldDay: row.hand_in_by, newDay: day, calendarVersion: version, now })
  const about = row.kind as RegistrationKind
  const told = { id: key.id, unitId: key.unit_id, about, number: row.number ?? '' }
  await tellUnit(tx, told, 'moved', day, { now, key: `${key.id}:${version}` })
}

interface Move {
  oldDay: Day | null
  newDay: Day
  calendarVersion: number
  now: Date
}

async function record(tx: Tx, { unit_id: unitId, id }: Key, { now, ...body }: Move): Promise<void> {
  await appendEvent(tx, {
    id: newId(),
    at: now,
    actor: systemActor,
    act: 'registration.hand-in-moved',
    subject: { kind: 'registration', id },
    unitId,
    body,
  })
}

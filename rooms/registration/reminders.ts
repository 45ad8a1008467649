import { z } from 'zod'
import { addDays, todayInBeijing, type Day } from '#frame/calendar/day.ts'
import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import type { House } from '#frame/house.ts'
import { defineJob } from '#frame/jobs/job.ts'
import { notify } from '#frame/notify/notify.ts'
import { endingDocuments, type EndingDocument } from './ending-documents.ts'
import type { RegistrationKind } from './facts.ts'
import { endingNotice } from './notices.ts'
import { slotTitle } from './slots.ts'
import { tellUnit, type Told } from './tell.ts'

/**
 * S2-024 every morning: the day before the originals are due, and once when they are late. A word, never a
 * sanction: the window serves whoever comes. Safe to repeat, each is told once.
 */
defineJob({
  name: 'registration.remind-hand-in',
  title: { zh: '提醒交验原件', en: 'Remind of originals due' },
  data: z.object({}),
  cron: '20 8 * * *',
  run: async (house, _data, { signal }) => {
    const today = todayInBeijing(house.clock.now())
    for (const { handInBy, ...told } of await dueBy(house, addDays(today, 1))) {
      signal.throwIfAborted()
      const what = handInBy < today ? 'late' : 'eve'
      await remind(house, told, what, handInBy)
    }
  },
})

/** S2-144 every morning: certificates in force that run out soon, or have. Safe to repeat, each is told once. */
defineJob({
  name: 'registration.warn-ending',
  title: { zh: '提醒证照到期', en: 'Warn of certificates that run out' },
  data: z.object({}),
  cron: '25 8 * * *',
  run: async (house, _data, { signal }) => {
    const today = todayInBeijing(house.clock.now())
    const days = (await settingsOn(house.db, today))('registration.expiry-warning-days')
    for (const document of await endingDocuments(house.db, addDays(today, days))) {
      signal.throwIfAborted()
      await warn(house, document, today)
    }
  },
})

interface Due extends Told {
  handInBy: Day
}

async function dueBy(house: House, day: Day): Promise<Due[]> {
  const rows = await house.db
    .selectFrom('registration as r')
    .innerJoin('unit', 'unit.id', 'r.unit_id')
    .select(['r.id', 'r.unit_id', 'r.branch_id', 'r.kind', 'r.number', 'r.hand_in_by'])
    .select('unit.name_zh')
    .where('r.status', '=', 'awaiting')
    .where('r.hand_in_by', '<=', day)
    .orderBy('r.unit_id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    unitId: r.unit_id,
    branchId: r.branch_id,
    about: r.kind as RegistrationKind,
    number: r.number ?? '',
    unitName: r.name_zh,
    handInBy: r.hand_in_by!,
  }))
}

async function remind(house: House, told: Told, what: 'eve' | 'late', day: Day): Promise<void> {
  const now = house.clock.now()
  await house.db
    .transaction()
    .execute((tx) => tellUnit(tx, told, what, day, { now, key: `${told.id}:${day}` }))
}

async function warn(house: House, document: EndingDocument, today: Day): Promise<void> {
  const { unitId, slot, fileId, validTo } = document
  const over = validTo < today
  await house.db.transaction().execute((tx) =>
    notify(tx, {
      to: { unitMembers: unitId },
      kind: endingNotice,
      params: { title: slotTitle(slot), day: validTo, over },
      subject: { kind: 'unit', id: unitId, unitId },
      path: `/units/${unitId}`,
      now: house.clock.now(),
      key: `${unitId}:${slot}:${fileId}:${validTo}:${over ? 'over' : 'soon'}`,
    }),
  )
}

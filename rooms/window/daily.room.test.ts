import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#frame/kernel/id.ts'
import { closeDay, remind } from './daily.ts'
import { windowStand, type WindowStand } from './test-visits.ts'

let stand: WindowStand
before(async () => void (stand = await windowStand()))
after(() => stand.close())

const run = (job: typeof closeDay) =>
  job.run(
    stand.t.house,
    {},
    {
      id: 'job',
      attempt: 1,
      last: false,
      signal: new AbortController().signal,
    },
  )

async function booked(day: string, from = '14:00') {
  const unit = await stand.other()
  const answer = await stand.t
    .as(unit.member)
    .post(`/api/window/registrations/${unit.id}/book`, { day, from })
  assert.equal(answer.statusCode, 200, answer.body)
  return { ...unit, visit: answer.json<{ id: string }>().id }
}

const statusOf = async (id: string) =>
  (
    await stand.t.house.db
      .selectFrom('window_visit')
      .select('status')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).status

/** What a person was told of the window, in-box and mail. */
async function told(accountId: string): Promise<string[]> {
  const { db } = stand.t.house
  const inbox = await db
    .selectFrom('notice')
    .select('kind')
    .where('account_id', '=', accountId)
    .execute()
  const mail = await db
    .selectFrom('message')
    .select('kind')
    .where('account_id', '=', accountId)
    .execute()
  return [...inbox.map((r) => `inbox ${r.kind}`), ...mail.map((r) => `mail ${r.kind}`)].filter(
    (t) => t.includes('window.'),
  )
}

test('S2-129 the unit is reminded the day before, once, in-box and by mail', async () => {
  const soon = await booked('2026-11-26')
  const later = await booked('2026-11-30')
  stand.on('2026-11-24', '09:00:00')
  await run(remind)
  assert.deepEqual(await told(soon.member), [])
  stand.on('2026-11-25', '09:00:00')
  await run(remind)
  await run(remind)
  stand.on('2026-11-26', '09:00:00')
  await run(remind)
  assert.deepEqual(await told(soon.member), ['inbox window.reminder', 'mail window.reminder'])
  assert.deepEqual(await told(later.member), [])
})

test('S2-006 a missed booking is marked after its day and not before; the unit is told that it may simply come', async () => {
  stand.on('2026-11-23')
  const { id, member, visit } = await booked('2026-11-26', '15:00')
  stand.on('2026-11-26', '23:59:00')
  await run(closeDay)
  assert.equal(await statusOf(visit), 'booked')
  stand.on('2026-11-27', '00:10:00')
  await run(closeDay)
  await run(closeDay)
  assert.equal(await statusOf(visit), 'missed')
  assert.deepEqual(await told(member), ['inbox window.missed', 'mail window.missed'])
  // nothing is held against it: it is served, and may book again
  const again = await stand.t
    .as(member)
    .post(`/api/window/registrations/${id}/book`, { day: '2026-11-30', from: '15:00' })
  assert.equal(again.statusCode, 200, again.body)
})

test('C-27 a booking lapses when its day turns into a holiday: the unit is told and the place is free', async () => {
  stand.on('2026-11-23')
  const { member, visit } = await booked('2026-12-10')
  const stays = await booked('2026-12-14')
  const { db } = stand.t.house
  await db
    .insertInto('work_calendar')
    .values({
      day: '2026-12-10',
      kind: 'off',
      name_zh: '临时停止办公',
      name_en: 'Closed',
      year: 2026,
      source: '测试',
      published: true,
      own: true,
      updated_at: stand.t.house.clock.now(),
    })
    .execute()
  await db.updateTable('calendar').set({ stamp: newId(), version: 99 }).execute()
  await run(remind)
  assert.equal(await statusOf(visit), 'cancelled')
  assert.equal(await statusOf(stays.visit), 'booked')
  assert.deepEqual(await told(member), ['inbox window.lapsed', 'mail window.lapsed'])
  const place = await db
    .selectFrom('window_place')
    .select('taken')
    .where('day', '=', '2026-12-10')
    .executeTakeFirst()
  assert.equal(place?.taken, 0)
})

test('S2-006 a booking of a registration that no longer waits gives its place back without a word', async () => {
  stand.on('2026-11-23')
  const { id, member, visit } = await booked('2026-12-17')
  const { db } = stand.t.house
  await db.updateTable('registration').set({ status: 'withdrawn' }).where('id', '=', id).execute()
  await run(remind)
  assert.equal(await statusOf(visit), 'cancelled')
  assert.deepEqual(await told(member), [])
})

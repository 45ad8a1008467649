import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { releaseMoot } from './daily.ts'
import { codesOf, windowStand, type WindowStand } from './test-visits.ts'

let stand: WindowStand
let registration: string
before(async () => {
  stand = await windowStand()
  registration = await stand.awaiting()
})
after(() => stand.close())

/** What the unit was told of changes, in-box alone, since it was asked last. */
async function told(member = stand.people.operator): Promise<string[]> {
  const rows = await stand.t.house.db
    .deleteFrom('notice')
    .where('account_id', '=', member)
    .where('kind', '=', 'window.changed')
    .returning(['params', 'created_at'])
    .execute()
  return rows
    .toSorted((a, b) => a.created_at.getTime() - b.created_at.getTime())
    .map(({ params }) => {
      const { what, day, from } = params as { what: string; day: string; from: string }
      return `${what} ${day} ${from}`
    })
}

const takenAt = async (day: string, from: string) =>
  (await stand.day('window', day)).slots.find((s) => s.from === from)?.taken

test('S2-006 the unit is told when an officer cancels its booking, and not when it does so itself', async () => {
  const own = await stand.booked(registration, '2026-11-26', '14:00')
  assert.equal((await stand.onVisit('operator', own, 'cancel')).statusCode, 200)
  assert.deepEqual(await told(), [])
  const visit = await stand.booked(registration, '2026-11-26', '14:00')
  assert.equal((await stand.onVisit('window', visit, 'cancel')).statusCode, 200)
  assert.deepEqual(await told(), ['cancelled 2026-11-26 14:00'])
})

test('S2-006 a booking for a later day stands again when a visit opened by mistake is stopped, and the unit is told of both', async () => {
  const visit = await stand.booked(registration, '2026-11-30', '15:00')
  assert.equal((await stand.onVisit('window', visit, 'receive')).statusCode, 200)
  assert.equal(await takenAt('2026-11-30', '15:00'), 0)
  assert.deepEqual(await told(), ['came 2026-11-30 15:00'])
  assert.deepEqual((await stand.visit('window', visit)).remarks, [])
  await stand.tick('window', visit, 'form', 'seen')
  const stopped = await stand.onVisit('window', visit, 'stop', { why: '点错了单位' })
  assert.equal(stopped.json<{ status: string }>().status, 'booked', stopped.body)
  assert.deepEqual(await told(), ['restored 2026-11-30 15:00'])
  assert.equal(await takenAt('2026-11-30', '15:00'), 1)
  const { visit: shown } = await stand.booking('operator', registration)
  assert.deepEqual(
    [shown?.day, shown?.from, shown?.to, shown?.walkIn],
    ['2026-11-30', '15:00', '15:30', false],
  )
  const again = await stand.visit('window', visit)
  assert.equal(again.receivedAt, null)
  assert.ok(again.rows.every((row) => row.tick === null))
  await stand.onVisit('operator', visit, 'cancel')
})

test('S2-006 a booking whose place was taken meanwhile, or which was for today, ends with the stopped visit, and the unit is told', async () => {
  const visit = await stand.booked(registration, '2026-12-03', '15:00')
  await stand.onVisit('window', visit, 'receive')
  await told()
  for (const { id, member } of [await stand.other(), await stand.other()]) {
    const answer = await stand.t
      .as(member)
      .post(`/api/window/registrations/${id}/book`, { day: '2026-12-03', from: '15:00' })
    assert.equal(answer.statusCode, 200, answer.body)
  }
  const stopped = await stand.onVisit('window', visit, 'stop', { why: '点错了单位' })
  assert.equal(stopped.json<{ status: string }>().status, 'cancelled', stopped.body)
  assert.deepEqual(await told(), ['lost 2026-12-03 15:00'])
  const today = await stand.booked(registration, '2026-11-23', '15:00')
  await stand.onVisit('window', today, 'receive')
  assert.deepEqual(await told(), [])
  await stand.onVisit('window', today, 'stop', { why: '单位先行离开' })
  assert.deepEqual(await told(), ['lost 2026-11-23 15:00'])
})

test('S2-006 the booking of a registration that no longer waits shows as cancelled at once, and its place is free within the hour', async () => {
  const { id, member, unitId } = await stand.other()
  const booked = await stand.t
    .as(member)
    .post(`/api/window/registrations/${id}/book`, { day: '2026-12-07', from: '14:00' })
  const visit = booked.json<{ id: string }>().id
  const stays = await stand.booked(registration, '2026-12-07', '14:00')
  const { db } = stand.t.house
  await db.updateTable('registration').set({ status: 'withdrawn' }).where('id', '=', id).execute()
  const day = await stand.day('window', '2026-12-07')
  assert.deepEqual(Object.fromEntries(day.visits.map((v) => [v.id, v.status])), {
    [visit]: 'cancelled',
    [stays]: 'booked',
  })
  assert.equal(day.counts.booked, 1)
  const listed = await stand.t.as(member).get('/api/window/visits?status=booked,present')
  assert.equal(listed.json<{ total: number }>().total, 0)
  const answer = await stand.t.as(member).get(`/api/window/registrations/${id}`)
  const page = answer.json<Awaited<ReturnType<typeof stand.booking>>>()
  assert.deepEqual([page.visit, page.past.map((v) => v.status)], [null, ['cancelled']])
  assert.deepEqual(
    page.acts.map((a) => [a.act, a.reasons.map((r) => r.code)]),
    [['visit.book', ['not-awaiting']]],
  )
  const desk = await stand.t.as(member).get(`/api/units/${unitId}/desk`)
  assert.equal(desk.statusCode, 200, desk.body)
  assert.ok(!desk.body.includes(`/window/book/${id}`))
  const run = { id: 'job', attempt: 1, last: false, signal: new AbortController().signal }
  await releaseMoot.run(stand.t.house, {}, run)
  assert.equal(await takenAt('2026-12-07', '14:00'), 1)
  await stand.onVisit('operator', stays, 'cancel')
})

test('S2-129 nobody books or is received for a registration that is being withdrawn at this moment', async () => {
  const { id, member, unitId } = await stand.other()
  const { db } = stand.t.house
  let booking: Promise<unknown> | undefined
  let walkIn: Promise<unknown> | undefined
  await db.transaction().execute(async (tx) => {
    // as every act on a registration does: its unit first
    await tx.selectFrom('unit').select('id').where('id', '=', unitId).forNoKeyUpdate().execute()
    await tx.updateTable('registration').set({ status: 'withdrawn' }).where('id', '=', id).execute()
    booking = stand.t
      .as(member)
      .post(`/api/window/registrations/${id}/book`, { day: '2026-12-10', from: '14:00' })
      .then(codesOf)
    walkIn = stand.t
      .as(stand.people.window)
      .post(`/api/window/registrations/${id}/walk-in`)
      .then(codesOf)
    // both have come as far as they can by now
    await new Promise((resolve) => void setTimeout(resolve, 1500))
  })
  assert.deepEqual([await booking, await walkIn], [['not-awaiting'], ['not-awaiting']])
})

test('S2-129 what was never handed over is absent to officers, and its unit’s own', async () => {
  const { id, member } = await stand.other()
  const { db } = stand.t.house
  await db
    .updateTable('registration')
    .set({ status: 'filling', number: null })
    .where('id', '=', id)
    .execute()
  const url = `/api/window/registrations/${id}`
  for (const who of ['window', 'accounts'] as const) {
    const officer = stand.t.as(stand.people[who])
    assert.equal((await officer.get(url)).statusCode, 404, who)
    assert.equal((await officer.post(`${url}/walk-in`)).statusCode, 404, who)
  }
  assert.equal((await stand.t.as(member).get(url)).statusCode, 200)
})

test('what is said of people stands in no event in clear: remarks, reasons and phrases', async () => {
  const { id } = await stand.other()
  const visit = await stand.walkIn(id)
  await stand.tick('window', visit, 'form', 'wanting', '法定代表人周若谷的姓名与证照不一致')
  await stand.onVisit('window', visit, 'stop', { why: '周若谷身体不适先行离开' })
  await stand.t
    .as(stand.people.window)
    .post('/api/window/phrases', { at: null, text: '周若谷的证件请补带原件。' })
  const finished = await stand.walkIn(registration)
  await stand.tickAll(finished)
  await stand.tick('window', finished, 'form', 'wanting', '联系人周若谷的电话不符')
  assert.equal((await stand.onVisit('window', finished, 'finish')).statusCode, 200)
  const events = await stand.t.house.db
    .selectFrom('audit_event')
    .select(['act', 'body_json'])
    .where((e) => e.or([e('act', 'like', 'visit.%'), e('act', 'like', 'phrase.%')]))
    .execute()
  const clear = events.filter((e) => JSON.stringify(e.body_json).includes('周若谷'))
  assert.deepEqual(
    clear.map((e) => e.act),
    [],
  )
  for (const act of ['visit.tick', 'visit.stop', 'visit.finish', 'phrase.add'])
    assert.ok(
      events.some((e) => e.act === act && JSON.stringify(e.body_json).includes('"personal"')),
      act,
    )
})

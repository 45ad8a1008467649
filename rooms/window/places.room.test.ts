import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { codesOf, windowStand, type WindowStand } from './test-visits.ts'

let stand: WindowStand
before(async () => void (stand = await windowStand()))
after(() => stand.close())

async function taken(day: string, from: string): Promise<number> {
  const row = await stand.t.house.db
    .selectFrom('window_place')
    .select('taken')
    .where('day', '=', day)
    .where('from_time', '=', from)
    .executeTakeFirst()
  return row?.taken ?? 0
}

test('S2-006 sixteen units at once for a slot of two places: two get it, and it is never overbooked', async () => {
  const units = await Promise.all(Array.from({ length: 16 }, () => stand.other()))
  const answers = await Promise.all(
    units.map(({ id, member }) =>
      stand.t
        .as(member)
        .post(`/api/window/registrations/${id}/book`, { day: '2026-11-26', from: '13:30' }),
    ),
  )
  assert.equal(answers.filter((a) => a.statusCode === 200).length, 2)
  for (const answer of answers)
    if (answer.statusCode !== 200) assert.deepEqual(codesOf(answer), ['slot-full'])
  assert.equal(await taken('2026-11-26', '13:30'), 2)
  const { n } = await stand.t.house.db
    .selectFrom('window_visit')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('day', '=', '2026-11-26')
    .executeTakeFirstOrThrow()
  assert.equal(n, 2, 'who got no place has no visit either')
})

test('S2-006 two members of one unit book at once: one booking, one place', async () => {
  const { id, member } = await stand.other()
  const slots = ['14:00', '14:30', '15:00', '15:30', '16:00']
  const answers = await Promise.all(
    slots.map((from) =>
      stand.t.as(member).post(`/api/window/registrations/${id}/book`, { day: '2026-11-26', from }),
    ),
  )
  const done = answers.filter((a) => a.statusCode === 200)
  assert.equal(done.length, 1)
  for (const answer of answers)
    if (answer.statusCode !== 200) assert.deepEqual(codesOf(answer), ['open-visit'])
  let places = 0
  for (const from of slots) places += await taken('2026-11-26', from)
  assert.equal(places, 1)
})

test('S2-006 rebooking and cancelling give the place back at once; swapping in a ring blocks nobody', async () => {
  const [one, two] = [await stand.other(), await stand.other()]
  const book = async (who: { id: string; member: string }, from: string) => {
    const answer = await stand.t
      .as(who.member)
      .post(`/api/window/registrations/${who.id}/book`, { day: '2026-11-30', from })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json<{ id: string }>().id
  }
  const visits = [await book(one, '13:30'), await book(two, '14:00')]
  const swap = (i: number, version: number, from: string) =>
    stand.t
      .as([one, two][i]!.member)
      .post(`/api/window/visits/${visits[i]}/rebook`, { version, day: '2026-11-30', from })
  for (let round = 0; round < 5; round += 1) {
    const [a, b] = round % 2 === 0 ? ['14:00', '13:30'] : ['13:30', '14:00']
    const both = await Promise.all([swap(0, round + 1, a), swap(1, round + 1, b)])
    assert.deepEqual(
      both.map((r) => r.statusCode),
      [200, 200],
    )
  }
  assert.deepEqual([await taken('2026-11-30', '13:30'), await taken('2026-11-30', '14:00')], [1, 1])
  const cancelled = await stand.t
    .as(one.member)
    .post(`/api/window/visits/${visits[0]}/cancel`, { version: 6 })
  assert.equal(cancelled.statusCode, 200, cancelled.body)
  const left = [await taken('2026-11-30', '13:30'), await taken('2026-11-30', '14:00')]
  assert.deepEqual(
    left.toSorted((x, y) => x - y),
    [0, 1],
  )
})

test('S2-006 no booking on a Tuesday, between slots, in the past or too far ahead', async () => {
  const { id, member } = await stand.other()
  const refused: [string, string, string][] = [
    ['2026-11-24', '13:30', 'no-slot'],
    ['2026-11-26', '13:45', 'no-slot'],
    ['2026-11-19', '13:30', 'slot-past'],
    ['2026-12-24', '13:30', 'slot-far'],
  ]
  const book = (day: string, from: string) =>
    stand.t.as(member).post(`/api/window/registrations/${id}/book`, { day, from })
  for (const [day, from, code] of refused)
    assert.deepEqual(codesOf(await book(day, from)), [code], `${day} ${from}`)
})

test('S2-006 no booking on a holiday Monday or a make-up Saturday; the next window day is booked', async () => {
  const autumn = await windowStand('2026-09-28T10:00:00+08:00')
  const { id, member } = await autumn.other()
  const book = (day: string, from: string) =>
    autumn.t.as(member).post(`/api/window/registrations/${id}/book`, { day, from })
  assert.deepEqual(codesOf(await book('2026-10-05', '13:30')), ['no-slot'], 'National Day holiday')
  assert.deepEqual(codesOf(await book('2026-10-10', '13:30')), ['no-slot'], 'make-up Saturday')
  assert.equal((await book('2026-10-08', '13:30')).statusCode, 200)
  await autumn.close()
})

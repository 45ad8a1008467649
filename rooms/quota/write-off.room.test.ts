import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { licenceStand, type LicenceStand, type Problem } from '#checks/samples/licence-stand.ts'
import { newId } from '#frame/kernel/id.ts'
import { perform } from '#frame/kernel/perform.ts'
import { Refused } from '#frame/kernel/reason.ts'
import { loadActor } from '#frame/people/load-actor.ts'
import { confirmAct } from './confirm.ts'
import { writeOffLife } from './states.ts'
import { balances, confirm, permitOf, request, versionOf } from './test-permits.ts'

let stand: LicenceStand
before(async () => void (stand = await licenceStand()))
after(() => stand.close())

test('S2-041 a request reserves, and what the port found less goes back to the balance', async () => {
  const permit = await permitOf(stand)
  const asked = await request(stand, permit, { 1: 6, 2: 5 })
  assert.equal(asked.status, 200)
  assert.deepEqual(await balances(stand, permit), [
    [6, 0],
    [5, 0],
  ])
  assert.equal((await confirm(stand, asked.id, { 1: 4, 2: 5 })).status, 200)
  assert.deepEqual(await balances(stand, permit), [
    [0, 4],
    [0, 5],
  ])
  assert.deepEqual((await confirm(stand, asked.id, { 1: 4, 2: 5 })).codes, ['wrong-status'])
})

test('S2-041 nothing above the balance is reserved, and all faults are told at once', async () => {
  const permit = await permitOf(stand)
  assert.equal((await request(stand, permit, { 1: 8 })).status, 200)
  assert.deepEqual((await request(stand, permit, { 1: 3, 2: 6, 9: 1 })).codes, [
    'above-balance',
    'above-balance',
    'no-such-line',
  ])
  assert.deepEqual(await balances(stand, permit), [
    [8, 0],
    [0, 0],
  ])
})

test('S2-009 the port cannot confirm more than was asked, leave a line out, or find nothing at all', async () => {
  const permit = await permitOf(stand)
  const { id } = await request(stand, permit, { 1: 2, 2: 1 })
  const refused: [Record<number, number>, string[]][] = [
    [{ 1: 3, 2: 1 }, ['above-request']],
    [{ 1: 2 }, ['line-unanswered']],
    [{ 1: 2, 2: 1, 9: 1 }, ['line-not-asked']],
    [{ 1: 0, 2: 0 }, ['nothing-found']],
  ]
  for (const [found, codes] of refused)
    assert.deepEqual((await confirm(stand, id, found)).codes, codes)
  assert.deepEqual(await balances(stand, permit), [
    [2, 0],
    [1, 0],
  ])
})

test('a note that no font of the papers can draw is refused before the confirmation is printed', async () => {
  const permit = await permitOf(stand)
  const { id } = await request(stand, permit, { 1: 2 })
  const version = await versionOf(stand, 'write_off', id)
  const say = (note: string) =>
    stand.t
      .as(stand.people.port)
      .post(`/api/write-offs/${id}/confirm`, { version, lines: [{ n: 1, actual: 2 }], note })
  const [reason] = (await say('包装\ue000完好')).json<Problem>().reasons
  assert.deepEqual([reason?.code, reason?.at], ['no-glyph', 'note'])
  assert.match(reason?.message ?? '', /“查验说明”中的“.”（U\+E000/)
  assert.equal((await say('包装完好')).statusCode, 200)
})

test('a permit of grade A is asked for once only, and is used up by its one confirmation', async () => {
  const permit = await permitOf(stand, { grade: 'A', inBatches: false })
  const { id } = await request(stand, permit, { 1: 5 })
  assert.deepEqual((await request(stand, permit, { 1: 1 })).codes, ['once-only'])
  assert.equal((await confirm(stand, id, { 1: 5 })).status, 200)
  assert.deepEqual((await request(stand, permit, { 1: 1 })).codes, ['wrong-status'])
})

test('a permit in batches is used up when its last unit is, and not before', async () => {
  const permit = await permitOf(stand)
  const first = await request(stand, permit, { 1: 10, 2: 3 })
  assert.equal((await confirm(stand, first.id, { 1: 10, 2: 3 })).status, 200)
  const second = await request(stand, permit, { 2: 2 })
  assert.equal((await confirm(stand, second.id, { 2: 2 })).status, 200)
  assert.deepEqual((await request(stand, permit, { 2: 1 })).codes, ['wrong-status'])
})

test('S2-009 a permit lets through on its last day and no longer, at the request and at the port', async () => {
  const permit = await permitOf(stand, { validThrough: '2026-11-30' })
  stand.on('2026-11-30', '23:59:59')
  const early = await request(stand, permit, { 1: 1 })
  const late = await request(stand, permit, { 1: 1 })
  assert.equal((await confirm(stand, early.id, { 1: 1 })).status, 200)
  stand.on('2026-12-01', '00:00:00')
  assert.deepEqual((await request(stand, permit, { 1: 1 })).codes, ['expired'])
  assert.deepEqual((await confirm(stand, late.id, { 1: 1 })).codes, ['expired'])
  stand.on('2026-11-23')
})

test('S2-156 a port that is not on the list of the day is refused', async () => {
  const permit = await permitOf(stand)
  const answer = await stand.t.as(stand.people.operator).post(`/api/permits/${permit}/write-offs`, {
    version: await versionOf(stand, 'permit', permit),
    port: '首都机场',
    plannedDay: '2026-12-20',
    transport: '航空运输',
    lines: [{ n: 1, requested: 1 }],
  })
  assert.deepEqual(
    answer.json<{ reasons: { code: string }[] }>().reasons.map((r) => r.code),
    ['port-unknown'],
  )
})

test('a write-off that is not there is absent at the port, and one out of reach is so to the act itself', async () => {
  const none = await confirm(stand, newId(), { 1: 1 })
  assert.deepEqual([none.status, none.codes], [404, ['absent']])
  const { id } = await request(stand, await permitOf(stand), { 1: 1 })
  const { house } = stand.t
  const stranger = (await loadActor(house.db, stand.people.stranger, '2026-11-23'))!
  // no door lets him come so far
  const done = perform(
    house,
    confirmAct,
    { id, version: 1, lines: [{ n: 1, actual: 1 }] },
    { actor: stranger, requestId: 'r' },
    writeOffLife,
  )
  await assert.rejects(done, (e: unknown) => e instanceof Refused && e.kind === 'absent')
})

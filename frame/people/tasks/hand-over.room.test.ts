import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { addGrant, addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { addUnit } from '#checks/places.ts'
import { newId } from '#frame/kernel/id.ts'
import { holderOf, takeTask } from '../holders.ts'
import type { Role } from '../roles.ts'

let t: TestHouse
let branch = ''
let otherBranch = ''
let unit = ''

before(async () => {
  t = await testHouse({ at: '2026-11-23T09:00:00+08:00' })
  const rows = await t.house.db.selectFrom('branch').select('id').orderBy('code').limit(2).execute()
  branch = rows[0]!.id
  otherBranch = rows[1]!.id
  unit = await addUnit(t.house, branch)
})
after(() => t.close())

const codesOf = (answer: LightMyRequestResponse): string[] =>
  answer.statusCode === 200 ? [] : answer.json().reasons.map((r: { code: string }) => r.code)

/** Something of a kind that no room has declared, in the hands of a first reviewer. */
async function task(holder: string, role: Role = 'customs-first') {
  const id = newId()
  const held = { kind: 'sample', id, unitId: unit, branchId: branch }
  await t.house.db
    .transaction()
    .execute((tx) => takeTask(tx, held, role, holder, t.house.clock.now()))
  return held
}

test('a task goes to a colleague who holds the role there, and is never with two at once', async () => {
  const holder = await addPerson(t.house, 'customs-first', { branchId: branch })
  const able = await addPerson(t.house, 'customs-first', { branchId: branch })
  const elsewhere = await addPerson(t.house, 'customs-first', { branchId: otherBranch })
  const window = await addPerson(t.house, 'customs-window', { branchId: branch })
  const held = await task(holder)
  const body = {
    unitId: unit,
    kind: 'sample',
    id: held.id,
    role: 'customs-first',
    version: 1,
    reason: '休假',
  }
  const give = (by: string, toId: string, version = 1) =>
    t.as(by).post('/api/tasks/hand-over', { ...body, toId, version })
  assert.equal((await give(able, able)).statusCode, 403, 'nobody takes what is with another')
  for (const to of [elsewhere, window])
    assert.deepEqual(codesOf(await give(holder, to)), ['not-able'])
  assert.deepEqual(codesOf(await give(holder, holder)), ['same-person'])
  const answers = await Promise.all([give(holder, able), give(holder, able)])
  assert.deepEqual(
    answers.map((a) => a.statusCode).toSorted((x, y) => x - y),
    [200, 403],
  )
  assert.equal(
    await t.house.db.transaction().execute((tx) => holderOf(tx, held, 'customs-first')),
    able,
  )
  const leader = await addPerson(t.house, 'customs-leader')
  await addGrant(t.house, window, 'customs-first', { branchId: branch })
  assert.equal(
    (await give(leader, window, 2)).statusCode,
    200,
    'a leader hands over for his people',
  )
  const told = await t.house.db
    .selectFrom('notice')
    .select('kind')
    .where('account_id', '=', window)
    .execute()
  assert.deepEqual(
    told.map((n) => n.kind),
    ['task.handed-over'],
  )
})

test('whom one may hand a task to: holders of the role who reach it, a deputy among them, not the holder', async () => {
  const [holder, able, stayed] = [
    await addPerson(t.house, 'customs-second', { branchId: branch }),
    await addPerson(t.house, 'customs-second', { branchId: branch }),
    await addPerson(t.house, 'customs-second', { branchId: branch }),
  ]
  const deputy = await addPerson(t.house, 'customs-window', { branchId: branch })
  const elsewhere = await addPerson(t.house, 'customs-second', { branchId: otherBranch })
  const headquarters = await addPerson(t.house, 'customs-second')
  const suspended = await addPerson(t.house, 'customs-second', { branchId: branch })
  await t.house.db
    .updateTable('account')
    .set({ status: 'suspended' })
    .where('id', '=', suspended)
    .execute()
  const away = { absentId: stayed, deputyId: deputy, reason: '出差' }
  const days = { validFrom: '2026-11-23', validTo: '2026-11-26' }
  assert.equal((await t.as(stayed).post('/api/deputies', { ...away, ...days })).statusCode, 200)
  const held = await task(holder, 'customs-second')
  const ask = (who: string, role: string, ...ids: string[]) =>
    t
      .as(who)
      .get(
        `/api/tasks/colleagues?kind=sample&role=${role}&tasks=${ids.map((id) => `${unit}:${id}`).join(',')}`,
      )
  const answer = await ask(holder, 'customs-second', held.id)
  assert.equal(answer.statusCode, 200, answer.body)
  const people = answer.json<{ people: { id: string; deputy: boolean }[] }>().people
  const ids = people.map((p) => p.id)
  for (const id of [able, stayed, deputy, headquarters]) assert.ok(ids.includes(id))
  for (const id of [holder, elsewhere, suspended]) assert.ok(!ids.includes(id))
  assert.equal(people.find((p) => p.id === deputy)?.deputy, true)
  assert.equal(people.find((p) => p.id === able)?.deputy, false)

  // several at once: whoever can take all of them
  const more = await task(able, 'customs-second')
  const leader = await addPerson(t.house, 'customs-leader')
  const both = (await ask(leader, 'customs-second', held.id, more.id)).json<{
    people: { id: string }[]
  }>()
  const left = both.people.map((p) => p.id)
  assert.ok(left.includes(stayed) && !left.includes(able) && !left.includes(holder))
  // he who has one of them in hand may not ask for both
  assert.equal((await ask(holder, 'customs-second', held.id, more.id)).statusCode, 404)
})

test('a stranger learns not who works on what, nor who could', async () => {
  const holder = await addPerson(t.house, 'customs-first', { branchId: branch })
  const other = await addPerson(t.house, 'customs-first', { branchId: branch })
  const stranger = t.as(await addPerson(t.house, 'unit-operator', { unitId: unit }))
  const held = await task(holder)
  const nowhere = newId()
  const give = { version: 1, reason: '打听', unitId: unit, kind: 'sample', role: 'customs-first' }
  const answers = await Promise.all(
    [held.id, nowhere].map((id) =>
      stranger.post('/api/tasks/hand-over', { ...give, id, toId: other }),
    ),
  )
  const lists = await Promise.all(
    [held.id, nowhere].map((id) =>
      stranger.get(`/api/tasks/colleagues?kind=sample&role=customs-first&tasks=${unit}:${id}`),
    ),
  )
  for (const [there, gone] of [answers, lists]) {
    assert.equal(there?.statusCode, 404)
    assert.deepEqual(there?.json().reasons, gone?.json().reasons)
  }
})

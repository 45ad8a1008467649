import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { addUnit } from '#checks/places.ts'
import { newId } from '#frame/kernel/id.ts'
import { isSamePerson } from '../actor.ts'
import { loadActor } from '../load-actor.ts'
import { grantUsed, reachOf, within } from '../policy.ts'

let t: TestHouse
let branch = ''
let unit = ''

before(async () => {
  t = await testHouse({ at: '2026-11-23T09:00:00+08:00' })
  const rows = await t.house.db.selectFrom('branch').select('id').orderBy('code').limit(1).execute()
  branch = rows[0]!.id
  unit = await addUnit(t.house, branch)
})
after(() => t.close())

const codesOf = (answer: LightMyRequestResponse): string[] =>
  answer.statusCode === 200 ? [] : answer.json().reasons.map((r: { code: string }) => r.code)

const days = { validFrom: '2026-11-24', validTo: '2026-11-26', reason: '出差' }

const actorOn = async (id: string, day: string) => (await loadActor(t.house.db, id, day))!

test('a deputy holds the roles of the absent colleague from the first day to the last, in his own name', async () => {
  const absent = await addPerson(t.house, 'customs-second', { branchId: branch })
  const deputy = await addPerson(t.house, 'customs-window', { branchId: branch })
  const named = await t
    .as(absent)
    .post('/api/deputies', { ...days, absentId: absent, deputyId: deputy })
  assert.equal(named.statusCode, 200, named.body)
  const object = { unitId: null, branchId: branch }
  for (const [day, may] of [
    ['23', false],
    ['24', true],
    ['26', true],
    ['27', false],
  ] as const) {
    const actor = await actorOn(deputy, `2026-11-${day}`)
    assert.equal(within(reachOf(actor, ['customs-second']), object), may, day)
  }
  const actor = await actorOn(deputy, '2026-11-25')
  assert.equal(actor.accountId, deputy)
  assert.equal(grantUsed(actor, ['customs-second'], object)?.deputyFor, absent)
  assert.equal(grantUsed(actor, ['customs-window'], object)?.deputyFor, null)
})

test('four eyes still hold: a deputy is never second person to himself', async () => {
  const first = await addPerson(t.house, 'customs-first', { branchId: branch })
  const second = await addPerson(t.house, 'customs-second', { branchId: branch })
  await t.as(second).post('/api/deputies', { ...days, absentId: second, deputyId: first })
  const actor = await actorOn(first, '2026-11-25')
  assert.ok(within(reachOf(actor, ['customs-second']), { unitId: null, branchId: branch }))
  assert.equal(
    isSamePerson(actor, first),
    true,
    'the first review was his own, as deputy he stays the same person',
  )
})

test('what a deputy stands in for is not handed on to a deputy of his own', async () => {
  const [a, b, c] = [
    await addPerson(t.house, 'customs-second', { branchId: branch }),
    await addPerson(t.house, 'customs-window', { branchId: branch }),
    await addPerson(t.house, 'customs-first', { branchId: branch }),
  ]
  await t.as(a).post('/api/deputies', { ...days, absentId: a, deputyId: b })
  await t.as(b).post('/api/deputies', { ...days, absentId: b, deputyId: c })
  const roles = (await actorOn(c, '2026-11-25')).grants.map((g) => g.role)
  assert.deepEqual(roles.toSorted(), ['customs-first', 'customs-window'])
})

test('a suspended colleague has no deputies any more', async () => {
  const absent = await addPerson(t.house, 'customs-second', { branchId: branch })
  const deputy = await addPerson(t.house, 'customs-window', { branchId: branch })
  await t.as(absent).post('/api/deputies', { ...days, absentId: absent, deputyId: deputy })
  await t.house.db
    .updateTable('account')
    .set({ status: 'suspended' })
    .where('id', '=', absent)
    .execute()
  assert.equal((await actorOn(deputy, '2026-11-25')).grants.length, 1)
})

test('one names a deputy for oneself only, among colleagues, for days to come; heads do it for their people', async () => {
  const absent = await addPerson(t.house, 'customs-second', { branchId: branch })
  const colleague = await addPerson(t.house, 'customs-first', { branchId: branch })
  const stranger = await addPerson(t.house, 'unit-operator', { unitId: unit })
  const name = (by: string, more: object) =>
    t.as(by).post('/api/deputies', { ...days, absentId: absent, deputyId: colleague, ...more })
  assert.equal((await name(colleague, {})).statusCode, 403)
  assert.deepEqual(codesOf(await name(absent, { deputyId: stranger })), ['not-a-colleague'])
  assert.deepEqual(codesOf(await name(absent, { deputyId: absent })), ['same-person'])
  assert.deepEqual(
    codesOf(await name(absent, { validFrom: '2026-11-01', validTo: '2026-11-22' })),
    ['past'],
  )
  assert.deepEqual(codesOf(await name(absent, { validTo: '2027-11-22' })), ['too-long'])
  const leader = await addPerson(t.house, 'customs-leader')
  assert.equal((await name(leader, {})).statusCode, 200)
  assert.deepEqual(codesOf(await name(absent, {})), ['overlap'])
})

test('an ended deputy holds nothing from that moment on', async () => {
  const absent = await addPerson(t.house, 'customs-second', { branchId: branch })
  const deputy = await addPerson(t.house, 'customs-window', { branchId: branch })
  const now = { ...days, validFrom: '2026-11-23', absentId: absent, deputyId: deputy }
  const { id } = (await t.as(absent).post('/api/deputies', now)).json()
  assert.equal((await t.as(deputy).get('/api/me')).json().grants.length, 2)
  const step = { version: 1, reason: '提前返岗' }
  assert.equal((await t.as(deputy).post(`/api/deputies/${id}/end`, step)).statusCode, 403)
  assert.equal((await t.as(absent).post(`/api/deputies/${id}/end`, step)).statusCode, 200)
  assert.equal((await t.as(deputy).get('/api/me')).json().grants.length, 1)
  const lists = (await t.as(deputy).get('/api/account/deputies')).json()
  assert.equal(lists.forOthers[0].status, 'ended')
  assert.ok(lists.colleagues.some((c: { id: string }) => c.id === absent))
})

test('a stranger learns neither of persons nor of deputies', async () => {
  const absent = await addPerson(t.house, 'customs-second', { branchId: branch })
  const deputy = await addPerson(t.house, 'customs-window', { branchId: branch })
  const stranger = t.as(await addPerson(t.house, 'unit-operator', { unitId: unit }))
  const name = { ...days, absentId: absent, deputyId: deputy }
  const { id } = (await t.as(absent).post('/api/deputies', name)).json()
  const step = { version: 1, reason: '打听' }
  const nowhere = newId()
  const pairs = [
    ['/api/deputies', name, '/api/deputies', { ...name, absentId: nowhere }],
    [`/api/deputies/${id}/end`, step, `/api/deputies/${nowhere}/end`, step],
  ] as const
  for (const [url, body, otherUrl, otherBody] of pairs) {
    const [there, gone] = [await stranger.post(url, body), await stranger.post(otherUrl, otherBody)]
    assert.equal(there.statusCode, 404, url)
    assert.deepEqual(there.json().reasons, gone.json().reasons, url)
  }
})

test('the ledger names the deputy who acted and the colleague he stood in for', async () => {
  const absent = await addPerson(t.house, 'customs-leader')
  const deputy = await addPerson(t.house, 'customs-window', { branchId: branch })
  const person = await addPerson(t.house, 'customs-port')
  const other = await addPerson(t.house, 'customs-port')
  const now = { ...days, validFrom: '2026-11-23', absentId: absent, deputyId: deputy }
  assert.equal((await t.as(absent).post('/api/deputies', now)).statusCode, 200)
  // What only a leader may do, done by the deputy.
  const named = await t
    .as(deputy)
    .post('/api/deputies', { ...days, absentId: person, deputyId: other })
  assert.equal(named.statusCode, 200, named.body)
  const event = await t.house.db
    .selectFrom('audit_event')
    .selectAll()
    .where('subject_id', '=', named.json().id)
    .executeTakeFirstOrThrow()
  assert.equal(event.actor_id, deputy)
  assert.equal(JSON.parse(event.body.toString()).body.for, absent)
})

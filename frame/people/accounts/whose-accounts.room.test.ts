import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { addUnit } from '#checks/places.ts'

let t: TestHouse
let security = ''
let branches: string[] = []
let units: string[] = []
const today = '2026-11-23'

before(async () => {
  t = await testHouse({ at: '2026-11-23T09:00:00+08:00' })
  security = await addPerson(t.house, 'security-admin')
  const rows = await t.house.db.selectFrom('branch').select('id').orderBy('code').limit(2).execute()
  branches = rows.map((r) => r.id)
  units = [await addUnit(t.house, branches[0]!), await addUnit(t.house, branches[1]!)]
})
after(() => t.close())

const codesOf = (answer: LightMyRequestResponse): string[] =>
  answer.statusCode === 200 ? [] : answer.json().reasons.map((r: { code: string }) => r.code)

let n = 0
const invitation = (role: string, reach: object = {}) => ({
  login: `person${(n += 1)}`,
  name: '某某',
  mailbox: `person${n}@example.cn`,
  grant: { role, validFrom: today, ...reach },
  reason: '新到岗',
})

test("S2-065 customs' account administrator keeps the accounts of his branch's units, S2-067 and no others", async () => {
  const keeper = t.as(await addPerson(t.house, 'customs-accounts', { branchId: branches[0]! }))
  const own = await keeper.post('/api/people', invitation('unit-operator', { unitId: units[0] }))
  assert.equal(own.statusCode, 200, own.body)
  const foreign = await keeper.post(
    '/api/people',
    invitation('unit-operator', { unitId: units[1] }),
  )
  assert.equal(foreign.statusCode, 403)
  const officer = await keeper.post(
    '/api/people',
    invitation('customs-first', { branchId: branches[0] }),
  )
  assert.equal(officer.statusCode, 403)
})

test('at headquarters he reaches the units of all branches, but still no officer', async () => {
  const keeper = t.as(await addPerson(t.house, 'customs-accounts'))
  assert.equal(
    (await keeper.post('/api/people', invitation('unit-legal', { unitId: units[1] }))).statusCode,
    200,
  )
  const officer = await addPerson(t.house, 'customs-first', { branchId: branches[0]! })
  const administrator = await addPerson(t.house, 'audit-admin')
  for (const id of [officer, administrator]) {
    assert.equal((await keeper.get(`/api/people/${id}`)).statusCode, 404)
    const step = { version: 1, reason: '离任' }
    assert.equal((await keeper.post(`/api/people/${id}/suspend`, step)).statusCode, 404)
    assert.equal((await keeper.post(`/api/people/${id}/end`, step)).statusCode, 404)
  }
  assert.deepEqual(codesOf(await keeper.post('/api/people', invitation('customs-first'))), [
    'not-yours-to-give',
  ])
  const listed = (await keeper.get('/api/people?size=100')).json()
  assert.ok(
    listed.rows.every((r: { roles: { role: string }[] }) =>
      r.roles.every((g) => g.role.startsWith('unit-')),
    ),
  )
  assert.equal(listed.total, listed.rows.length)
})

test('people of a unit see their own colleagues and invite into their own unit only', async () => {
  const operator = t.as(await addPerson(t.house, 'unit-operator', { unitId: units[0]! }))
  const other = await addPerson(t.house, 'unit-operator', { unitId: units[1]! })
  assert.equal(
    (await operator.post('/api/people', invitation('unit-biosafety', { unitId: units[0] })))
      .statusCode,
    200,
  )
  assert.equal(
    (await operator.post('/api/people', invitation('unit-biosafety', { unitId: units[1] })))
      .statusCode,
    403,
  )
  assert.equal((await operator.get(`/api/people/${other}`)).statusCode, 404)
  const names: { id: string }[] = (await operator.get('/api/people?size=100')).json().rows
  assert.ok(!names.some((r) => r.id === other))
  assert.equal(
    (await operator.get('/api/people?q=t-'))
      .json()
      .rows.some((r: { id: string }) => r.id === other),
    false,
  )
})

test('a stranger cannot be drawn into a unit, which would end his sessions', async () => {
  const operator = t.as(await addPerson(t.house, 'unit-operator', { unitId: units[0]! }))
  const stranger = await addPerson(t.house, 'unit-operator', { unitId: units[1]! })
  const grant = { role: 'unit-operator', unitId: units[0], validFrom: today }
  const answer = await operator.post(`/api/people/${stranger}/roles`, { grant, reason: '加入' })
  assert.equal(answer.statusCode, 404)
})

test('nobody applies and decides: unit roles and authority roles are two sides', async () => {
  const officer = await addPerson(t.house, 'customs-second', { branchId: branches[0]! })
  const grant = { role: 'unit-operator', unitId: units[0], validFrom: today }
  const answer = await t
    .as(security)
    .post(`/api/people/${officer}/roles`, { grant, reason: '兼任' })
  assert.deepEqual(codesOf(answer), ['both-sides'])
})

test('S2-023 to the letter: with the setting on, a unit has one sign-in name', async () => {
  const unit = await addUnit(t.house, branches[0]!)
  const invite = () =>
    t.as(security).post('/api/people', invitation('unit-operator', { unitId: unit }))
  await t.house.db
    .insertInto('setting_value')
    .values({
      key: 'registration.one-login-per-unit',
      valid_from: today,
      n: 9,
      value: 'true',
      valid_to: null,
      source: '测试',
      ours: true,
      entered_at: t.house.clock.now(),
    })
    .execute()
  const answers = await Promise.all([invite(), invite()])
  assert.deepEqual(
    answers.map((a) => a.statusCode).toSorted((x, y) => x - y),
    [200, 422],
  )
  assert.deepEqual(codesOf(answers.find((a) => a.statusCode === 422)!), ['one-login'])
  await t.house.db.deleteFrom('setting_value').where('n', '=', 9).execute()
  assert.equal((await invite()).statusCode, 200)
})

const post = (role: string, reach: object) =>
  t.as(security).post('/api/people', invitation(role, reach))

test('a role names exactly the reach its scope demands', async () => {
  assert.deepEqual(codesOf(await post('unit-operator', {})), ['scope-missing'])
  assert.deepEqual(codesOf(await post('customs-leader', { branchId: branches[0] })), [
    'scope-extra',
  ])
  assert.deepEqual(codesOf(await post('agency-liaison', {})), ['scope-missing'])
  assert.deepEqual(codesOf(await post('expert', {})), ['scope-missing', 'no-end'])
  assert.deepEqual(codesOf(await post('customs-window', { branchId: branches[0] })), [])
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { addGrant, addPerson, testHouse, type TestHouse } from '#checks/house.ts'
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

test('a role holds from its first to its last day, both included', async () => {
  const person = await addPerson(t.house, 'unit-operator', { unitId: units[0]! })
  await t.house.db.deleteFrom('role_grant').where('account_id', '=', person).execute()
  const grant = { role: 'customs-port', validFrom: '2026-11-25', validTo: '2026-11-26' }
  assert.equal(
    (await t.as(security).post(`/api/people/${person}/roles`, { grant, reason: '轮岗' }))
      .statusCode,
    200,
  )
  const roles = async () => (await t.as(person).get('/api/me')).json().grants.length
  for (const [day, held] of [
    ['24', 0],
    ['25', 1],
    ['26', 1],
    ['27', 0],
  ] as const) {
    t.setClock(`2026-11-${day}T23:59:00+08:00`)
    assert.equal(await roles(), held, day)
  }
  t.setClock('2026-11-23T09:00:00+08:00')
})

test('S2-068 the account keeper changes a sign-in name; one that is taken in another spelling is refused', async () => {
  const person = await addPerson(t.house, 'unit-operator', { unitId: units[0]! })
  const body = { version: 1, name: '某某', mailbox: 'm@example.cn', phone: null, reason: '更正' }
  await t.as(security).post('/api/people', { ...invitation('customs-leader'), login: 'taken.name' })
  const change = (login: string) => t.as(security).put(`/api/people/${person}`, { ...body, login })
  assert.deepEqual(codesOf(await change('TAKEN.name')), ['login-taken'])
  assert.equal((await change('free.name')).statusCode, 200)
  assert.equal((await change('free.name2')).statusCode, 409, 'the version seen is old')
})

test('an ended account keeps its history and nothing else', async () => {
  const person = await addPerson(t.house, 'unit-operator', { unitId: units[0]! })
  const answer = await t
    .as(security)
    .post(`/api/people/${person}/end`, { version: 1, reason: '离职' })
  assert.equal(answer.json().status, 'ended')
  const read = (await t.as(security).get(`/api/people/${person}`)).json()
  assert.deepEqual(
    read.grants.map((g: { ended: { reason: string } }) => g.ended.reason),
    ['离职'],
  )
  assert.equal((await t.as(person).get('/api/me')).statusCode, 401)
  assert.deepEqual(
    codesOf(
      await t.as(security).post(`/api/people/${person}/resume`, { version: 2, reason: '回来' }),
    ),
    ['wrong-status'],
  )
})

test('ways to reach a person are blurred for the audit administrator', async () => {
  const person = await addPerson(t.house, 'unit-operator', { unitId: units[0]! })
  await t.house.db
    .updateTable('account')
    .set({ phone: '13900000001' })
    .where('id', '=', person)
    .execute()
  const audit = t.as(await addPerson(t.house, 'audit-admin'))
  const seen = (await audit.get(`/api/people/${person}`)).json()
  assert.match(seen.mailbox, /^.\*\*\*@example\.cn$/)
  assert.equal(seen.phone, '139****0001')
  assert.equal((await t.as(security).get(`/api/people/${person}`)).json().phone, '13900000001')
  const found = await audit.get(`/api/people?q=${encodeURIComponent('13900000001')}`)
  assert.equal(found.json().total, 0, 'a search does not find by what is blurred')
})

test('sessions are listed and ended by their owner and by the security administrator, by nobody else', async () => {
  const person = await addPerson(t.house, 'unit-operator', { unitId: units[0]! })
  const now = t.house.clock.now()
  const ids = ['019aaaaa-0000-7000-8000-000000000001', '019aaaaa-0000-7000-8000-000000000002']
  await t.house.db
    .insertInto('auth_session')
    .values(
      ids.map((id) => ({ id, account_id: person, token_hash: id, created_at: now, seen_at: now })),
    )
    .execute()
  const own = (await t.as(person).get('/api/account')).json()
  assert.equal(own.sessions.length, 2)
  const colleague = t.as(await addPerson(t.house, 'unit-legal', { unitId: units[0]! }))
  assert.deepEqual((await colleague.get(`/api/people/${person}`)).json().sessions, [])
  assert.equal((await colleague.delete(`/api/account/sessions/${ids[0]}`)).statusCode, 404)
  assert.equal(
    (await colleague.post(`/api/people/${person}/end-sessions`, { version: 1, reason: '无权' }))
      .statusCode,
    403,
  )
  assert.equal((await t.as(person).delete(`/api/account/sessions/${ids[0]}`)).statusCode, 200)
  assert.equal((await t.as(security).get(`/api/people/${person}`)).json().sessions.length, 1)
  const ended = await t
    .as(security)
    .post(`/api/people/${person}/end-sessions`, { version: 1, reason: '设备遗失' })
  assert.equal(ended.statusCode, 200)
  assert.equal((await t.as(person).get('/api/account')).json().sessions.length, 0)
})

test('what the screen offers is what the act allows', async () => {
  const person = await addPerson(t.house, 'unit-operator', { unitId: units[0]! })
  const offered = async (who: string) =>
    (await t.as(who).get(`/api/people/${person}`))
      .json()
      .acts.map((a: { act: string; allowed: boolean }) => `${a.act} ${a.allowed}`)
  assert.deepEqual(await offered(security), [
    'account.invite-again false',
    'account.change true',
    'account.suspend true',
    'account.resume false',
    'account.end-sessions true',
    'account.reset-factor true',
    'account.end true',
  ])
  const operator = await addPerson(t.house, 'unit-operator', { unitId: units[0]! })
  assert.deepEqual(await offered(operator), ['account.invite-again false'])
  await addGrant(t.house, operator, 'unit-legal', { unitId: units[0]! })
  assert.ok((await offered(operator)).includes('account.suspend true'))
})

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

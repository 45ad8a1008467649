import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { addUnit } from '#checks/places.ts'

let t: TestHouse
let security = ''
let unit = ''
const today = '2026-11-23'

before(async () => {
  t = await testHouse({ at: '2026-11-23T09:00:00+08:00' })
  security = await addPerson(t.house, 'security-admin')
  const branch = await t.house.db
    .selectFrom('branch')
    .select('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  unit = await addUnit(t.house, branch.id)
})
after(() => t.close())

const codesOf = (answer: LightMyRequestResponse): string[] =>
  answer.statusCode === 200 ? [] : answer.json().reasons.map((r: { code: string }) => r.code)

const mails = (kind: string) =>
  t.house.db
    .selectFrom('message')
    .select(['address', 'path', 'account_id'])
    .where('kind', '=', kind)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

let n = 0
const invitation = (role: string, reach: object = {}) => ({
  login: `person${(n += 1)}`,
  name: '某某',
  mailbox: `person${n}@example.cn`,
  grant: { role, validFrom: today, ...reach },
  reason: '新到岗',
})

test('nobody loses his second factor unawares', async () => {
  const person = await addPerson(t.house, 'audit-admin')
  const reset = { version: 1, reason: '手机遗失' }
  const done = await t.as(security).post(`/api/people/${person}/reset-factor`, reset)
  assert.equal(done.statusCode, 200, done.body)
  assert.deepEqual(
    (await mails('account.factor-reset')).map((m) => m.account_id),
    [person],
  )
})

test('S2-069 an invitation sent to the wrong mailbox opens nothing once the mailbox is corrected', async () => {
  const asked = invitation('unit-operator', { unitId: unit })
  const { id } = (await t.as(security).post('/api/people', asked)).json()
  const corrected = { login: asked.login, name: asked.name, phone: null, reason: '邮箱写错' }
  await t
    .as(security)
    .put(`/api/people/${id}`, { ...corrected, version: 1, mailbox: 'right@example.cn' })
  const sent = (await mails('account.invited')).filter((m) => m.account_id === id)
  assert.deepEqual(
    sent.map((m) => m.address),
    [asked.mailbox, 'right@example.cn'],
  )
  const look = async (at: number) =>
    (await t.as(null).post('/api/links/look', { token: sent[at]!.path!.split('#')[1] })).statusCode
  assert.equal(await look(0), 422, 'the wrong reader')
  assert.equal(await look(1), 200, 'the right reader')
})

test('an operator makes no legal representative, who could end the accounts of his unit', async () => {
  const operator = t.as(await addPerson(t.house, 'unit-operator', { unitId: unit }))
  const colleague = await addPerson(t.house, 'unit-biosafety', { unitId: unit })
  const legal = { role: 'unit-legal', unitId: unit, validFrom: today }
  const invited = await operator.post('/api/people', invitation('unit-legal', { unitId: unit }))
  assert.deepEqual(codesOf(invited), ['not-yours-to-give'])
  const granted = await operator.post(`/api/people/${colleague}/roles`, {
    grant: legal,
    reason: '兼任',
  })
  assert.deepEqual(codesOf(granted), ['not-yours-to-give'])
  const offered = async (of: typeof operator): Promise<string[]> =>
    (await of.get('/api/people-choices'))
      .json()
      .roles.map((r: { role: string }) => r.role)
      .toSorted()
  assert.deepEqual(await offered(operator), ['unit-biosafety', 'unit-operator'])
  const head = t.as(await addPerson(t.house, 'unit-legal', { unitId: unit }))
  assert.deepEqual(await offered(head), ['unit-biosafety', 'unit-legal', 'unit-operator'])
  const successor = await head.post('/api/people', invitation('unit-legal', { unitId: unit }))
  assert.equal(successor.statusCode, 200, successor.body)
})

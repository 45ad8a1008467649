import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addGrant, addPerson } from '#checks/house.ts'
import {
  registrationStand,
  type RegistrationStand,
  type Who,
} from '#checks/samples/registration-stand.ts'
import { userForm } from '#checks/samples/registration-facts.ts'
import { newId } from '#frame/kernel/id.ts'
import type { UnitDesk } from './views.ts'

let stand: RegistrationStand
const ids = { permit: newId(), writeOff: newId(), draft: newId(), filed: newId() }
before(async () => {
  stand = await registrationStand()
  const to = { from: '2020-01-01', to: '2026-12-10' }
  const form = { ...userForm, documentDates: { ...userForm.documentDates, 'body-certificate': to } }
  await stand.register(form)
  await addBusiness()
})
after(() => stand.close())

/** What other rooms keep of the unit: a permit with a write-off, a draft and a filed application. */
async function addBusiness() {
  const { house } = stand.t
  const { unitId, branchId } = stand
  const now = house.clock.now()
  const row = { unit_id: unitId, branch_id: branchId, created_at: now }
  await house.db
    .insertInto('permit')
    .values({
      ...row,
      id: ids.permit,
      case_id: newId(),
      number: '京关特许入〔2026〕900001号',
      direction: 'entry',
      grade: 'C',
      status: 'valid',
      issued_day: '2026-11-01',
      valid_through: '2027-03-01',
      in_batches: true,
      audit_event_id: newId(),
    })
    .execute()
  await house.db
    .insertInto('write_off')
    .values({
      ...row,
      id: ids.writeOff,
      permit_id: ids.permit,
      number: '900001-0001',
      status: 'requested',
      port: 'PEK',
      planned_day: '2026-12-20',
      transport: '航空',
      requested_by: stand.people.operator,
      audit_event_id: newId(),
    })
    .execute()
  for (const [id, status, number] of [
    [ids.draft, 'draft', null],
    [ids.filed, 'pending', 'TS2026900001'],
  ] as const)
    await house.db
      .insertInto('licence_case')
      .values({
        ...row,
        id,
        status,
        number,
        rule_set: 'S2',
        created_by: stand.people.operator,
        updated_at: now,
      })
      .execute()
}

const ask = (who: Who, unitId = stand.unitId) =>
  stand.t.as(stand.people[who]).get(`/api/units/${unitId}/desk`)
async function desk(who: Who): Promise<UnitDesk> {
  const answer = await ask(who)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<UnitDesk>()
}

test('what ends stands by day with what is left and how near it is', async () => {
  const { endings } = await desk('operator')
  const near = endings.map((e) => [e.what.zh, e.day, e.state])
  assert.deepEqual(near[0]?.slice(1), ['2026-12-10', 'soon'])
  assert.deepEqual(near.at(-1), ['审批单', '2027-03-01', 'later'])
  assert.deepEqual(
    endings.map((e) => e.day),
    endings.map((e) => e.day).toSorted(),
  )
  stand.on('2026-12-12')
  const [first] = (await desk('operator')).endings
  assert.deepEqual([first?.state, first?.daysLeft], ['over', -2])
  stand.on('2026-11-23')
})

test('each room tells an officer what its own pages would, and no draft', async () => {
  const of = async (who: Who) => (await desk(who)).underway.map((u) => u.path).toSorted()
  const [filed, draft] = [`/licence/${ids.filed}`, `/licence/${ids.draft}`]
  const writeOff = `/quota/write-offs/${ids.writeOff}`
  assert.deepEqual(await of('operator'), [draft, filed, writeOff].toSorted())
  for (const who of ['window', 'first', 'leader'] as const)
    assert.deepEqual(await of(who), [filed, writeOff].toSorted(), who)
  // the account administrator sees units and no applications
  assert.deepEqual(await of('accounts'), [])
  assert.deepEqual(
    (await desk('accounts')).endings.filter((e) => e.path.startsWith('/quota')),
    [],
  )
})

test('a registration under way stands there for its unit at once, for officers once it was handed over', async () => {
  const began = await stand.begin('begin-contact')
  assert.equal(began.statusCode, 200, began.body)
  const path = `/registration/${began.json<{ id: string }>().id}`
  const has = async (who: Who) => (await desk(who)).underway.some((u) => u.path === path)
  assert.deepEqual([await has('operator'), await has('accounts')], [true, false])
})

test('the unit’s people: role and day for an officer, the account and its state for their own', async () => {
  const { t, unitId } = stand
  const { members } = await desk('operator')
  assert.ok(members.some((m) => m.accountId === stand.people.operator && m.status === 'active'))
  assert.ok(members.every((m) => m.roles.every((r) => r.from === '2026-11-23')))
  for (const who of ['accounts', 'window', 'leader'] as const) {
    const answer = await ask(who)
    const seen = answer.json<UnitDesk>().members
    assert.deepEqual(
      seen.map((m) => m.name),
      members.map((m) => m.name),
    )
    assert.ok(seen.every((m) => m.accountId === null && m.status === null))
    assert.ok(!answer.body.includes('@example.cn'), 'no mailbox')
  }
  const gone = await addPerson(t.house, 'unit-operator', { unitId })
  await t.house.db.updateTable('account').set({ status: 'ended' }).where('id', '=', gone).execute()
  const both = await addPerson(t.house, 'unit-biosafety', { unitId })
  await addGrant(t.house, both, 'unit-legal', { unitId })
  const now = (await desk('operator')).members
  assert.equal(now.length, members.length + 1)
  assert.deepEqual(
    now.find((m) => m.accountId === both)?.roles.map((r) => r.role),
    ['unit-biosafety', 'unit-legal'],
  )
})

test('another unit and another branch meet the page as if there were no such unit', async () => {
  for (const who of ['stranger', 'farWindow', 'farAccounts'] as const)
    for (const path of ['desk', 'expiries.ics', 'as-of?day=2026-11-23']) {
      const get = (id: string) => stand.t.as(stand.people[who]).get(`/api/units/${id}/${path}`)
      const [foreign, absent] = [await get(stand.unitId), await get(newId())]
      assert.deepEqual([foreign.statusCode, absent.statusCode], [404, 404], `${who} ${path}`)
      assert.deepEqual(foreign.json<object>(), {
        ...absent.json<object>(),
        instance: foreign.json<{ instance: string }>().instance,
      })
    }
})

test('what ends goes into a calendar as whole days, warned of as long before as the settings say', async () => {
  const file = (who: Who, language = 'zh') =>
    stand.t
      .as(stand.people[who])
      .get(`/api/units/${stand.unitId}/expiries.ics?language=${language}`)
  const own = await file('operator')
  assert.match(String(own.headers['content-type']), /^text\/calendar/)
  const events = (text: string) =>
    text.split('\r\n').filter((line) => line === 'BEGIN:VEVENT').length
  assert.equal(events(own.body), (await desk('operator')).endings.length)
  assert.match(own.body, /DTSTART;VALUE=DATE:20261210/)
  assert.match(own.body, /DTSTART;VALUE=DATE:20270301/)
  assert.match(own.body, /SUMMARY:审批单 到期/)
  assert.match((await file('operator', 'en')).body, /SUMMARY:Permit ends/)
  // who may not see permits finds none in the file either
  assert.ok(!(await file('accounts')).body.includes('20270301'))
})

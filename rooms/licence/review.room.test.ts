import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addGrant } from '#checks/house.ts'
import {
  licenceStand,
  toGrant,
  type LicenceStand,
  type Who,
} from '#checks/samples/licence-stand.ts'

let stand: LicenceStand
before(async () => void (stand = await licenceStand()))
after(() => stand.close())

async function accepted(): Promise<string> {
  stand.on('2026-11-23')
  const id = await stand.draft()
  await stand.do('operator', id, 'submit')
  await stand.do('window', id, 'accept')
  return id
}
async function proposed(): Promise<string> {
  const id = await accepted()
  await stand.do('first', id, 'propose', toGrant)
  return id
}
const actOf = async (who: Who, id: string, act: string) =>
  (await stand.see(who, id)).acts.find((a) => a.act === `licence.${act}`)
const eventsOf = async (id: string, act: string) => {
  const rows = await stand.t.house.db
    .selectFrom('audit_event')
    .select(['actor_id', 'body'])
    .where('subject_id', '=', id)
    .where('act', '=', `licence.${act}`)
    .orderBy('at')
    .execute()
  return rows.map((r) => ({
    actor: r.actor_id,
    body: (JSON.parse(r.body.toString()) as { body: Record<string, unknown> }).body,
  }))
}

test('S2-037 who reviewed first does not review again, also when he holds both roles', async () => {
  const id = await proposed()
  await addGrant(stand.t.house, stand.people.first, 'customs-second', { branchId: stand.branchId })
  const said = { facts: '查明的事实', reasons: '理由如上', basis: '第三十八条' }
  assert.deepEqual(await stand.refusal('first', id, 'grant'), ['same-person'])
  assert.deepEqual(await stand.refusal('first', id, 'return-to-first', { why: '材料不全' }), [
    'same-person',
  ])
  assert.ok((await stand.refusal('first', id, 'refuse', said)).includes('same-person'))
  const shown = await actOf('first', id, 'grant')
  assert.deepEqual([shown?.allowed, shown?.reasons[0]?.code], [false, 'same-person'])
  await stand.do('second', id, 'grant')
})

test('S2-038 a return to the first review keeps acceptance and term, and is told to the applicant', async () => {
  const id = await proposed()
  const before = await stand.see('operator', id)
  await stand.do('second', id, 'return-to-first', { why: '请补充对运输条件的审查意见' })
  const view = await stand.see('operator', id)
  assert.equal(view.status, 'accepted')
  assert.equal(view.clock?.projection.dueDay, before.clock?.projection.dueDay)
  const step = view.steps.at(-1)
  assert.match(step?.notePublic?.zh ?? '', /退回初审/)
  assert.equal(step?.noteInner, null, 'what officers say among themselves stays there')
  assert.equal(
    (await stand.see('second', id)).steps.at(-1)?.noteInner?.zh,
    '请补充对运输条件的审查意见',
  )
  // another first reviewer takes it up; then the former one may review it a second time
  await stand.do('otherFirst', id, 'propose', toGrant)
  await stand.do('first', id, 'grant')
  const row = await stand.t.house.db
    .selectFrom('licence_case')
    .select(['returns', 'first_reviewer', 'second_reviewer'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  assert.deepEqual(row, {
    returns: 1,
    first_reviewer: stand.people.otherFirst,
    second_reviewer: stand.people.first,
  })
})

test('an application is taken back before the decision, and never after it', async () => {
  for (const until of ['pending', 'accepted', 'second-review'] as const) {
    const id =
      until === 'pending'
        ? await stand.draft()
        : until === 'accepted'
          ? await accepted()
          : await proposed()
    if (until === 'pending') await stand.do('operator', id, 'submit')
    await stand.do('colleague', id, 'withdraw', { why: '采购计划调整' })
    const view = await stand.see('window', id)
    assert.equal(view.status, 'withdrawn')
    assert.equal(view.clock?.projection.state, 'ended')
    assert.deepEqual(await stand.refusal('operator', id, 'withdraw', { why: '再次撤回' }), [
      'wrong-status',
    ])
  }
  const decided = await proposed()
  await stand.do('second', decided, 'grant')
  assert.deepEqual(await stand.refusal('operator', decided, 'withdraw', { why: '不进口了' }), [
    'wrong-status',
  ])
})

test('a case in hand goes to a colleague, who is told and works on; the former holder is free of it', async () => {
  const id = await accepted()
  const step = { kind: 'expert', reason: '需专家评估', expectedDays: 5 }
  await stand.do('first', id, 'open-step', step)
  const mine = async (who: Who) => {
    const list = await stand.t.as(stand.people[who]).get('/api/licences?mine=1&size=200')
    return list.json<{ rows: { id: string }[] }>().rows.some((r) => r.id === id)
  }
  assert.deepEqual([await mine('first'), await mine('otherFirst')], [true, false])
  const given = await stand.t.as(stand.people.first).post('/api/tasks/hand-over', {
    unitId: stand.unitId,
    kind: 'licence',
    id,
    role: 'customs-first',
    toId: stand.people.otherFirst,
    version: 1,
    reason: '外出培训',
  })
  assert.equal(given.statusCode, 200, given.body)
  assert.deepEqual([await mine('first'), await mine('otherFirst')], [false, true])
  await stand.do('otherFirst', id, 'close-step', { result: '专家意见：可行' })
  await stand.do('otherFirst', id, 'propose', toGrant)
  // four eyes look at the person who proposed, not at who held the case before
  await addGrant(stand.t.house, stand.people.otherFirst, 'customs-second', {
    branchId: stand.branchId,
  })
  assert.deepEqual(await stand.refusal('otherFirst', id, 'grant'), ['same-person'])
})

test('a deputy acts in his own name for the absent colleague, and is never the second pair of eyes to himself', async () => {
  const id = await accepted()
  const { second, otherFirst, port } = stand.people
  const name = (absentId: string, deputyId: string) =>
    stand.t.as(absentId).post('/api/deputies', {
      absentId,
      deputyId,
      validFrom: '2026-11-23',
      validTo: '2026-11-30',
      reason: '年休假',
    })
  assert.equal((await name(second, otherFirst)).statusCode, 200)
  assert.equal((await name(second, port)).statusCode, 200)
  await stand.do('otherFirst', id, 'propose', toGrant)
  assert.deepEqual(await stand.refusal('otherFirst', id, 'grant'), ['same-person'])
  assert.equal((await actOf('otherFirst', id, 'grant'))?.allowed, false)
  await stand.do('port', id, 'grant')
  const [event] = await eventsOf(id, 'grant')
  assert.equal(event?.actor, port)
  assert.equal(event?.body['for'], second)
  const [own] = await eventsOf(id, 'propose')
  assert.equal(own?.actor, otherFirst)
  assert.equal(own?.body['for'], undefined, 'he proposed by his own role')
  // the day after the last one he is no deputy any more
  const later = await accepted()
  stand.on('2026-12-01')
  await stand.do('first', later, 'propose', toGrant)
  assert.equal((await stand.act('port', later, 'grant')).statusCode, 403)
})

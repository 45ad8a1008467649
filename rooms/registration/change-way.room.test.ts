import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  registrationStand,
  scanOf,
  type Problem,
  type RegistrationStand,
} from '#checks/samples/registration-stand.ts'
import { userForm } from '#checks/samples/registration-facts.ts'

let stand: RegistrationStand
let first: string
before(async () => {
  stand = await registrationStand()
  first = await stand.register({
    ...userForm,
    documentDates: { 'laboratory-filing': { from: '2022-01-01', to: '2026-12-10' } },
  })
})
after(() => stand.close())

const address = '北京市海淀区知新路 9 号'
const named = [{ field: 'registeredAddress', after: address }]
const inForce = async () => (await stand.seeUnit('operator')).profile

let id: string

test('S2-132 a unit asks for a change; S2-133 why, in detail, and S2-134 what', async () => {
  const bare = await stand.begin('ask-change', { reason: '搬家', items: [] })
  assert.equal(bare.statusCode, 400)
  assert.deepEqual(
    bare.json<Problem>().reasons.map((r) => r.message),
    ['请详细填写变更原因，至少 6 个字', '请至少列出一项变更事项'],
  )
  const reason = '注册地址随法人证书一并变更'
  const asked = await stand.begin('ask-change', { reason, items: named })
  assert.equal(asked.statusCode, 200, asked.body)
  id = asked.json<{ id: string }>().id
  const view = await stand.see('accounts', id)
  assert.deepEqual([view.status, view.number, view.reason], ['asked', 'BG2026-000001', reason])
  assert.deepEqual(view.items, [
    {
      field: 'registeredAddress',
      title: { zh: '注册地址', en: 'Registered address' },
      before: userForm.registeredAddress,
      after: address,
    },
  ])
  assert.equal((await inForce())?.registeredAddress, userForm.registeredAddress)
})

test('S2-131 while one is open no other can be begun, and the reason says where it is', async () => {
  for (const act of ['ask-change', 'begin-contact'] as const) {
    const said = act === 'ask-change' ? { reason: '又有一项信息变化', items: named } : {}
    const again = await stand.begin(act, said)
    const [reason] = again.json<Problem>().reasons
    assert.deepEqual(
      [again.statusCode, reason?.code, reason?.at],
      [422, 'one-open', `registration.${id}`],
    )
    assert.match(reason?.message ?? '', /BG2026-000001.*变更待批准/)
  }
  const { acts } = await stand.seeUnit('operator')
  assert.deepEqual(
    acts.filter((a) => a.allowed).map((a) => a.act),
    ['unit.set-contact'],
  )
})

test('S2-135 declined with its reason, nothing has moved', async () => {
  await stand.do('accounts', id, 'decline-change', { why: '请先办理法人证书变更' })
  const view = await stand.see('operator', id)
  assert.deepEqual(
    [view.status, view.steps.at(-1)?.notePublic?.zh],
    ['declined', '原因：请先办理法人证书变更'],
  )
  assert.equal((await inForce())?.registeredAddress, userForm.registeredAddress)
})

test('S2-136 approved, only its items are open, and what the unit wrote is put in', async () => {
  id = await stand.change(named)
  const view = await stand.see('operator', id)
  assert.equal(view.form.registeredAddress, address)
  assert.equal(view.inForce?.registeredAddress, userForm.registeredAddress)
  const { places } = view.editable
  assert.ok(places.includes('registeredAddress') && places.includes('slot.body-certificate'))
  // runs out on 12-10, within the thirty days of the warning
  assert.ok(places.includes('slot.laboratory-filing'))
  const locked = await stand.save('operator', id, [{ name: 'head', seen: '沈括', value: '苏轼' }])
  assert.deepEqual(
    locked.json<Problem>().reasons.map((r) => [r.duty, r.code, r.at]),
    [['S2-136', 'locked', 'head']],
  )
  assert.equal((await stand.upload('operator', id, 'preparation')).statusCode, 422)
})

test('a slot without a new file counts with the document in force', async () => {
  const { slots, problems } = await stand.see('operator', id)
  assert.deepEqual(problems, [])
  const filing = slots.find((s) => s.code === 'laboratory-filing')
  assert.deepEqual([filing?.inForce?.validTo, filing?.writable], ['2026-12-10', true])
})

test('S2-137 a change is shown at the window like a registration, and S2-138 passes like one', async () => {
  assert.equal(
    (await stand.upload('operator', id, 'laboratory-filing', scanOf('renewed'))).statusCode,
    200,
  )
  const dates = { 'laboratory-filing': { from: '2026-12-01', to: '2031-11-30' } }
  const old = (await stand.see('operator', id)).form.documentDates
  await stand.save('operator', id, [{ name: 'documentDates', seen: old, value: dates }])
  await stand.do('operator', id, 'submit')
  // S2-145 a phone corrected meanwhile is not set back by the change
  const { version } = await stand.seeUnit('operator')
  const set = await stand.t
    .as(stand.people.operator)
    .post(`/api/units/${stand.unitId}/set-contact`, {
      version,
      mobile: '13900000077',
      email: 'new@example.cn',
    })
  assert.equal(set.statusCode, 200, set.body)
  assert.equal((await inForce())?.registeredAddress, userForm.registeredAddress)
  await stand.check(id)
  assert.equal((await inForce())?.registeredAddress, userForm.registeredAddress)
  stand.on('2026-12-03')
  await stand.do('accounts', id, 'pass')
  const unit = await stand.seeUnit('operator')
  assert.deepEqual(
    [unit.address, unit.profile?.registeredAddress, unit.contactPhone, unit.profile?.mobile],
    [address, address, '13900000077', '13900000077'],
  )
  const kept = unit.documents.find((d) => d.slot === 'laboratory-filing')
  assert.deepEqual([kept?.validTo, kept?.daysLeft], ['2031-11-30', 1823])
  // a document nobody renewed is still the one of the first registration
  const row = await stand.t.house.db
    .selectFrom('unit')
    .select('documents')
    .where('id', '=', stand.unitId)
    .executeTakeFirstOrThrow()
  const documents = row.documents as Record<string, { registrationId: string }>
  assert.equal(documents['laboratory-filing']?.registrationId, id)
  assert.equal(documents['body-certificate']?.registrationId, first)
})

test('what was in force on a day stays known, and what each row changed', async () => {
  const asOf = async (day: string) =>
    (await stand.t.as(stand.people.first).get(`/api/units/${stand.unitId}/as-of?day=${day}`)).json<{
      inForce: { n: number; profile: { registeredAddress: string } } | null
    }>().inForce
  assert.equal(await asOf('2026-11-22'), null)
  assert.equal((await asOf('2026-12-02'))?.profile.registeredAddress, userForm.registeredAddress)
  assert.equal((await asOf('2026-12-03'))?.profile.registeredAddress, address)
  const { history } = await stand.seeUnit('operator')
  assert.deepEqual(
    history.map((h) => [h.n, h.registrationId, h.changed.map((c) => c.zh).slice(0, 2)]),
    [
      [3, id, ['注册地址', '实验室生物安全登记证明']],
      [2, null, ['手机号码', '电子邮件']],
      [1, first, history[2]!.changed.map((c) => c.zh).slice(0, 2)],
    ],
  )
})

test('a passed change keeps showing what it changed, whatever changes later', async () => {
  const view = await stand.see('first', id)
  assert.equal(view.status, 'passed')
  assert.equal(view.form.registeredAddress, address)
  assert.equal(view.inForce?.registeredAddress, userForm.registeredAddress)
  assert.equal(view.inForce?.mobile, '13900000077')
})

test('S2-144 a change taken back leaves everything in force, and the way is free again', async () => {
  const one = await stand.change([{ field: 'intro', after: '新的单位简介' }])
  await stand.do('operator', one, 'withdraw')
  assert.equal((await inForce())?.intro, userForm.intro)
  const two = await stand.begin('begin-contact')
  assert.equal(two.statusCode, 200)
})

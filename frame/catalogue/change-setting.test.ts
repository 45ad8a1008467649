import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { addPerson, testHouse, type Caller, type TestHouse } from '#checks/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { demoUscc } from './codes/demo.ts'
import { fillBodies } from './fill-bodies.ts'
import { fillSettings } from './fill-settings.ts'
import { cataloguePart } from './part.ts'
import { ruleSetOn } from './stored-rule-sets.ts'
import { settingsOn, settingsToday } from './stored-settings.ts'
import type { RuleSetView, SettingView } from './views.ts'

let h: TestHouse
let admin: Caller
let security: Caller
let officer: Caller
let applicant: Caller

before(async () => {
  h = await testHouse({ at: '2026-11-23T09:00:00+08:00', parts: [cataloguePart] })
  admin = h.as(await addPerson(h.house, 'system-admin'))
  security = h.as(await addPerson(h.house, 'security-admin'))
  officer = h.as(await addPerson(h.house, 'customs-leader'))
  const branch = await h.house.db
    .selectFrom('branch')
    .select('id')
    .where('code', '=', 'zhongguancun')
    .executeTakeFirstOrThrow()
  const unitId = newId()
  await h.house.db
    .insertInto('unit')
    .values({
      id: unitId,
      uscc: demoUscc(1),
      name_zh: '测试大学',
      status: 'registered',
      branch_id: branch.id,
      classes: ['user'],
      address: '北京市海淀区',
      contact_name: '甲',
      contact_phone: '13900000001',
      created_at: h.house.clock.now(),
    })
    .execute()
  applicant = h.as(await addPerson(h.house, 'unit-operator', { unitId }))
})
after(() => h.close())

const get = async <T>(who: Caller, url: string): Promise<T> => {
  const response = await who.get(url)
  assert.equal(response.statusCode, 200, response.body)
  return response.json<T>()
}
const settings = (who = admin) => get<{ settings: SettingView[] }>(who, '/api/catalogue/settings')
const setting = async (key: string) => (await settings()).settings.find((s) => s.key === key)!
const change = (who: Caller, key: string, body: object) =>
  who.post(`/api/catalogue/settings/${key}/values`, {
    seen: 1,
    value: 15,
    validFrom: '2026-12-01',
    source: '海关公告示例第1号',
    ours: false,
    reason: '压缩办理时限',
    ...body,
  })
const ruleSets = (who = admin, on = '') =>
  get<{ on: string; ruleSets: RuleSetView[] }>(who, `/api/catalogue/rule-sets${on}`)
const start = (who: Caller, code: string, body: object) =>
  who.post(`/api/catalogue/rule-sets/${code}/starts`, {
    seen: 1,
    validFrom: '2027-01-01',
    source: '海关总署公告2025年第65号',
    reason: '按新规则办理',
    gapsChecked: true,
    ...body,
  })
const codesOf = (response: LightMyRequestResponse) =>
  response.json<{ reasons: { code: string }[] }>().reasons.map(({ code }) => code)

test('a stranger reads nothing, an applicant reads settings but not those of sign-in', async () => {
  assert.equal((await h.as(null).get('/api/catalogue/settings')).statusCode, 401)
  const seen = await settings(applicant)
  assert.ok(seen.settings.some(({ key }) => key === 'licence.decision-days'))
  assert.ok(seen.settings.every(({ group }) => group !== 'sign-in'))
  assert.ok(seen.settings.every(({ acts }) => acts.length === 0))
  assert.ok((await settings()).settings.some(({ group }) => group === 'sign-in'))
})

test('S2-043 a deadline is changed from a future day on, and the old one holds until then', async () => {
  const reply = await change(admin, 'licence.decision-days', {})
  assert.equal(reply.statusCode, 200, reply.body)
  assert.equal(reply.json<{ version: number }>().version, 2)
  const on = async (day: string) => (await settingsOn(h.house.db, day))('licence.decision-days')
  assert.deepEqual([await on('2026-11-30'), await on('2026-12-01')], [20, 15])
  const shown = (await setting('licence.decision-days')).values
  assert.deepEqual(
    shown.map(({ value, standing, enteredBy }) => [value, standing, enteredBy !== null]),
    [
      [20, 'now', false],
      [15, 'future', true],
    ],
  )
  const event = await h.house.db
    .selectFrom('audit_event')
    .select(['subject_id', 'body_json'])
    .where('act', '=', 'setting.change')
    .executeTakeFirstOrThrow()
  assert.equal(event.subject_id, 'licence.decision-days')
  assert.match(JSON.stringify(event.body_json), /压缩办理时限/)
})

test('an entry that does not hold yet can be mended by another for the same day', async () => {
  const reply = await change(admin, 'licence.decision-days', { seen: 2, value: 18 })
  assert.equal(reply.statusCode, 200, reply.body)
  assert.equal((await settingsOn(h.house.db, '2026-12-01'))('licence.decision-days'), 18)
  assert.deepEqual(
    (await setting('licence.decision-days')).values.map(({ standing }) => standing),
    ['now', 'mended', 'future'],
  )
})

test('what is in force cannot be rewritten: neither today nor in the past', async () => {
  for (const validFrom of ['2026-11-23', '2026-11-22', '2016-06-07']) {
    const reply = await change(admin, 'licence.extension-days', { value: 9, validFrom })
    assert.equal(reply.statusCode, 422, reply.body)
    assert.deepEqual(codesOf(reply), ['setting.past'])
  }
})

test('a wrong value, no change, or an order turned round is refused with every reason', async () => {
  const wrong = await change(admin, 'licence.extension-days', { value: 0, validFrom: '2026-11-01' })
  assert.deepEqual(codesOf(wrong), ['setting.past', 'setting.value'])
  const same = await change(admin, 'licence.extension-days', { value: 10 })
  assert.deepEqual(codesOf(same), ['setting.same'])
  const order = await change(admin, 'licence.usual-decision-days', { value: 19 })
  assert.deepEqual(codesOf(order), ['setting.order'])
  const pilot = await change(admin, 'pilot.ends', { value: '2024-12-31' })
  assert.deepEqual(codesOf(pilot), ['setting.order'])
  const text = await change(admin, 'licence.extension-days', { value: '十' })
  assert.deepEqual(codesOf(text), ['setting.value'])
  const none = await change(admin, 'licence.extension-days', { value: 9, reason: '好' })
  assert.equal(none.statusCode, 400)
  const unknown = await change(admin, 'licence.nothing', {})
  assert.equal(unknown.statusCode, 404)
})

test('only the system administrator changes settings, and only what he saw', async () => {
  for (const who of [officer, applicant, h.as(null)]) {
    const reply = await change(who, 'permit.months-a', { value: 4 })
    assert.ok([401, 403].includes(reply.statusCode), String(reply.statusCode))
  }
  const stale = await change(admin, 'licence.decision-days', { seen: 2, value: 12 })
  assert.equal(stale.statusCode, 409)
})

test('how one signs in is changed by the security administrator, everything else by the system administrator', async () => {
  for (const [who, mayNot, may] of [
    [admin, 'sign-in.lock-minutes', 'permit.months-d'],
    [security, 'permit.months-d', 'sign-in.lock-minutes'],
  ] as const) {
    assert.deepEqual(codesOf(await change(who, mayNot, { value: 20 })), ['setting.keeper'])
    const offered = (await settings(who)).settings.filter(({ acts }) => acts[0]?.allowed)
    assert.deepEqual(
      [offered.some(({ key }) => key === mayNot), offered.some(({ key }) => key === may)],
      [false, true],
      'the screen says the same',
    )
  }
  assert.equal((await change(security, 'sign-in.lock-minutes', { value: 20 })).statusCode, 200)
  const kept = (await settings(security)).settings.filter(
    ({ keeper }) => keeper.zh === '安全管理员',
  )
  assert.ok(kept.length > 10 && kept.every(({ key }) => key.startsWith('sign-in.')))
})

test('two administrators at once leave one change', async () => {
  const replies = await Promise.all([
    change(admin, 'permit.months-b', { value: 5 }),
    change(admin, 'permit.months-b', { value: 7 }),
  ])
  assert.deepEqual(
    replies.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b),
    [200, 409],
  )
  assert.equal((await setting('permit.months-b')).values.length, 2)
})

test('what holds today is remembered for the day and read anew on the next', async () => {
  assert.equal((await settingsToday(h.house))('licence.decision-days'), 20)
  h.setClock('2026-12-01T00:00:01+08:00')
  assert.equal((await settingsToday(h.house))('licence.decision-days'), 18)
  h.setClock('2026-11-23T09:00:00+08:00')
  assert.equal((await settingsToday(h.house))('licence.decision-days'), 20)
})

test('filling again adds nothing and keeps what an administrator changed', async () => {
  const filled = await fillSettings(h.house)
  await fillBodies(h.house)
  assert.deepEqual(filled, { added: 0, late: [] })
  assert.equal((await setting('licence.decision-days')).values.length, 3)
})

test('a newer product cannot slip a value into days gone by', async () => {
  await h.house.db.deleteFrom('setting_value').where('key', '=', 'permit.months-c').execute()
  const filled = await fillSettings(h.house)
  assert.deepEqual(filled.late, ['permit.months-c 2015-06-19'])
  assert.equal((await setting('permit.months-c')).values.length, 0)
})

test('C-34 a draft rule set holds only from the day an administrator names', async () => {
  const before = await ruleSets()
  assert.deepEqual(
    before.ruleSets.map(({ code, holds, draft }) => [code, holds, draft]),
    [
      ['S2', true, false],
      ['2025', false, true],
      ['2026', false, true],
    ],
  )
  const unread = await start(admin, '2025', { gapsChecked: false, validFrom: '2026-11-23' })
  assert.deepEqual(codesOf(unread), ['setting.past', 'rule-set.gaps'])
  const same = await start(admin, 'S2', {})
  assert.deepEqual(codesOf(same), ['rule-set.holds', 'rule-set.same'])
  const [guide] = before.ruleSets
  assert.equal(guide?.acts[0]?.allowed, false, 'the screen says the same')
  const done = await start(admin, '2025', {})
  assert.equal(done.statusCode, 200, done.body)
  const on = async (day: string) => (await ruleSetOn(h.house.db, day)).code
  assert.deepEqual(
    [await on('2016-06-07'), await on('2026-12-31'), await on('2027-01-01')],
    ['S2', 'S2', '2025'],
  )
  await assert.rejects(ruleSetOn(h.house.db, '2016-06-06'), RangeError)
  const later = await ruleSets(officer, '?on=2027-01-01')
  assert.equal(later.ruleSets.find(({ holds }) => holds)?.code, '2025')
  assert.deepEqual(
    later.ruleSets.map(({ acts }) => acts.length),
    [0, 0, 0],
  )
  assert.equal((await start(officer, '2026', {})).statusCode, 403)
  assert.equal((await start(admin, '1999', {})).statusCode, 404)
})

test('a rule set named for a day can be taken back before the day comes', async () => {
  const back = await start(admin, 'S2', { source: '撤回前一安排', reason: '公告推迟施行' })
  assert.equal(back.statusCode, 200, back.body)
  assert.equal((await ruleSetOn(h.house.db, '2027-01-01')).code, 'S2')
})

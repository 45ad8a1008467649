import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson } from '#checks/house.ts'
import {
  registrationStand,
  sayings,
  type RegistrationStand,
  type Who,
} from '#checks/samples/registration-stand.ts'
import { newId } from '#frame/kernel/id.ts'
import { administratorRoles } from '#frame/people/roles.ts'
import type { Door } from '#frame/http/door.ts'
import { registrationRoutes } from './routes.ts'

let stand: RegistrationStand
let mine: string
let draft: string
before(async () => {
  stand = await registrationStand()
  mine = await stand.register()
  draft = (await stand.begin('begin-contact')).json<{ id: string }>().id
})
after(() => stand.close())

/** Every door that names one thing, asked by somebody; the answer without its own number. */
async function ask(who: Who, id: string, { path, method }: Door) {
  const url = path.replace(':id', id)
  const caller = stand.t.as(stand.people[who])
  const act = path.split('/').at(-1)!
  const contact = { version: 1, mobile: '13900000001', email: 'a@example.cn' }
  const body =
    act === 'save'
      ? sayings[act]
      : act === 'set-contact'
        ? contact
        : { version: 1, ...sayings[act] }
  const answer =
    method === 'GET'
      ? await caller.get(act === 'as-of' ? `${url}?day=2026-11-23` : url)
      : await caller.post(url, body)
  const own = answer.headers['x-request-id']
  return { status: answer.statusCode, body: answer.body.replaceAll(String(own), '') }
}

const doors = registrationRoutes.filter((r) => r.door.path.includes(':id')).map((r) => r.door)
const outsiders: Who[] = ['stranger', 'farWindow', 'farAccounts']

for (const door of doors)
  test(`${door.permission} answers an outsider as if there were nothing`, async () => {
    const id = door.path.startsWith('/api/units') ? stand.unitId : mine
    for (const who of outsiders) {
      const [absent, foreign] = [await ask(who, newId(), door), await ask(who, id, door)]
      assert.deepEqual(foreign, absent, who)
      assert.ok([403, 404].includes(foreign.status), who)
    }
  })

const listed = async (accountId: string, path: string) => {
  const answer = await stand.t.as(accountId).get(path)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<{ rows: { id: string }[]; total: number }>()
}

test('no list, count or search of an outsider holds a row that is not his', async () => {
  for (const who of outsiders)
    for (const query of ['', '?q=京华', '?q=DJ2026', '?status=passed', `?unitId=${stand.unitId}`]) {
      const { rows, total } = await listed(stand.people[who], `/api/registrations${query}`)
      assert.deepEqual([rows, total], [[], 0], `${who} ${query}`)
    }
  for (const who of outsiders) {
    const { rows, total } = await listed(stand.people[who], '/api/units?q=京华')
    assert.deepEqual([rows, total], [[], 0], who)
  }
})

test('what was never handed over is in no officer’s list, count, search or unit page', async () => {
  for (const who of ['window', 'accounts', 'first', 'leader'] as const) {
    const { rows, total } = await listed(stand.people[who], '/api/registrations')
    assert.deepEqual([rows.map((r) => r.id), total], [[mine], 1], who)
    const waiting = await listed(stand.people[who], '/api/registrations?status=filling')
    assert.equal(waiting.total, 0)
    const { registrations } = await stand.seeUnit(who)
    assert.deepEqual(
      registrations.map((r) => r.id),
      [mine],
    )
  }
  const own = await listed(stand.people.colleague, '/api/registrations?sort=-number')
  assert.deepEqual(own.rows.map((r) => r.id).toSorted(), [mine, draft].toSorted())
})

test('the unit reads roles, not the names of officers; officers read both', async () => {
  const steps = async (who: Who) => (await stand.see(who, mine)).steps
  for (const step of await steps('operator')) assert.equal(step.name, null)
  const officers = await steps('first')
  assert.ok(officers.every((s) => s.name !== null || s.role.zh === '系统'))
  assert.deepEqual(
    officers.map((s) => [s.title.zh, s.role.zh]),
    [
      ['开始单位登记', '系统'],
      ['提交登记信息', '单位经办人'],
      ['现场审核', '海关窗口受理岗'],
      ['审核通过', '账号管理岗'],
    ],
  )
})

test('the three administrators see neither registrations nor units', async () => {
  for (const role of administratorRoles) {
    const person = stand.t.as(await addPerson(stand.t.house, role))
    for (const path of [
      '/api/registrations',
      `/api/registrations/${mine}`,
      '/api/units',
      `/api/units/${stand.unitId}`,
    ])
      assert.equal((await person.get(path)).statusCode, 403, `${role} ${path}`)
  }
})

test('documents of a registration are read by whoever may see it, and by nobody else', async () => {
  const { documents } = await stand.seeUnit('first')
  const { href } = documents[0]!
  const read = async (who: Who) => (await stand.t.as(stand.people[who]).get(href)).statusCode
  for (const who of ['operator', 'first', 'leader', 'window'] as const)
    assert.equal(await read(who), 200, who)
  for (const who of outsiders) assert.equal(await read(who), 404, who)
})

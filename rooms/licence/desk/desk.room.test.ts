import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { z } from 'zod'
import {
  licenceStand,
  toGrant,
  type LicenceStand,
  type Who,
} from '#checks/samples/licence-stand.ts'
import { newId } from '#frame/kernel/id.ts'
import type { deskDoor } from './doors.ts'
import { deskRoutes } from './routes.ts'

let stand: LicenceStand
let mine: string
before(async () => {
  stand = await licenceStand()
  mine = await accepted()
})
after(() => stand.close())

async function accepted(): Promise<string> {
  const id = await stand.draft()
  await stand.do('operator', id, 'submit')
  await stand.do('window', id, 'accept')
  return id
}

type Desk = z.output<typeof deskDoor.reply>
const get = (who: Who, id: string) => stand.t.as(stand.people[who]).get(`/api/licences/${id}/desk`)
const post = (who: Who, url: string, body: object) => stand.t.as(stand.people[who]).post(url, body)
async function desk(who: Who, id = mine): Promise<Desk> {
  const answer = await get(who, id)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<Desk>()
}
const remark = (who: Who, text: string, at = 'consignor') =>
  post(who, `/api/licences/${mine}/remarks`, { at, text })
const secret = '发货人名称疑为缩写，请核对'

test('S2-028 officers remark among themselves at a field or a document; it is settled and opened again', async () => {
  assert.equal((await remark('first', secret)).statusCode, 200)
  assert.equal((await remark('second', '请核对日期', 'slot.description')).statusCode, 200)
  const { remarks } = await desk('window')
  assert.deepEqual(
    remarks.map((r) => [r.at, r.settled]),
    [
      ['consignor', false],
      ['slot.description', false],
    ],
  )
  assert.ok(remarks.every((r) => /[一-鿿]/.test(r.where) && r.who))
  const [one] = remarks
  const settle = (who: Who, settled: boolean) =>
    post(who, `/api/licence-remarks/${one!.id}/settle`, { settled })
  assert.equal((await settle('window', true)).statusCode, 200)
  const now = (await desk('first')).remarks
  assert.deepEqual(
    now.map((r) => [r.at, r.settled]),
    [
      ['slot.description', false],
      ['consignor', true],
    ],
    'open ones stand first',
  )
  assert.ok(now[1]?.settledBy)
  assert.equal((await settle('leader', false)).statusCode, 200)
  assert.equal((await desk('first')).remarks[0]?.settledBy, null)
  assert.match((await remark('first', '问题', 'nowhere')).body, /没有这个位置/)
  assert.match((await remark('first', '  ')).body, /请写明意见/)
})

test('what officers remark is in nothing an applicant gets, nor in the ledger in clear', async () => {
  for (const path of [
    `/api/licences/${mine}`,
    '/api/licences?q=缩写',
    `/api/files/licence/${mine}`,
  ]) {
    const { body } = await stand.t.as(stand.people.operator).get(encodeURI(path))
    assert.ok(!body.includes('缩写'), path)
  }
  const { rows } = await stand.t.house.pool.query<{ n: number }>(
    "select count(*)::int as n from audit_event where convert_from(body, 'UTF8') like '%缩写%'",
  )
  assert.equal(rows[0]?.n, 0)
})

test('the applicant and officers elsewhere meet the desk as if there were no such case', async () => {
  const [one] = (await desk('first')).remarks
  for (const route of deskRoutes.filter((r) => r.door.path.includes(':id')))
    for (const who of ['operator', 'stranger', 'farFirst', 'farWindow'] as const) {
      const ask = (id: string) => {
        const url = route.door.path.replace(':id', id)
        const body = { settled: true, at: 'consignor', text: '打听', code: 'article', done: true }
        const keys = Object.keys((route.door.body as { shape?: object } | undefined)?.shape ?? {})
        const said = Object.fromEntries(Object.entries(body).filter(([k]) => keys.includes(k)))
        return route.door.method === 'GET'
          ? stand.t.as(stand.people[who]).get(url)
          : post(who, url, said)
      }
      const there = await ask(route.door.path.includes('remarks/:id') ? one!.id : mine)
      const gone = await ask(newId())
      assert.ok([403, 404].includes(there.statusCode), `${route.door.permission} ${who}`)
      assert.equal(there.statusCode, gone.statusCode, `${route.door.permission} ${who}`)
    }
})

test('S2-035 the first review ticks its check-list: who and when is kept, and nobody else may', async () => {
  const tick = (who: Who, code: string, done = true, id = mine) =>
    post(who, `/api/licences/${id}/check`, { code, done })
  const before = await desk('first')
  assert.ok(before.checks.length >= 8)
  assert.ok(before.checks.every((c) => c.done === null && /^S2-\d{3}$/.test(c.duty)))
  assert.ok(before.acts.some((a) => a.act === 'case-check.tick'))
  assert.equal((await tick('first', 'article')).statusCode, 200)
  assert.equal((await tick('otherFirst', 'article')).statusCode, 200, 'once more changes nothing')
  const done = (await desk('second')).checks.find((c) => c.code === 'article')?.done
  const name = await stand.t.house.db
    .selectFrom('account')
    .select('name')
    .where('id', '=', stand.people.first)
    .executeTakeFirstOrThrow()
  assert.equal(done?.who, name.name)
  assert.match((await tick('first', 'nothing')).body, /清单中没有这一项/)
  assert.equal((await tick('second', 'article')).statusCode, 403)
  assert.equal((await tick('first', 'article', false)).statusCode, 200)
  assert.equal((await desk('first')).checks.find((c) => c.code === 'article')?.done, null)
  const pending = await stand.draft()
  await stand.do('operator', pending, 'submit')
  assert.match((await tick('first', 'article', true, pending)).body, /现在不在初审/)
})

test('an unticked list stops no proposal; the same article granted before is shown within reach', async () => {
  await stand.do('first', mine, 'propose', toGrant)
  await stand.do('second', mine, 'grant')
  const next = await accepted()
  const { same, record } = await desk('first', next)
  assert.deepEqual(
    same.map((s) => [s.caseId, s.own]),
    [[mine, true]],
  )
  assert.ok(same[0]?.permit?.number)
  assert.deepEqual([record.granted, record.inForce, record.writeOffsOverdue], [1, 1, 0])
  assert.equal(record.status.zh, '已登记')
  // moved to another branch, the earlier case is out of this reader's reach
  await stand.t.house.db
    .updateTable('licence_case')
    .set({ branch_id: stand.farBranchId })
    .where('id', '=', mine)
    .execute()
  const narrowed = await desk('first', next)
  assert.deepEqual([narrowed.same.length, narrowed.record.granted], [0, 0])
  assert.equal((await desk('leader', next)).same.length, 1)
})

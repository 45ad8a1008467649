import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addGrant, addPerson } from '#checks/house.ts'
import {
  licenceStand,
  toGrant,
  type LicenceStand,
  type Who,
} from '#checks/samples/licence-stand.ts'
import { newId } from '#frame/kernel/id.ts'

let stand: LicenceStand
before(async () => {
  stand = await licenceStand()
})
after(() => stand.close())

const post = (account: string, url: string, body: object = {}) =>
  stand.t.as(account).post(url, body)
const pull = (who: Who, role = 'customs-first') =>
  post(stand.people[who], '/api/licences-next', { role })

/** Cases that wait for the first review, of a branch. */
async function waiting(n: number, branchId: string, unitId: string): Promise<string[]> {
  const at = stand.t.house.clock.now()
  const rows = Array.from({ length: n }, () => ({
    id: newId(),
    unit_id: unitId,
    branch_id: branchId,
    number: `0110-2026-${newId().slice(-6)}`,
    status: 'accepted',
    accepted_day: '2026-11-23',
    rule_set: 'S2',
    form: '{}',
    created_by: stand.people.operator,
    created_at: at,
    updated_at: at,
  }))
  await stand.t.house.db.insertInto('licence_case').values(rows).execute()
  return rows.map((r) => r.id)
}
const holderOf = async (id: string, role = 'customs-first') =>
  (
    await stand.t.house.db
      .selectFrom('task_holder')
      .select('account_id')
      .where('subject_id', '=', id)
      .where('role', '=', role)
      .executeTakeFirst()
  )?.account_id

test('S2-028 the most urgent case nobody has in hand is taken, of one’s own role and branch', async () => {
  const [late, soon] = [await stand.draft(), await stand.draft()]
  await stand.do('operator', late, 'submit')
  stand.on('2026-11-24')
  await stand.do('operator', soon, 'submit')
  const first = await pull('window', 'customs-window')
  assert.equal(first.statusCode, 200, first.body)
  assert.equal(first.json<{ id: string }>().id, late)
  assert.equal((await pull('window', 'customs-window')).json<{ id: string }>().id, soon)
  const none = await pull('window', 'customs-window')
  assert.equal(none.statusCode, 422)
  assert.match(none.body, /现在没有无人经办/)
  assert.equal((await pull('farWindow', 'customs-window')).statusCode, 422, 'another branch')
  assert.match((await pull('window', 'customs-first')).body, /您没有“海关初审岗”岗位/)
  // its history says so to officers, and to nobody else
  assert.equal((await stand.see('window', late)).steps.at(-1)?.title.zh, '取下一件')
  assert.ok((await stand.see('operator', late)).steps.every((s) => s.title.zh !== '取下一件'))
})

test('twenty officers at once get twenty cases, none of them twice', async () => {
  const ids = await waiting(20, stand.branchId, stand.unitId)
  const officers = await Promise.all(
    ids.map(() => addPerson(stand.t.house, 'customs-first', { branchId: stand.branchId })),
  )
  const answers = await Promise.all(
    officers.map((who) => post(who, '/api/licences-next', { role: 'customs-first' })),
  )
  const got = answers.map((a) => {
    assert.equal(a.statusCode, 200, a.body)
    return a.json<{ id: string }>().id
  })
  assert.deepEqual(got.toSorted(), ids.toSorted())
  const holders = await Promise.all(ids.map((id) => holderOf(id)))
  assert.equal(new Set(holders).size, 20)
  assert.equal((await pull('first')).statusCode, 422)
})

test('an officer takes a case before he first acts on it; a colleague then cannot, nor somebody of another role', async () => {
  const [id] = await waiting(1, stand.branchId, stand.unitId)
  const take = (who: Who) => post(stand.people[who], `/api/licences/${id}/take`)
  const acts = async (who: Who) =>
    (await stand.t.as(stand.people[who]).get(`/api/licences/${id}/desk`))
      .json<{ acts: { act: string }[] }>()
      .acts.map((a) => a.act)
  assert.ok((await acts('first')).includes('case-hand.take'))
  assert.ok(!(await acts('window')).includes('case-hand.take'))
  assert.match((await take('window')).body, /现在由“海关初审岗”办理/)
  assert.equal((await take('operator')).statusCode, 403)
  assert.equal((await take('farFirst')).statusCode, 404)
  const answers = await Promise.all([take('first'), take('otherFirst')])
  assert.deepEqual(
    answers.map((a) => a.statusCode).toSorted((a, b) => a - b),
    [200, 422],
  )
  assert.ok(!(await acts('first')).includes('case-hand.take'))
  assert.equal((await take('otherFirst')).statusCode, 422)
  const decided = await stand.draft()
  assert.equal(
    (await post(stand.people.window, `/api/licences/${decided}/take`)).statusCode,
    404,
    'a draft',
  )
})

test('S2-037 whoever proposed neither takes nor pulls the second review of the same case', async () => {
  const id = await stand.draft()
  await stand.do('operator', id, 'submit')
  await stand.do('window', id, 'accept')
  await stand.do('first', id, 'propose', toGrant)
  await addGrant(stand.t.house, stand.people.first, 'customs-second', { branchId: stand.branchId })
  assert.match((await post(stand.people.first, `/api/licences/${id}/take`)).body, /复核须由另一人/)
  assert.equal((await pull('first', 'customs-second')).statusCode, 422)
  assert.equal((await pull('second', 'customs-second')).json<{ id: string }>().id, id)
})

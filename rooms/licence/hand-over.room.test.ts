import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { z } from 'zod'
import { addGrant } from '#checks/house.ts'
import {
  licenceStand,
  toGrant,
  type LicenceStand,
  type Who,
} from '#checks/samples/licence-stand.ts'
import type { Role } from '#frame/people/roles.ts'
import type { colleaguesDoor } from '#frame/people/tasks/doors.ts'
import type { listDoor } from './doors.ts'

let stand: LicenceStand
before(async () => {
  stand = await licenceStand()
})
after(() => stand.close())

/** A case whose first reviewer has opened a special step and so has it in hand. */
async function inHand(): Promise<string> {
  const id = await stand.draft()
  await stand.do('operator', id, 'submit')
  await stand.do('window', id, 'accept')
  const step = { kind: 'expert', reason: '需专家评估', expectedDays: 5 }
  await stand.do('first', id, 'open-step', step)
  return id
}

async function give(who: Who, id: string, role: Role, to: Who, version = 1) {
  const { unitId, people } = stand
  const said = { unitId, kind: 'licence', id, role, toId: people[to], version, reason: '外出培训' }
  const answer = await stand.t.as(people[who]).post('/api/tasks/hand-over', said)
  const refused = answer.json<{ reasons?: { code: string }[] }>().reasons ?? []
  return { status: answer.statusCode, codes: refused.map((r) => r.code) }
}

async function colleagues(who: Who, id: string, role: Role): Promise<string[]> {
  const asked = `kind=licence&role=${role}&tasks=${stand.unitId}:${id}`
  const answer = await stand.t.as(stand.people[who]).get(`/api/tasks/colleagues?${asked}`)
  const { people } = answer.json<z.output<typeof colleaguesDoor.reply>>()
  return people.map((p) => p.id)
}

const tasks = async (who: Who, id: string) =>
  (await stand.see(who, id)).tasks.map((t) => [t.role, t.holder?.id ?? null, t.acts.length])

test('the page of a case says to officers who has it in hand, and offers the hand-over to whoever may', async () => {
  const { window, first } = stand.people
  const id = await stand.draft()
  await stand.do('operator', id, 'submit')
  assert.deepEqual(await tasks('window', id), [['customs-window', null, 0]])
  await stand.do('window', id, 'accept')
  // the window's part is over: nothing of it is left to hand over
  assert.deepEqual(await tasks('first', id), [
    ['customs-window', window, 0],
    ['customs-first', null, 0],
  ])
  const step = { kind: 'expert', reason: '需专家评估', expectedDays: 5 }
  await stand.do('first', id, 'open-step', step)
  for (const [who, may] of [
    ['first', 1],
    ['leader', 1],
    ['otherFirst', 0],
    ['second', 0],
  ] as const)
    assert.deepEqual((await tasks(who, id)).at(-1), ['customs-first', first, may], who)
  assert.deepEqual(await tasks('operator', id), [], 'applicants see roles, not names')
})

test('a case handed over is with the colleague, who is told of it; its history says so to officers only', async () => {
  const id = await inHand()
  const { people } = stand
  assert.deepEqual(await colleagues('first', id, 'customs-first'), [people.otherFirst])
  assert.deepEqual(await give('first', id, 'customs-first', 'otherFirst'), {
    status: 200,
    codes: [],
  })
  const view = await stand.see('otherFirst', id)
  const task = view.tasks.find((t) => t.role === 'customs-first')
  assert.equal(task?.holder?.id, people.otherFirst)
  assert.equal(task?.reason, '外出培训')
  assert.equal(task?.acts.length, 1)
  const step = view.steps.at(-1)
  assert.equal(step?.title.zh, '转交同事')
  assert.match(step?.noteInner?.zh ?? '', /^海关初审岗由.+转交.+。原因：外出培训$/)
  assert.match(step?.noteInner?.en ?? '', /^Customs first reviewer: from /)
  const filed = await stand.see('operator', id)
  assert.ok(filed.steps.every((s) => s.title.zh !== '转交同事'))
  const notice = await stand.t.house.db
    .selectFrom('notice')
    .select(['kind', 'path', 'params'])
    .where('account_id', '=', people.otherFirst)
    .where('kind', '=', 'task.handed-over')
    .executeTakeFirstOrThrow()
  assert.equal(notice.path, `/licence/${id}`)
  assert.equal((notice.params as { label: string }).label, view.number)
})

test('the register names the holder to officers and says whose cases one may hand over', async () => {
  const id = await inHand()
  const row = async (who: Who) => {
    const list = await stand.t.as(stand.people[who]).get('/api/licences?size=200')
    return list.json<z.output<typeof listDoor.reply>>().rows.find((r) => r.id === id)
  }
  assert.equal((await row('operator'))?.holder, null)
  const seen = await row('first')
  assert.equal(seen?.holder?.role, 'customs-first')
  assert.equal(seen?.holder?.mayHandOver, true)
  assert.equal((await row('leader'))?.holder?.mayHandOver, true)
  assert.equal((await row('otherFirst'))?.holder?.mayHandOver, false)
})

test('whoever proposed is never offered nor given the second review of the same case', async () => {
  const id = await inHand()
  await stand.do('first', id, 'close-step', { result: '专家意见：可行' })
  await stand.do('first', id, 'propose', toGrant)
  await stand.do('second', id, 'return-to-first', { why: '请补充审查意见' })
  const { first, second, hqSecond } = stand.people
  await addGrant(stand.t.house, first, 'customs-second', { branchId: stand.branchId })
  await stand.do('first', id, 'propose', toGrant)
  assert.deepEqual((await tasks('second', id)).at(-1), ['customs-second', second, 1])
  assert.deepEqual(await colleagues('second', id, 'customs-second'), [hqSecond])
  assert.deepEqual((await give('second', id, 'customs-second', 'first')).codes, ['four-eyes'])
  assert.equal((await give('second', id, 'customs-second', 'hqSecond')).status, 200)
  await stand.do('hqSecond', id, 'grant')
  // what is decided needs nobody any more
  assert.deepEqual((await give('leader', id, 'customs-second', 'second', 3)).codes, [
    'nothing-ahead',
  ])
  assert.ok((await tasks('leader', id)).every(([, , acts]) => acts === 0))
})

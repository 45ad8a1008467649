import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  licenceStand,
  sayings,
  type LicenceStand,
  type Who,
} from '#checks/samples/licence-stand.ts'
import { addPerson } from '#checks/house.ts'
import { administratorRoles } from '#frame/people/roles.ts'
import { newId } from '#frame/kernel/id.ts'
import { licenceRoutes } from './routes.ts'

let stand: LicenceStand
let mine: string
let draft: string
before(async () => {
  stand = await licenceStand()
  mine = await stand.draft()
  await stand.do('operator', mine, 'submit')
  draft = await stand.draft()
})
after(() => stand.close())

/** Every door that names a case, asked by somebody; the answer without its own number. */
async function ask(who: Who, id: string, { method, path }: (typeof doors)[number]) {
  const url = path.replace(':id', id).replace(':from', newId())
  const caller = stand.t.as(stand.people[who])
  const act = path.split('/').at(-1)!
  const answer =
    method === 'GET'
      ? await caller.get(url)
      : await caller.post(url, act === 'save' ? sayings['save'] : { version: 1, ...sayings[act] })
  const own = answer.headers['x-request-id']
  return {
    status: answer.statusCode,
    body: answer.body.replaceAll(String(own), ''),
    headers: Object.keys(answer.headers).toSorted().join(),
  }
}

const doors = licenceRoutes.filter((r) => r.door.path.includes(':id')).map((r) => r.door)
const outsiders: Who[] = ['stranger', 'farWindow', 'farFirst', 'farSecond']

for (const door of doors)
  test(`${door.permission} answers a stranger as if there were no such case`, async () => {
    for (const who of outsiders) {
      const [absent, foreign] = [await ask(who, newId(), door), await ask(who, mine, door)]
      assert.deepEqual(foreign, absent, who)
      assert.ok([403, 404].includes(foreign.status), String(foreign.status))
    }
    // an officer of the branch meets a draft as if there were none
    for (const who of ['window', 'first', 'second', 'leader'] as const)
      assert.deepEqual(
        await ask(who, draft, door),
        await ask(who, newId(), door),
        `${who} and a draft`,
      )
  })

test('every door of a case is asked above', () => {
  assert.deepEqual(
    doors
      .filter((d) => d.method !== 'GET')
      .map((d) => d.path.split('/').at(-1))
      .filter((a) => a === undefined || !(a in sayings)),
    [],
  )
})

test('files and papers of a case are as hidden as the case', async () => {
  for (const who of outsiders) {
    const get = async (id: string) =>
      (await stand.t.as(stand.people[who]).get(`/api/files/licence/${id}`)).statusCode
    assert.deepEqual([await get(mine), await get(newId())], [404, 404], who)
    assert.equal((await stand.upload(who, mine, 'description')).statusCode, 404)
  }
  assert.equal(
    (await stand.t.as(stand.people.window).get(`/api/files/licence/${draft}`)).statusCode,
    404,
  )
})

interface List {
  rows: { id: string }[]
  total: number
}
const list = async (who: Who, query: string) => {
  const answer = await stand.t.as(stand.people[who]).get(`/api/licences?size=200&${query}`)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<List>()
}

test('drafts and foreign cases are in no list, no count and no search of those who may not see them', async () => {
  const queries = [
    '',
    'status=draft',
    'status=draft,pending',
    'q=人血清',
    'q=Human',
    'q=TS2026',
    'q=NB-HS',
    'q=测试单位',
    'mine=1',
  ]
  const sorts = ['left', '-left', 'updated', '-updated', 'number', '-number']
  for (const query of [...queries, ...sorts.map((s) => `sort=${s}`)]) {
    for (const who of ['window', 'leader', 'hqSecond'] as const) {
      const { rows, total } = await list(who, query)
      assert.ok(
        rows.every((r) => r.id !== draft),
        `${who} ${query}`,
      )
      assert.equal(total, rows.length)
    }
    for (const who of outsiders) {
      const { rows, total } = await list(who, query)
      assert.deepEqual([rows.length, total], [0, 0], `${who} ${query}`)
    }
  }
  const own = await list('operator', 'status=draft')
  assert.ok(own.rows.some((r) => r.id === draft))
  assert.deepEqual(
    (await list('window', '')).rows.map((r) => r.id),
    [mine],
  )
})

test('a search text with wildcards of SQL finds what is written, not everything', async () => {
  for (const q of ['%', '_', '\\', "'", '%25%25'])
    assert.equal((await list('window', `q=${encodeURIComponent(q)}`)).total, 0, q)
})

test('S2-067 officers at headquarters and leaders see the cases of every branch', async () => {
  for (const who of ['hqSecond', 'leader'] as const)
    assert.equal((await list(who, '')).rows.filter((r) => r.id === mine).length, 1)
})

test('the public and the three administrators meet closed doors, whether there is a case or not', async () => {
  for (const id of [mine, newId()]) {
    assert.equal((await stand.t.as(null).get(`/api/licences/${id}`)).statusCode, 401)
    for (const role of administratorRoles) {
      const admin = await addPerson(stand.t.house, role)
      assert.equal((await stand.t.as(admin).get(`/api/licences/${id}`)).statusCode, 403, role)
    }
  }
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  codesOf,
  enrolmentStand,
  type EnrolmentStand,
  type Held,
} from '#checks/samples/enrolment-stand.ts'
import { addPerson } from '#checks/house.ts'
import { demoIdCard } from '#frame/catalogue/codes/demo.ts'
import { digestLines } from '#frame/notify/digest-section.ts'
import { newId } from '#frame/kernel/id.ts'
import { loadActor } from '#frame/people/load-actor.ts'
import { administratorRoles } from '#frame/people/roles.ts'
import { enrolmentRoutes } from './routes.ts'

let stand: EnrolmentStand
let draft: Held
let filed: Held
let approved: Held
const number = demoIdCard('hidden')
before(async () => {
  stand = await enrolmentStand()
  draft = await stand.filled()
  filed = await stand.filed()
  approved = await stand.filed()
  await stand.do(stand.keeper, approved.id, 'approve')
})
after(() => stand.close())

const holderDoors = enrolmentRoutes
  .map((r) => r.door)
  .filter((d) => Array.isArray(d.who) && d.who.includes('key-holder'))
const bodies: Record<string, object> = { save: { changes: [] } }

async function knock(key: string | null, id: string, path: string, method: string) {
  const url = path.replace(':id', id)
  const word = path.split('/').at(-1)!
  const caller = stand.holding(key)
  const answer =
    method === 'GET'
      ? await caller.get(url)
      : await caller.post(url, bodies[word] ?? { version: 1 })
  const own = String(answer.headers['x-request-id'])
  return { status: answer.statusCode, body: answer.body.replaceAll(own, '') }
}

for (const door of holderDoors)
  test(`${door.permission} opens to the key of its own request alone`, async () => {
    const { path, method } = door
    assert.equal((await knock(null, filed.id, path, method)).status, 401)
    assert.equal((await knock('x'.repeat(43), filed.id, path, method)).status, 401)
    assert.deepEqual(
      await knock(draft.key, filed.id, path, method),
      await knock(draft.key, newId(), path, method),
      'another request looks like none',
    )
    assert.equal((await knock(draft.key, filed.id, path, method)).status, 404)
    for (const role of ['customs-accounts', 'unit-operator', 'security-admin'] as const) {
      const who = await addPerson(stand.t.house, role)
      const url = path.replace(':id', filed.id)
      const answer =
        method === 'GET'
          ? await stand.t.as(who).get(url)
          : await stand.t.as(who).post(url, bodies[path.split('/').at(-1)!] ?? { version: 1 })
      assert.equal(answer.statusCode, 403, role)
    }
  })

test('a key opens no other door of the house', async () => {
  for (const url of ['/api/enrolments', '/api/me', '/api/licences', '/api/inbox', '/api/people'])
    assert.equal((await stand.holding(filed.key).get(url)).statusCode, 401, url)
})

test('S2-125 documents are seen by the holder of the key and the account administrator alone', async () => {
  const slots = `/api/files/enrolment/${filed.id}`
  const shown = await stand.holding(filed.key).get(slots)
  assert.equal(shown.statusCode, 200, shown.body)
  const href = shown.json<{ slots: { files: { href: string }[] }[] }>().slots[0]!.files[0]!.href
  assert.equal((await stand.holding(filed.key).get(href)).statusCode, 200)
  assert.equal((await stand.t.as(stand.keeper).get(href)).statusCode, 200)
  for (const key of [null, draft.key])
    assert.ok([401, 404].includes((await stand.holding(key).get(href)).statusCode))
  for (const role of ['customs-window', 'customs-leader', 'unit-operator'] as const) {
    const who = await addPerson(stand.t.house, role)
    assert.equal((await stand.t.as(who).get(slots)).statusCode, 404, role)
    assert.equal((await stand.t.as(who).get(href)).statusCode, 404, role)
  }
  for (const role of administratorRoles) {
    const who = await addPerson(stand.t.house, role)
    assert.equal((await stand.t.as(who).get(href)).statusCode, 403, role)
  }
  // what is filed is not changed any more, and by officers never
  assert.deepEqual(codesOf(await stand.upload(filed.key, filed.id)), ['filed'])
  assert.equal((await stand.upload(draft.key, filed.id)).statusCode, 404)
  assert.equal((await stand.upload(null, filed.id)).statusCode, 401)
  const given = await stand.filed()
  assert.equal((await stand.ask(given, 'give-up')).statusCode, 200)
  assert.equal(
    (await stand.holding(given.key).get(`/api/files/enrolment/${given.id}`)).statusCode,
    404,
  )
})

interface List {
  rows: { id: string; name: string }[]
  total: number
}
const list = async (who: string, query = '') => {
  const answer = await stand.t.as(who).get(`/api/enrolments?size=200&${query}`)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<List>()
}

test('S2-067 before a branch is assigned all account administrators see a request, afterwards its branch', async () => {
  const seenBy = async (who: string, held: Held) => {
    const page = (await stand.t.as(who).get(`/api/enrolments/${held.id}`)).statusCode
    const { rows, total } = await list(who)
    assert.equal(rows.length, total)
    assert.equal(
      rows.some((r) => r.id === held.id),
      page === 200,
    )
    return page
  }
  for (const who of [stand.keeper, stand.farKeeper, stand.hqKeeper]) {
    assert.equal(await seenBy(who, filed), 200)
    assert.equal(await seenBy(who, draft), 404)
  }
  assert.deepEqual(
    [
      await seenBy(stand.keeper, approved),
      await seenBy(stand.hqKeeper, approved),
      await seenBy(stand.farKeeper, approved),
    ],
    [200, 200, 404],
  )
})

test('a draft is in no list, no count and no search; searches find what is written', async () => {
  const { form } = await stand.own(draft)
  const known = await stand.see(stand.keeper, filed.id)
  for (const query of ['', 'status=draft', `q=${encodeURIComponent(form.nameZh!)}`, 'sort=number'])
    assert.ok(
      (await list(stand.keeper, query)).rows.every((r) => r.id !== draft.id),
      query,
    )
  for (const q of [known.number!, known.form.nameZh!, known.form.uscc!.slice(3, 12), '赵敏'])
    assert.ok(
      (await list(stand.keeper, `q=${encodeURIComponent(q)}`)).rows.some((r) => r.id === filed.id),
      q,
    )
  for (const q of ['%', '_', '\\', "'"])
    assert.equal((await list(stand.keeper, `q=${encodeURIComponent(q)}`)).total, 0, q)
})

test('S2-125 a document’s number is kept nowhere in clear, and who looks at it leaves a trace', async () => {
  const held = await stand.filled('person')
  const url = `/api/enrolments/${held.id}/save`
  const body = { changes: [], document: { kind: 'id-card', number } }
  assert.equal((await stand.holding(held.key).post(url, body)).statusCode, 200)
  assert.equal((await stand.ask(held, 'file')).statusCode, 200)
  assert.doesNotMatch(JSON.stringify(await stand.own(held)), new RegExp(number))
  assert.doesNotMatch(JSON.stringify(await stand.see(stand.keeper, held.id)), new RegExp(number))
  const look = (who: string) => stand.t.as(who).post(`/api/enrolments/${held.id}/document`)
  assert.deepEqual((await look(stand.keeper)).json(), { number })
  assert.equal((await look(await addPerson(stand.t.house, 'customs-leader'))).statusCode, 403)
  const looked = await stand.t.house.db
    .selectFrom('audit_event')
    .select('actor_id')
    .where('act', '=', 'enrolment.look-document')
    .where('subject_id', '=', held.id)
    .execute()
  assert.deepEqual(looked, [{ actor_id: stand.keeper }])

  await stand.do(stand.keeper, held.id, 'approve')
  for (const table of [
    'enrolment',
    'unit',
    'audit_event',
    'audit_personal',
    'message',
    'act_receipt',
  ]) {
    const { rows } = await stand.t.house.pool.query<{ n: number }>(
      `select count(*)::int as n from ${table} t where t::text like $1`,
      [`%${number}%`],
    )
    assert.equal(rows[0]?.n, 0, table)
  }
  const events = await stand.t.house.db.selectFrom('audit_event').select('body_json').execute()
  assert.doesNotMatch(JSON.stringify(events), /钱思齐|person\d+@example/)

  const refused = await stand.filed('person')
  await stand.do(stand.keeper, refused.id, 'refuse')
  assert.deepEqual(
    codesOf(await stand.t.as(stand.keeper).post(`/api/enrolments/${refused.id}/document`)),
    ['no-number'],
  )
})

test('the digest counts what waits for an account administrator, and nothing for anybody else', async () => {
  const digest = async (accountId: string) => {
    const { db, clock } = stand.t.house
    const today = '2026-11-23'
    const actor = await loadActor(db, accountId, today)
    const lines = await digestLines({ db, actor: actor!, accountId, now: clock.now(), today })
    return Object.fromEntries(lines.map((l) => [l.words.zh, l.count]))
  }
  const { total } = await list(stand.keeper, 'status=filed')
  assert.equal((await digest(stand.keeper))['待审核的账号注册申请'], total)
  assert.equal((await digest(stand.keeper))['确认链接已过期的账号'], undefined)
  const leader = await addPerson(stand.t.house, 'customs-leader')
  assert.equal((await digest(leader))['待审核的账号注册申请'], undefined)
  stand.on('2026-11-27')
  assert.ok((await digest(stand.keeper))['确认链接已过期的账号']! >= 1)
  assert.equal((await digest(stand.farKeeper))['确认链接已过期的账号'], undefined)
  stand.on('2026-11-23')
})

import assert from 'node:assert/strict'
import type { LightMyRequestResponse } from 'fastify'
import { after, before, test } from 'node:test'
import { licenceStand, type LicenceStand, type Problem } from '#checks/samples/licence-stand.ts'
import { serumForm } from '#checks/samples/licence-facts.ts'

let stand: LicenceStand
before(async () => void (stand = await licenceStand()))
after(() => stand.close())

async function pending(): Promise<string> {
  const id = await stand.draft()
  await stand.do('operator', id, 'submit')
  return id
}
const caller = (who: keyof LicenceStand['people']) => stand.t.as(stand.people[who])
const codesOf = (answer: LightMyRequestResponse) =>
  answer.json<Problem>().reasons.map((r) => r.code)
const countOf = async (table: 'licence_step' | 'audit_event' | 'paper', id: string) => {
  const column = table === 'licence_step' ? 'case_id' : 'subject_id'
  const rows = await stand.t.house.db
    .selectFrom(table)
    .select('id')
    .where(column, '=', id)
    .execute()
  return rows.length
}

test('two officers at once: one is done, the other is told what changed, and nothing is lost', async () => {
  const id = await pending()
  const version = await stand.version(id)
  const items = [{ at: 'consignor', what: '请填写全称' }]
  const answers = await Promise.all([
    caller('window').post(`/api/licences/${id}/accept`, { version }),
    caller('window').post(`/api/licences/${id}/ask-correction`, { version, items }),
  ])
  const [done, late] = answers.toSorted((a, b) => a.statusCode - b.statusCode)
  assert.deepEqual([done?.statusCode, late?.statusCode], [200, 409])
  assert.deepEqual(codesOf(late!), ['stale'])
  assert.match(late!.json<Problem>().detail, /第 2 版，现为第 3 版/)
  const view = await stand.see('window', id)
  assert.equal(view.status, done!.json<{ status: string }>().status)
  assert.equal(view.steps.length, 2)
  assert.equal(view.papers.length, 1)
})

test('a double click with one key is one effect, and every answer is the same', async () => {
  const id = await pending()
  const version = await stand.version(id)
  const [steps, events, papers] = [
    await countOf('licence_step', id),
    await countOf('audit_event', id),
    await countOf('paper', id),
  ]
  const key = { 'idempotency-key': 'accept-once' }
  const clicks = await Promise.all(
    Array.from({ length: 6 }, () =>
      caller('window').post(`/api/licences/${id}/accept`, { version }, key),
    ),
  )
  const again = await caller('window').post(`/api/licences/${id}/accept`, { version }, key)
  assert.deepEqual(
    [...new Set([...clicks, again].map((a) => `${a.statusCode} ${a.body}`))],
    [`200 ${JSON.stringify({ id, status: 'accepted', version: version + 1 })}`],
  )
  assert.equal(await countOf('licence_step', id), steps + 1)
  assert.equal(await countOf('audit_event', id), events + 1)
  assert.equal(await countOf('paper', id), papers + 1)
})

test('the same key with another body, act or case is refused with 409', async () => {
  const [one, two] = [await pending(), await pending()]
  const version = await stand.version(one)
  const key = { 'idempotency-key': 'mine-alone' }
  const post = (id: string, act: string, body: object) =>
    caller('window').post(`/api/licences/${id}/${act}`, body, key)
  assert.equal((await post(one, 'accept', { version })).statusCode, 200)
  const items = [{ at: 'consignor', what: '请填写全称' }]
  for (const other of [
    await post(one, 'accept', { version: version + 1 }),
    await post(two, 'accept', { version }),
    await post(two, 'ask-correction', { version, items }),
  ])
    assert.deepEqual([other.statusCode, codesOf(other)], [409, ['key-reused']])
  // somebody else may happen to use the same key
  const otherPerson = await caller('operator').post(
    `/api/licences/${two}/withdraw`,
    { version, why: '不进口了' },
    key,
  )
  assert.equal(otherPerson.statusCode, 200)
})

test('a refused request leaves its key free: mended, it goes through', async () => {
  const id = await stand.draft({ ...serumForm, consignor: '' })
  const version = await stand.version(id)
  const key = { 'idempotency-key': 'submit-after-mending' }
  const submit = () => caller('operator').post(`/api/licences/${id}/submit`, { version }, key)
  assert.deepEqual(codesOf(await submit()), ['blank'])
  const changes = [{ name: 'consignor', seen: null, value: 'Northfield' }]
  await caller('operator').post(`/api/licences/${id}/save`, { changes })
  assert.equal((await submit()).statusCode, 200)
})

interface Saved {
  clashes: { name: string; mine: unknown; theirs: unknown; by: string | null }[]
}
const save = async (
  who: 'operator' | 'colleague',
  id: string,
  ...changes: [string, unknown, unknown][]
) => {
  const answer = await caller(who).post(`/api/licences/${id}/save`, {
    changes: changes.map(([name, seen, value]) => ({ name, seen, value })),
  })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json<Saved>().clashes
}

test('two colleagues in one draft: a clash shows both values, other fields of the same save are kept', async () => {
  const id = await stand.draft()
  assert.deepEqual(await save('operator', id, ['destination', '北京市', '天津市']), [])
  const clashes = await save(
    'colleague',
    id,
    ['destination', '北京市', '上海市'],
    ['remarks', null, '干冰运输'],
  )
  const by = `测试${stand.people.operator.slice(-4)}`
  assert.deepEqual(clashes, [{ name: 'destination', mine: '上海市', theirs: '天津市', by }])
  const { form } = await stand.see('colleague', id)
  assert.deepEqual([form.destination, form.remarks], ['天津市', '干冰运输'])
  // having seen the other's value he may decide for his own
  assert.deepEqual(await save('colleague', id, ['destination', '天津市', '上海市']), [])
})

test('saves at the very same moment lose no field: of one field one wins, the other is shown', async () => {
  const id = await stand.draft()
  const names = ['consignor', 'consignee', 'manufacturer', 'useAddress'] as const
  const { form } = await stand.see('operator', id)
  const all = await Promise.all(
    names.flatMap((name) =>
      (['operator', 'colleague'] as const).map((who) =>
        save(who, id, [name, form[name], `${name} of ${who}`]),
      ),
    ),
  )
  assert.equal(all.flat().length, names.length, 'exactly one clash a field')
  const after = (await stand.see('operator', id)).form
  for (const clash of all.flat())
    assert.equal(clash.theirs, after[clash.name as (typeof names)[number]])
})

test('S2-027 a submission at the moment of a save keeps what it filed: the save is in it or refused', async () => {
  const id = await stand.draft()
  const version = await stand.version(id)
  const [submitted, saved] = await Promise.all([
    caller('operator').post(`/api/licences/${id}/submit`, { version }),
    caller('colleague').post(`/api/licences/${id}/save`, {
      changes: [{ name: 'remarks', seen: null, value: '干冰运输' }],
    }),
  ])
  assert.equal(submitted.statusCode, 200)
  const filed = await stand.t.house.db
    .selectFrom('licence_filing')
    .select('form')
    .where('case_id', '=', id)
    .executeTakeFirstOrThrow()
  const { form } = await stand.see('operator', id)
  assert.deepEqual(filed.form, form)
  assert.equal(saved.statusCode === 200, form.remarks === '干冰运输')
})

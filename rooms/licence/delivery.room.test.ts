import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { licenceStand, toGrant, type LicenceStand } from '#checks/samples/licence-stand.ts'
import { drainJobs } from '#frame/jobs/drain.ts'

let stand: LicenceStand
before(async () => void (stand = await licenceStand()))
after(() => stand.close())

/** A case granted on 2026-11-25, its papers made. */
async function granted(): Promise<string> {
  stand.on('2026-11-23')
  const id = await stand.draft()
  await stand.do('operator', id, 'submit')
  await stand.do('window', id, 'accept')
  await stand.do('first', id, 'propose', toGrant)
  stand.on('2026-11-25')
  await stand.do('second', id, 'grant')
  await drainJobs(stand.t.house, { only: ['papers.make'] })
  return id
}
const paperOf = async (id: string, kind: string) => {
  const { papers } = await stand.see('operator', id)
  return papers.find((p) => p.kind === kind)?.id ?? ''
}
const open = async (who: 'operator' | 'colleague' | 'window' | 'stranger', paper: string) =>
  (await stand.t.as(stand.people[who]).get(`/api/papers/${paper}/file`)).statusCode
const undelivered = async () => {
  const list = await stand.t
    .as(stand.people.window)
    .get('/api/licences?undelivered=1&sort=left&size=200')
  return list.json<{ rows: { id: string; dueDay: string | null; leftDays: number | null }[] }>()
    .rows
}

test('S2-041 the applicant opens the decision: it is delivered at that moment, once', async () => {
  const id = await granted()
  assert.deepEqual((await stand.see('operator', id)).delivery, {
    dueDay: '2026-12-09',
    overdue: false,
    day: null,
    way: null,
  })
  const [permit, acceptance] = [
    await paperOf(id, 'licence.permit'),
    await paperOf(id, 'licence.acceptance'),
  ]
  // neither an officer's look nor another paper is a delivery
  assert.equal(await open('window', permit), 200)
  assert.equal(await open('operator', acceptance), 200)
  assert.equal(await open('stranger', permit), 404)
  assert.equal((await stand.see('operator', id)).delivery?.day, null)
  stand.on('2026-11-27')
  assert.deepEqual(
    await Promise.all([open('operator', permit), open('colleague', permit)]),
    [200, 200],
  )
  assert.equal(await open('operator', permit), 200)
  const view = await stand.see('window', id)
  assert.equal(view.delivery?.day, '2026-11-27')
  assert.equal(view.delivery?.way?.zh, '申请人在页面查收')
  const delivered = view.steps.filter((s) => s.title.zh === '查收决定')
  assert.equal(delivered.length, 1)
  assert.deepEqual(await stand.refusal('window', id, 'deliver', { way: 'posted' }), ['delivered'])
  const events = await stand.t.house.db
    .selectFrom('audit_event')
    .select('id')
    .where('subject_id', '=', id)
    .where('act', '=', 'licence.receive')
    .execute()
  assert.equal(events.length, 1)
})

test('S2-041 a decision nobody opened stands overdue in the queue until the window records its delivery', async () => {
  const id = await granted()
  const row = async () => (await undelivered()).find((r) => r.id === id)
  assert.deepEqual([(await row())?.dueDay, (await row())?.leftDays], ['2026-12-09', 10])
  stand.on('2026-12-11')
  assert.equal((await row())?.leftDays, -2)
  assert.equal((await stand.see('operator', id)).delivery?.overdue, true)
  const said = { way: 'posted', day: '2026-12-10', note: 'EX123456789CN' }
  assert.deepEqual(await stand.refusal('window', id, 'deliver', { ...said, day: '2026-11-24' }), [
    'impossible-day',
  ])
  await stand.do('window', id, 'deliver', said)
  assert.equal(await row(), undefined)
  const view = await stand.see('operator', id)
  assert.deepEqual([view.delivery?.day, view.delivery?.way?.zh], ['2026-12-10', '邮寄送达'])
  assert.equal(view.steps.at(-1)?.noteInner, null)
  assert.equal((await stand.see('window', id)).steps.at(-1)?.noteInner?.zh, 'EX123456789CN')
  // opened afterwards: it stays as it was recorded
  assert.equal(await open('operator', await paperOf(id, 'licence.permit')), 200)
  assert.equal((await stand.see('window', id)).delivery?.day, '2026-12-10')
})

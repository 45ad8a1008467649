import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { licenceStand, toGrant, type LicenceStand } from '#checks/samples/licence-stand.ts'
import { serumForm } from '#checks/samples/licence-facts.ts'
import { drainJobs } from '#frame/jobs/drain.ts'

let stand: LicenceStand
before(async () => void (stand = await licenceStand()))
after(() => stand.close())

async function pending(form = serumForm): Promise<string> {
  stand.on('2026-11-23')
  const id = await stand.draft(form)
  await stand.do('operator', id, 'submit')
  return id
}
async function accepted(form = serumForm): Promise<string> {
  const id = await pending(form)
  await stand.do('window', id, 'accept')
  return id
}
const factsOf = async (id: string, kind: string) => {
  const row = await stand.t.house.db
    .selectFrom('paper')
    .select('facts')
    .where('subject_id', '=', id)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  return row.facts as Record<string, unknown>
}
const inboxOf = async () => (await stand.t.as(stand.people.operator).get('/api/inbox?size=50')).body

test('S2-034 what needs no approval is turned away with reason, where to go and remedies', async () => {
  const id = await pending()
  const said = { kind: 'no-approval', reason: '申请物品按兽药管理，不属于特殊物品审批范围' }
  await stand.do('window', id, 'not-in-scope', said)
  await drainJobs(stand.t.house, { only: ['papers.make'] })
  const view = await stand.see('operator', id)
  assert.equal(view.status, 'not-accepted')
  assert.equal(view.clock?.projection.state, 'ended')
  assert.equal(view.delivery?.dueDay, '2026-12-07')
  assert.deepEqual(
    view.papers.map((p) => [p.title, p.status]),
    [['行政许可不予受理决定书', 'issued']],
  )
  const paper = await factsOf(id, 'licence.non-acceptance')
  assert.deepEqual(paper['reasons'], [said.reason])
  assert.match(String(paper['basis']), /第三十二条第一款第一项/)
  assert.match(String(paper['instead']), /不需要取得/)
  assert.match(String(paper['remedies']), /行政复议.*行政诉讼/)
  assert.match(await inboxOf(), /不予受理/)
})

test('S2-034 what another body decides is turned away with its name', async () => {
  const id = await pending()
  const said = { kind: 'elsewhere', reason: '属于动植物检疫审批事项' }
  assert.deepEqual(await stand.refusal('window', id, 'not-in-scope', said), ['body-unnamed'])
  await stand.do('window', id, 'not-in-scope', { ...said, instead: '请向动植物检疫部门申请' })
  const paper = await factsOf(id, 'licence.non-acceptance')
  assert.equal(paper['instead'], '请向动植物检疫部门申请')
  assert.match(String(paper['basis']), /第三十二条第一款第二项/)
})

test('S2-045 the leader extends by ten working days, told in writing with reason and new day', async () => {
  const id = await accepted()
  assert.equal((await stand.see('first', id)).clock?.projection.dueDay, '2026-12-21')
  stand.on('2026-12-14')
  await stand.do('leader', id, 'extend', { reason: '境外机构尚未答复核实函' })
  const view = await stand.see('operator', id)
  assert.deepEqual([view.status, view.clock?.projection.dueDay], ['accepted', '2027-01-05'])
  const paper = await factsOf(id, 'licence.extension')
  assert.deepEqual(
    [paper['formerDueDay'], paper['dueDay'], paper['extraDays'], paper['approvedDay']],
    ['2026-12-21', '2027-01-05', 10, '2026-12-14'],
  )
  assert.equal(paper['cause'], '境外机构尚未答复核实函')
  assert.match(view.steps.at(-1)?.notePublic?.zh ?? '', /延长 10 个工作日.*尚未答复/)
  assert.match(await inboxOf(), /审批期限延长/)
  assert.deepEqual(await stand.refusal('leader', id, 'extend', { reason: '再次延长' }), [
    'clock.extended-twice',
  ])
  await stand.do('first', id, 'propose', toGrant)
  await stand.do('second', id, 'grant')
  assert.deepEqual(await stand.refusal('leader', id, 'extend', { reason: '已经决定' }), [
    'wrong-status',
  ])
})

test('S2-039 blood for clinical use waits for the leader, who names the exception; then it can be granted', async () => {
  const id = await accepted({ ...serumForm, purpose: 'clinical-use' })
  assert.deepEqual(await stand.refusal('first', id, 'propose', toGrant), ['prohibited'])
  const leader = await stand.see('leader', id)
  assert.deepEqual(
    leader.exceptions.map((e) => e.code),
    ['rare-blood', 'stem-cells'],
  )
  assert.deepEqual((await stand.see('operator', id)).exceptions, [])
  const said = { exception: 'rare-blood', basis: '中国红十字会总会证明〔2026〕7号' }
  await stand.do('leader', id, 'clear-prohibition', said)
  const view = await stand.see('operator', id)
  assert.match(view.steps.at(-1)?.notePublic?.zh ?? '', /特殊血型血液.*红十字会总会证明/)
  assert.deepEqual(view.warnings, [])
  await stand.do('first', id, 'propose', toGrant)
  await stand.do('second', id, 'grant')
  assert.equal((await stand.see('operator', id)).status, 'granted')
})

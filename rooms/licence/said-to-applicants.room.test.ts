import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { licenceStand, toGrant, type LicenceStand } from '#checks/samples/licence-stand.ts'
import { licenceLife } from './states.ts'

let stand: LicenceStand
let id: string
before(async () => {
  stand = await licenceStand()
  id = await stand.draft()
  await stand.do('operator', id, 'submit')
})
after(() => stand.close())

const papersIssued = () =>
  stand.t.house.db
    .selectFrom('paper')
    .select(['kind', 'issuer', 'number', 'facts'])
    .where('subject_id', '=', id)
    .orderBy('issued_at')
    .execute()
const factsOf = async (kind: string) =>
  (await papersIssued()).find((p) => p.kind === kind)?.facts as Record<string, unknown>
const inboxOf = async (who: 'window' | 'operator') =>
  (await stand.t.as(stand.people[who]).get('/api/inbox?size=50')).body

test('S2-028 what was filed stands in the queue of the window at once, with the days it has to answer', async () => {
  const list = await stand.t
    .as(stand.people.window)
    .get('/api/licences?status=pending&sort=left&size=20')
  const [row] = list.json<{ rows: { id: string; leftDays: number; dueDay: string }[] }>().rows
  assert.deepEqual([row?.id, row?.leftDays, row?.dueDay], [id, 5, '2026-11-30'])
  assert.match(await inboxOf('window'), /请在 5 个工作日内受理或一次性告知补正/)
})

test('S2-044 S2-048 the proof of acceptance tells the usual time and that there is no fee', async () => {
  await stand.do('window', id, 'accept')
  const said = await factsOf('licence.acceptance')
  assert.deepEqual([said['usualDays'], said['limitDays']], [5, 20])
  assert.equal(said['fee'], '不收取费用')
  assert.equal((await stand.see('operator', id)).clock?.projection.usualDueDay, '2026-11-30')
  assert.match(await inboxOf('operator'), /不收取费用/)
})

test('S2-007 S2-008 S2-010 the permit bears the name of the matter and the rules it is given under', async () => {
  await stand.do('first', id, 'propose', toGrant)
  await stand.do('second', id, 'grant')
  assert.equal(licenceLife.title.zh, '出入境特殊物品卫生检疫审批')
  const said = await factsOf('licence.permit')
  assert.match(String(said['basis']), /国境卫生检疫法实施细则》第十一条/)
  assert.match(String(said['basis']), /出入境特殊物品卫生检疫管理规定》.*第160号令/)
})

test('S2-019 every paper of a case is issued by Beijing Customs', async () => {
  const papers = await papersIssued()
  assert.equal(papers.length, 2)
  for (const { issuer, number } of papers) {
    assert.match(issuer, /北京海关/)
    assert.match(number, /^京关/)
  }
})

test('S2-049 the applicant reads on the case page where and when the window can be asked', async () => {
  const { window } = await stand.see('operator', id)
  assert.deepEqual([window.weekdays, window.from, window.to], [[1, 4], '13:30', '16:30'])
  assert.ok(window.phone.length > 0 && window.address.length > 0)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addGrant } from '#checks/house.ts'
import {
  licenceStand,
  toGrant,
  type LicenceStand,
  type Who,
} from '#checks/samples/licence-stand.ts'

let stand: LicenceStand
before(async () => void (stand = await licenceStand()))
after(() => stand.close())

/** A case accepted on 2026-11-24 and sent back to the window two days later. */
async function returned(): Promise<string> {
  stand.on('2026-11-23')
  const id = await stand.draft()
  await stand.do('operator', id, 'submit')
  stand.on('2026-11-24')
  await stand.do('window', id, 'accept')
  stand.on('2026-11-26')
  await stand.do('first', id, 'return-to-window', { why: '描述性文件缺少成分含量' })
  return id
}
const titlesFor = async (who: Who) => {
  const inbox = await stand.t.as(stand.people[who]).get('/api/inbox?size=50')
  return inbox.json<{ rows: { title: { zh: string } }[] }>().rows.map((n) => n.title.zh)
}
const inHand = async (who: Who, id: string) => {
  const list = await stand.t.as(stand.people[who]).get('/api/licences?mine=1&size=200')
  return list.json<{ rows: { id: string }[] }>().rows.some((r) => r.id === id)
}

test('S2-036 a return to the window keeps acceptance and clock, and shows its reason to the applicant', async () => {
  const id = await returned()
  const view = await stand.see('operator', id)
  assert.equal(view.status, 'returned')
  assert.deepEqual(view.windowReturn, { why: '描述性文件缺少成分含量', day: '2026-11-26' })
  assert.match(view.steps.at(-1)?.notePublic?.zh ?? '', /第 1 次退回.*描述性文件缺少成分含量/)
  assert.equal(view.clock?.projection.startDay, '2026-11-24')
  assert.equal(view.clock?.projection.dueDay, '2026-12-22')
  assert.equal(view.clock?.projection.state, 'running')
  assert.deepEqual(view.editable, { all: false, places: [] })
  assert.ok((await titlesFor('operator')).includes(`${view.number}：初审退回受理环节`))
  assert.ok((await titlesFor('window')).includes(`${view.number} 等待受理环节处理（初审退回）`))
  assert.equal(await inHand('window', id), true)
})

test('S2-036 the window sends it on with what was put right, and every loop is counted', async () => {
  const id = await returned()
  assert.deepEqual(await stand.refusal('first', id, 'propose', toGrant), ['wrong-status'])
  stand.on('2026-11-27')
  await stand.do('window', id, 'send-on', { mended: '已与申请人核对成分含量' })
  const back = await stand.see('operator', id)
  assert.deepEqual([back.status, back.windowReturn], ['accepted', null])
  assert.match(back.steps.at(-1)?.notePublic?.zh ?? '', /已与申请人核对成分含量/)
  assert.ok((await titlesFor('first')).includes(`${back.number} 等待初审（受理环节转回）`))
  await stand.do('first', id, 'return-to-window', { why: '成分含量的单位仍不明确' })
  await stand.do('window', id, 'send-on', { mended: '单位为每毫升毫克数' })
  await stand.do('first', id, 'propose', toGrant)
  await stand.do('second', id, 'return-to-first', { why: '请补充运输条件' })
  await stand.do('first', id, 'propose', toGrant)
  stand.on('2026-11-30')
  await stand.do('second', id, 'grant')
  const granted = await stand.see('operator', id)
  assert.deepEqual(granted.loops, { toWindow: 2, toFirst: 1 })
  assert.equal(granted.status, 'granted')
})

test('S2-036 what cannot be put right goes to the second review as a proposed refusal, by another person', async () => {
  const id = await returned()
  const said = {
    facts: '成分含量无法提供',
    reasons: '无法判断物品的风险',
    basis: '《中华人民共和国行政许可法》第三十八条第二款',
  }
  await stand.do('window', id, 'propose-refusal', said)
  const view = await stand.see('second', id)
  assert.equal(view.status, 'second-review')
  assert.deepEqual([view.proposal?.conclusion, view.proposal?.refusal], ['refuse', said])
  assert.equal((await stand.see('operator', id)).proposal, null)
  assert.deepEqual(await stand.refusal('second', id, 'grant'), ['proposed-refusal'])
  await addGrant(stand.t.house, stand.people.window, 'customs-second', { branchId: stand.branchId })
  assert.deepEqual(await stand.refusal('window', id, 'refuse', said), ['same-person'])
  await stand.do('second', id, 'refuse', said)
  assert.equal((await stand.see('operator', id)).status, 'refused')
})

test('S2-037 a second reviewer who changes the grade says why, to officers alone', async () => {
  stand.on('2026-11-23')
  const id = await stand.draft()
  await stand.do('operator', id, 'submit')
  await stand.do('window', id, 'accept')
  await stand.do('first', id, 'propose', toGrant)
  assert.deepEqual(await stand.refusal('second', id, 'grant', { grade: 'B' }), ['grade-reason'])
  await stand.do('second', id, 'grant', { grade: 'B', gradeReason: '纯化血清，经检测不具传染性' })
  const seen = await stand.see('first', id)
  assert.match(seen.steps.at(-1)?.noteInner?.zh ?? '', /A 级改为 B 级.*不具传染性/)
  assert.equal((await stand.see('operator', id)).steps.at(-1)?.noteInner, null)
  const permit = await stand.t.as(stand.people.operator).get(`/api/permits/${seen.permitId ?? ''}`)
  // grade B: six months, in batches
  assert.equal(permit.json<{ validThrough: string }>().validThrough, '2027-05-23')
})

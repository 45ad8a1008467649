import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  licenceStand,
  toGrant,
  type LicenceStand,
  type Who,
} from '#checks/samples/licence-stand.ts'
import { serumForm } from '#checks/samples/licence-facts.ts'
import type { Day } from '#frame/calendar/day.ts'
import { digestLines } from '#frame/notify/digest-section.ts'
import { loadActor } from '#frame/people/load-actor.ts'

let stand: LicenceStand
before(async () => void (stand = await licenceStand()))
after(() => stand.close())

/** What a person's digest of a day counts, notices aside. */
async function digest(who: Who, today: Day): Promise<Record<string, number>> {
  const { db } = stand.t.house
  const accountId = stand.people[who]
  const actor = await loadActor(db, accountId, today)
  const now = new Date(`${today}T08:30:00+08:00`)
  const lines = await digestLines({ db, actor: actor!, accountId, now, today })
  return Object.fromEntries(
    lines.filter((l) => l.words.zh !== '未读消息').map((l) => [l.words.zh, l.count]),
  )
}

test('the digest counts what waits for each role of the branch, and nothing for another branch', async () => {
  const pending = await stand.draft()
  await stand.do('operator', pending, 'submit')
  const correcting = await stand.draft()
  await stand.do('operator', correcting, 'submit')
  const items = [{ at: 'consignor', what: '请填写全称' }]
  await stand.do('window', correcting, 'ask-correction', { items })
  const accepted = await stand.draft()
  await stand.do('operator', accepted, 'submit')
  await stand.do('window', accepted, 'accept')
  const day = '2026-11-23'
  assert.deepEqual(await digest('operator', day), { 待补正的申请: 1 })
  assert.deepEqual(await digest('window', day), { 待受理的申请: 1 })
  assert.deepEqual(await digest('first', day), { 待初审的办件: 1 })
  assert.deepEqual(await digest('second', day), {})
  for (const who of ['farWindow', 'farFirst', 'stranger'] as const)
    assert.deepEqual(await digest(who, day), {}, who)
  // three working days before the intake ends on 11-30, and before the decision is due on 12-21
  assert.equal((await digest('window', '2026-11-24'))['临近或超过期限的办件'], undefined)
  assert.equal((await digest('window', '2026-11-25'))['临近或超过期限的办件'], 1)
  assert.equal((await digest('leader', '2026-12-15'))['临近或超过期限的办件'], 1)
  assert.equal((await digest('leader', '2026-12-16'))['临近或超过期限的办件'], 2)
})

test('a permit about to expire is counted for its unit from the days of the setting to its last day', async () => {
  const id = await stand.draft({
    ...serumForm,
    articleClass: 'biological-product',
    articleKind: 'enzyme',
  })
  await stand.do('operator', id, 'submit')
  await stand.do('window', id, 'accept')
  await stand.do('first', id, 'propose', { ...toGrant, grade: 'C' })
  await stand.do('second', id, 'grant')
  const expiring = async (who: Who, day: Day) => (await digest(who, day))['即将到期的审批单']
  // twelve months from 2026-11-23; the setting says 30 days
  assert.equal(await expiring('operator', '2027-10-23'), undefined)
  assert.equal(await expiring('operator', '2027-10-24'), 1)
  assert.equal(await expiring('operator', '2027-11-23'), 1)
  assert.equal(await expiring('operator', '2027-11-24'), undefined)
  assert.equal(await expiring('stranger', '2027-11-23'), undefined)
})

test('S2-041 S2-036 the window reads of decisions to deliver and of cases sent back to it', async () => {
  const counted = async (who: Who) => {
    const { 待送达的决定: deliver, 初审退回的办件: back } = await digest(who, '2026-11-23')
    return [deliver ?? 0, back ?? 0]
  }
  const before = await counted('window')
  const id = await stand.draft()
  await stand.do('operator', id, 'submit')
  await stand.do('window', id, 'not-in-scope', { kind: 'no-approval', reason: '按兽药管理' })
  const sent = await stand.draft()
  await stand.do('operator', sent, 'submit')
  await stand.do('window', sent, 'accept')
  await stand.do('first', sent, 'return-to-window', { why: '成分含量不明' })
  const now = await counted('window')
  assert.deepEqual(
    now.map((n, i) => n - (before[i] ?? 0)),
    [1, 1],
  )
  assert.deepEqual(await counted('farWindow'), [0, 0])
  assert.deepEqual(await counted('operator'), [0, 0])
  await stand.do('window', id, 'deliver', { way: 'handed' })
  assert.deepEqual((await counted('window'))[0], before[0])
})

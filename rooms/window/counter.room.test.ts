import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addGrant } from '#checks/house.ts'
import { scanOf } from '#checks/samples/registration-stand.ts'
import { buildApp } from '#frame/http/app.ts'
import { loadActor } from '#frame/people/load-actor.ts'
import { codesOf, windowStand, type WindowStand } from './test-visits.ts'
import { windowPart } from './part.ts'
import type { VisitView } from './views.ts'

let stand: WindowStand
let registration: string
before(async () => {
  stand = await windowStand()
  registration = await stand.awaiting()
})
after(() => stand.close())

test('S2-025 a tick is kept with who and when, also when the server is started anew in between', async () => {
  const visit = await stand.walkIn(registration)
  await stand.tick('window', visit, 'body-certificate', 'seen')
  const { house } = stand.t
  const again = await buildApp(house, {
    parts: [windowPart],
    authenticate: () => loadActor(house.db, stand.people.accounts, '2026-11-23'),
  })
  await again.ready()
  const answer = await again.inject({ method: 'GET', url: `/api/window/visits/${visit}` })
  const row = answer.json<VisitView>().rows.find((r) => r.slot === 'body-certificate')
  assert.equal(row?.tick?.outcome, 'seen')
  assert.equal(row?.tick?.at, '2026-11-23T02:00:00.000Z')
  assert.match(row?.tick?.by ?? '', /^测试/)
  await again.close()
  assert.equal(
    (await stand.onVisit('window', visit, 'stop', { why: '单位先行离开' })).statusCode,
    200,
  )
})

test('two officers at one visit: neither overwrites a tick unseen, and none finishes on what he has not seen', async () => {
  const visit = await stand.walkIn(registration)
  const tick = (who: 'window' | 'accounts', outcome: 'seen' | 'wanting', was: string | null) =>
    stand.t.as(stand.people[who]).post(`/api/window/visits/${visit}/tick`, {
      slot: 'body-certificate',
      outcome,
      remark: '缺公章',
      was,
    })
  const seen = (await stand.visit('accounts', visit)).version
  const first = await tick('window', 'seen', null)
  assert.equal(first.statusCode, 200)
  assert.deepEqual(codesOf(await tick('accounts', 'wanting', null)), ['ticked-since'])
  const { tickedAt } = first.json<{ tickedAt: string }>()
  assert.equal((await tick('accounts', 'wanting', tickedAt)).statusCode, 200)
  const stale = await stand.t
    .as(stand.people.accounts)
    .post(`/api/window/visits/${visit}/finish`, { version: seen })
  assert.deepEqual([stale.statusCode, codesOf(stale)], [409, ['stale']])
  await stand.onVisit('window', visit, 'stop', { why: '测试结束' })
})

test('S2-025 an original scanned at the counter is the copy on file; what was ticked before is looked at again', async () => {
  const visit = await stand.walkIn(registration)
  await stand.tickAll(visit)
  const scanned = await stand.upload('window', registration, 'body-certificate', scanOf('original'))
  assert.equal(scanned.statusCode, 200, scanned.body)
  const row = (await stand.visit('window', visit)).rows.find((r) => r.slot === 'body-certificate')
  assert.equal(row?.tick?.fileChanged, true)
  assert.deepEqual(codesOf(await stand.onVisit('window', visit, 'finish')), ['file-changed'])
  await stand.tick('window', visit, 'body-certificate', 'seen')
  assert.deepEqual(codesOf(await stand.tick('window', visit, 'no-such', 'seen')), ['no-such-row'])
  await stand.onVisit('window', visit, 'stop', { why: '测试结束' })
})

test('C-27 whoever comes on another day than booked, late, or on a day without a window is served, and his place is free', async () => {
  const visit = await stand.booked(registration, '2026-11-30', '15:00')
  stand.on('2026-12-09', '09:00:00')
  const answer = await stand.onVisit('window', visit, 'receive')
  assert.equal(answer.statusCode, 200, answer.body)
  const shown = await stand.visit('window', visit)
  assert.deepEqual([shown.day, shown.from, shown.walkIn], ['2026-12-09', null, true])
  assert.equal(shown.registration.overdue, true)
  const day = await stand.day('window')
  assert.equal(day.window, null)
  assert.deepEqual([day.previous, day.next], ['2026-12-07', '2026-12-10'])
  assert.deepEqual([day.counts.present, day.counts.walkIns], [1, 1])
  assert.equal((await stand.day('window', '2026-11-30')).slots[3]?.taken, 0)
  await stand.onVisit('window', visit, 'stop', { why: '测试结束' })
  stand.on('2026-11-23')
})

test('the day says who is late and how full each slot is; what was left unfinished stays in sight', async () => {
  const visit = await stand.booked(registration, '2026-11-26', '14:00')
  const at = async (time: string) => {
    stand.on('2026-11-26', time)
    return stand.day('window')
  }
  const early = await at('14:00:00')
  assert.deepEqual([early.counts.booked, early.counts.late], [1, 0])
  assert.deepEqual(early.slots.map((s) => [s.from, s.taken, s.places]).slice(0, 2), [
    ['13:30', 0, 2],
    ['14:00', 1, 2],
  ])
  const late = await at('14:20:00')
  assert.deepEqual([late.counts.late, late.visits[0]?.lateMinutes], [1, 20])
  await stand.onVisit('window', visit, 'receive')
  stand.on('2026-11-27')
  const next = await stand.day('accounts')
  assert.deepEqual(
    next.unfinished.map((v) => v.id),
    [visit],
  )
  await stand.onVisit('window', visit, 'stop', { why: '测试结束' })
  stand.on('2026-11-23')
})

test('S2-129 who stands at the window is found by part of the name, the code or the number', async () => {
  const { number, unit } = await stand.see('operator', registration)
  const find = async (q: string) => {
    const answer = await stand.t
      .as(stand.people.window)
      .get(`/api/window/find?q=${encodeURIComponent(q)}`)
    return answer.json<{ rows: { registrationId: string }[] }>().rows.map((r) => r.registrationId)
  }
  for (const q of ['', unit.nameZh.slice(1, 4), unit.code.slice(-4), number!])
    assert.deepEqual(await find(q), [registration], q)
  assert.deepEqual(await find('100%'), [])
})

test('phrases: the house’s and one’s own, the most used first; others do not see them, and only one’s own is retired', async () => {
  const list = async (who: 'window' | 'accounts') => {
    const answer = await stand.t.as(stand.people[who]).get('/api/window/phrases')
    return answer.json<{ rows: { id: string; text: string; own: boolean; used: number }[] }>().rows
  }
  const house = await list('window')
  assert.ok(house.length >= 12)
  const added = await stand.t
    .as(stand.people.window)
    .post('/api/window/phrases', { at: 'body-certificate', text: '证书正本未带，请补带。' })
  const { id } = added.json<{ id: string }>()
  assert.equal((await list('window')).filter((p) => p.own).length, 1)
  assert.equal((await list('accounts')).length, house.length)
  const visit = await stand.walkIn(registration)
  await stand.tickAll(visit)
  await stand.tick('window', visit, 'body-certificate', 'wanting', '证书正本未带，请补带。')
  assert.equal((await stand.onVisit('window', visit, 'finish')).statusCode, 200)
  assert.deepEqual(
    (await list('window')).slice(0, 1).map((p) => [p.id, p.used]),
    [[id, 1]],
  )
  const retire = (who: 'window' | 'accounts', phrase: string) =>
    stand.t.as(stand.people[who]).post(`/api/window/phrases/${phrase}/retire`)
  await addGrant(stand.t.house, stand.people.accounts, 'customs-window', {
    branchId: stand.branchId,
  })
  assert.equal((await retire('accounts', id)).statusCode, 404)
  assert.equal((await retire('window', house[0]!.id)).statusCode, 404)
  assert.equal((await retire('window', id)).statusCode, 200)
  assert.deepEqual(codesOf(await retire('window', id)), ['wrong-status'])
  assert.equal((await list('window')).length, house.length)
})

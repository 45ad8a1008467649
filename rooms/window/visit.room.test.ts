import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { codesOf, windowStand, type WindowStand } from './test-visits.ts'

let stand: WindowStand
before(async () => void (stand = await windowStand()))
after(() => stand.close())

test('S2-024 S2-025 S2-129 a booked visit is incomplete, the second is complete', async () => {
  const id = await stand.awaiting()
  const page = await stand.booking('operator', id)
  assert.equal(page.registration.handInBy, '2026-11-30')
  assert.deepEqual(
    page.days.map((d) => [d.day, d.inTime]),
    [
      ['2026-11-23', true],
      ['2026-11-26', true],
      ['2026-11-30', true],
      ['2026-12-03', false],
    ],
  )
  assert.ok(page.bring.length > 5)
  const visit = await stand.booked(id, '2026-11-26', '14:00')

  stand.on('2026-11-26', '14:05:00')
  assert.equal((await stand.onVisit('window', visit, 'receive')).statusCode, 200)
  const early = await stand.onVisit('window', visit, 'finish')
  assert.ok(codesOf(early).every((code) => code === 'not-looked-at'))
  await stand.tickAll(visit)
  assert.equal((await stand.visit('window', visit)).complete, true)
  await stand.tick('window', visit, 'body-certificate', 'wanting')
  assert.deepEqual(codesOf(await stand.onVisit('window', visit, 'finish')), ['remark-missing'])
  await stand.tick('window', visit, 'body-certificate', 'wanting', '证照已过有效期')
  await stand.tick('window', visit, 'field.legalRep', 'wanting', '与证照不一致')
  const done = await stand.onVisit('window', visit, 'finish')
  assert.equal(done.statusCode, 200, done.body)
  assert.equal(done.json<{ status: string }>().status, 'incomplete')

  const back = await stand.see('operator', id)
  assert.equal(back.status, 'returned')
  assert.deepEqual(
    back.remarks.map(({ at, what }) => [at, what]),
    [
      ['slot.body-certificate', '证照已过有效期'],
      ['legalRep', '与证照不一致'],
    ],
  )
  await stand.do('operator', id, 'submit')
  const second = await stand.walkIn(id)
  await stand.tickAll(second)
  const good = await stand.onVisit('window', second, 'finish')
  assert.equal(good.json<{ status: string }>().status, 'complete', good.body)
  assert.equal((await stand.see('operator', id)).status, 'checked')
  const after = await stand.booking('operator', id)
  assert.deepEqual(
    after.past.map((v) => [v.status, v.remarks.length, v.receipt?.kind]),
    [
      ['complete', 0, 'registration.receipt'],
      ['incomplete', 2, 'registration.receipt'],
    ],
  )
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { userForm } from '#checks/samples/registration-facts.ts'
import { windowStand, type WindowStand } from './test-visits.ts'

let stand: WindowStand
before(async () => void (stand = await windowStand()))
after(() => stand.close())

test('S2-129 the row of a certificate says from when until when it was said to hold', async () => {
  const id = await stand.open()
  await stand.fill(id, {
    ...userForm,
    documentDates: { 'body-certificate': { from: '2021-11-25', to: '2027-11-24' } },
  })
  await stand.do('operator', id, 'submit')
  stand.on('2026-11-26', '14:00:00')
  const { rows } = await stand.visit('window', await stand.walkIn(id))
  const valid = (slot: string) => rows.find((r) => r.slot === slot)?.valid
  assert.deepEqual(valid('body-certificate'), {
    zh: '有效期 2021-11-25 起至 2027-11-24',
    en: 'Valid from 2021-11-25 until 2027-11-24',
  })
  assert.equal(valid('form'), null)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { addUnit } from '#checks/places.ts'

let t: TestHouse
before(async () => void (t = await testHouse()))
after(() => t.close())

test('an address the router cannot read is answered like every other no, in Chinese, naming no software', async () => {
  for (const url of ['/api/verify/%ff%fe', '/%c0%ae%c0%ae/x']) {
    const answer = await t.app.inject({ method: 'GET', url })
    assert.equal(answer.statusCode, 400, answer.body)
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
    assert.equal(answer.headers['x-content-type-options'], 'nosniff')
    assert.equal(answer.json().reasons[0].code, 'bad-address')
    assert.doesNotMatch(answer.body, /FST_|%ff|%c0/)
  }
})

test('a value nested thousands of times is refused, not a fault', async () => {
  const branch = await t.house.db
    .selectFrom('branch')
    .select('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const unitId = await addUnit(t.house, branch.id)
  const caller = t.as(await addPerson(t.house, 'unit-operator', { unitId }))
  const nested: unknown = JSON.parse('['.repeat(2000) + ']'.repeat(2000))
  const answer = await caller.post(`/api/licences/${unitId}/save`, {
    changes: [{ name: 'purpose', seen: null, value: nested }],
  })
  assert.equal(answer.statusCode, 400, answer.body)
  assert.equal(answer.json().reasons[0].code, 'too-deep')
})

test('an address with a number that cannot be one leads nowhere: not found, as for a number that is nobody’s', async () => {
  const officer = t.as(await addPerson(t.house, 'customs-first'))
  for (const id of ['administrators', '1', '%E7%94%B2'])
    assert.equal((await officer.get(`/api/licences/${id}`)).statusCode, 404, id)
})

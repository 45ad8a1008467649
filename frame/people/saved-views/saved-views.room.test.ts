import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'

let t: TestHouse
before(async () => {
  t = await testHouse({ at: '2026-11-23T09:00:00+08:00' })
})
after(() => t.close())

const views = async (who: string, register = 'licence') => {
  const answer = await t.as(who).get(`/api/saved-views?register=${register}`)
  return answer.json<{ views: { id: string; name: string; query: string }[] }>().views
}
const keep = (who: string, name: string, query: string, register = 'licence') =>
  t.as(who).post('/api/saved-views', { register, name, query })

test('a person keeps views of a register, replaces one of the same name and deletes it; nobody else sees them', async () => {
  const [mine, other] = [
    await addPerson(t.house, 'customs-leader'),
    await addPerson(t.house, 'customs-leader'),
  ]
  assert.equal((await keep(mine, ' 超期 ', 'overdue=1')).statusCode, 200)
  assert.equal((await keep(mine, '超期', 'overdue=1&sort=-left')).statusCode, 200)
  const [view, ...more] = await views(mine)
  assert.deepEqual([view?.name, view?.query, more.length], ['超期', 'overdue=1&sort=-left', 0])
  assert.deepEqual(await views(mine, 'units'), [])
  assert.deepEqual(await views(other), [])
  const drop = (who: string) => t.as(who).post(`/api/saved-views/${view!.id}/drop`)
  assert.equal((await drop(other)).statusCode, 404)
  assert.equal((await drop(mine)).statusCode, 200)
  assert.deepEqual(await views(mine), [])
  assert.equal((await drop(mine)).statusCode, 404)
})

test('a view needs a name, and there are not more than thirty of one register', async () => {
  const mine = await addPerson(t.house, 'customs-leader')
  assert.match((await keep(mine, '  ', 'mine=1')).body, /请给视图起一个名称/)
  for (let n = 0; n < 30; n += 1)
    assert.equal((await keep(mine, `视图${n}`, `status=${n}`)).statusCode, 200)
  const full = await keep(mine, '又一个', 'mine=1')
  assert.equal(full.statusCode, 422, full.body)
  assert.match(full.body, /请先删除不用的视图/)
  assert.equal((await keep(mine, '视图3', 'mine=1')).statusCode, 200, 'one of the same name')
  assert.equal((await keep(mine, '又一个', 'mine=1', 'units')).statusCode, 200)
})

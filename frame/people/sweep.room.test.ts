import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addBareAccount } from '#checks/browser.ts'
import { testHouse, type TestHouse } from '#checks/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { sweepSignIn } from './sweep.ts'

let t: TestHouse
before(async () => {
  t = await testHouse({ at: '2026-11-23T09:00:00+08:00' })
})
after(() => t.close())

test('what is over is cleared away, what still counts stays', async () => {
  const { db } = t.house
  const account = await addBareAccount(t.house, 'sweeper')
  const ago = (hours: number) => new Date(t.house.clock.now().getTime() - hours * 3_600_000)
  const session = (hours: number) => {
    const id = newId()
    return { id, account_id: account, token_hash: id, created_at: ago(hours), seen_at: ago(hours) }
  }
  await db
    .insertInto('auth_session')
    .values([session(1), session(9)])
    .execute()
  const attempt = (key: string, hours: number) => ({
    key,
    failures: 4,
    locked_until: null,
    at: ago(hours),
  })
  // Four failures a week ago: the fifth today must still lock.
  await db
    .insertInto('auth_attempt')
    .values([attempt('a', 24 * 7), attempt('b', 24 * 31)])
    .execute()
  await db
    .insertInto('auth_bucket')
    .values([
      { key: 'a', tokens: 1, at: ago(1) },
      { key: 'b', tokens: 1, at: ago(25) },
    ])
    .execute()
  const job = { id: 'x', attempt: 1, last: false, signal: new AbortController().signal }
  await sweepSignIn.run(t.house, {}, job)
  const left = async (table: 'auth_session' | 'auth_attempt' | 'auth_bucket') =>
    (await db.selectFrom(table).selectAll().execute()).length
  assert.deepEqual(
    [await left('auth_session'), await left('auth_attempt'), await left('auth_bucket')],
    [1, 1, 1],
  )
})

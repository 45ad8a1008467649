import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { furnishDemoPerson } from '#frame/people/sign-in/demo.ts'
import { refuseOtherKind } from './one-kind.ts'

let t: TestHouse
before(async () => void (t = await testHouse()))
after(() => t.close())

const as = (demo: boolean) =>
  refuseOtherKind({ ...t.house, config: { ...t.house.config, demo, production: !demo } })

test('an empty house may become either; then a demonstration is never served as a real house, nor a real one as a demonstration', async () => {
  await as(true)
  await as(false)
  const accountId = await addPerson(t.house, 'security-admin')
  await as(false)
  await assert.rejects(as(true), /正式数据.*NODE_ENV=production/)
  const hint = { zh: '试用', en: 'Try' }
  await t.house.db
    .transaction()
    .execute((tx) => furnishDemoPerson(t.house, tx, { accountId, place: 1, hint }))
  await as(true)
  await assert.rejects(as(false), /演示数据.*密码人人知道/)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson, testHouse, type Caller, type TestHouse } from '#checks/house.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import { papersPart } from '#frame/papers/part.ts'
import { cataloguePart } from './part.ts'

let h: TestHouse
let admin: Caller
before(async () => {
  h = await testHouse({ parts: [cataloguePart, papersPart] })
  admin = h.as(await addPerson(h.house, 'system-admin'))
})
after(() => h.close())

const moveTo = (value: string) =>
  admin.post('/api/catalogue/settings/papers.window-address/values', {
    seen: 1,
    value,
    validFrom: '2026-12-01',
    source: '海关公告示例第1号',
    ours: false,
    reason: '窗口迁址',
  })

test('a text of the papers is refused when no font can draw it, on the day it is typed', async () => {
  const refused = await moveTo('示范路\ue0001号')
  assert.equal(refused.statusCode, 422, refused.body)
  const [reason, ...more] = refused.json<{ reasons: Reason[] }>().reasons
  assert.deepEqual([reason?.code, reason?.at, more], ['no-glyph', 'value', []])
  assert.match(reason?.message ?? '', /“窗口地址”中的“.”（U\+E000/)
  assert.equal((await moveTo('示范路1号')).statusCode, 200)
})

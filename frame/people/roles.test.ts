import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doerWords } from './roles.ts'

test('whoever did a step reads in both languages, also where a row kept the Chinese word of the role', () => {
  const window = { zh: '海关窗口受理岗', en: 'Customs window' }
  assert.deepEqual(doerWords('customs-window'), window)
  assert.deepEqual(doerWords('海关窗口受理岗'), window)
  assert.equal(doerWords('system').en, 'System')
  assert.equal(doerWords('系统').en, 'System')
  // a role that is no more stays as it was written
  assert.deepEqual(doerWords('旧岗位'), { zh: '旧岗位', en: '旧岗位' })
})

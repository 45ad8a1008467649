import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultForLog } from './fault-log.ts'

test('what a database quotes, addresses and long numbers do not reach the log; where it broke does', () => {
  const said = 'invalid input "张三", zhang@example.cn, 13900000001 at https://example.cn/x'
  const kept = faultForLog(
    Object.assign(new Error(said), { code: '22P02', detail: 'Key (name)=(张三)' }),
  )
  assert.doesNotMatch(JSON.stringify(kept), /张三|zhang|13900000001|example\.cn/)
  assert.equal(kept.code, '22P02')
  assert.match(kept.stack[0] ?? '', /fault-log\.test\.ts/)
})

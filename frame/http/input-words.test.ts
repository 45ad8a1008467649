import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { sayWrongInputInChinese } from './input-words.ts'

sayWrongInputInChinese()

const wordsFor = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map((issue) => issue.message) ?? []

test('what is missing, of another kind or too long is said in Chinese, with how to mend it', () => {
  assert.deepEqual(wordsFor(z.string(), undefined), ['没有填写，请填写这一项。'])
  assert.deepEqual(wordsFor(z.string().min(1), ''), ['没有填写，请填写这一项。'])
  assert.deepEqual(wordsFor(z.int(), 'x'), ['应为数字，请改正。'])
  assert.deepEqual(wordsFor(z.string().max(3), 'abcd'), ['最多 3 个字，请改写后再提交。'])
  assert.deepEqual(wordsFor(z.int().min(2), 1), ['不能小于 2，请改大。'])
  assert.deepEqual(wordsFor(z.enum(['a']), 'b'), ['不是可以选择的内容，请从列表中选择。'])
  assert.match(wordsFor(z.iso.date(), '2026-02-30')[0]!, /日期/)
  assert.match(wordsFor(z.strictObject({}), { isAdmin: true })[0]!, /isAdmin/)
})

test('the words a form has of its own stay', () => {
  assert.deepEqual(wordsFor(z.string('请填写文字'), 1), ['请填写文字'])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { docsPage, type ShownDocument } from './docs-page.ts'
import { linesOf, type ShownSchema } from './docs-schema.ts'

const form: ShownSchema = {
  type: 'object',
  required: ['version', 'lines'],
  properties: {
    version: { type: 'integer', exclusiveMinimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    lines: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        required: ['unit'],
        properties: {
          unit: { type: 'string', enum: ['瓶', '管'] },
          day: { anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] },
        },
      },
    },
    reason: { $ref: '#/components/schemas/Reason' },
  },
}
const schemas = {
  Reason: { type: 'object', properties: { message: { type: 'string', maxLength: 300 } } },
}
const find = (ref: string): ShownSchema => schemas[ref.split('/').at(-1) as 'Reason']

test('a form is shown line by line, nested parts under what they belong to', () => {
  const lines = linesOf(form, find)
  assert.deepEqual(
    lines.map((l) => `${'>'.repeat(l.depth)}${l.name}${l.required ? '*' : ''} ${l.kind} ${l.note}`),
    [
      'version* 整数 至少 1',
      'lines* 列表（一组内容） 最多 20 项',
      '>unit* 文字 取值：瓶、管',
      '>day 日期或空 ',
      'reason 一组内容 ',
      '>message 文字 最多 300 字',
    ],
  )
})

test('a schema that contains itself ends', () => {
  const tree: ShownSchema = { properties: { child: { $ref: '#/x/Tree' } } }
  assert.ok(linesOf(tree, () => tree).length < 20)
})

test('whatever a text says, the page has no markup but its own', () => {
  const document: ShownDocument = {
    info: { title: '<script>alert(1)</script>', description: '"><img src=x>' },
    paths: {
      '/api/<b>': {
        post: {
          summary: '<i>a</i> / <u>b</u>',
          tags: ['<x>'],
          operationId: '"onclick="y',
          requestBody: { content: { 'application/json': { schema: form } } },
        },
      },
    },
    components: { schemas },
  }
  const page = docsPage(document, '')
  assert.doesNotMatch(page, /<script|<img|<u>|"onclick="|<x>/)
  assert.match(page, /&lt;script&gt;/)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { testHouse, type TestHouse } from '#checks/house.ts'
import { houseParts } from '#rooms/house-parts.ts'
import type { ShownDocument } from './docs-page.ts'

let t: TestHouse
before(async () => void (t = await testHouse()))
after(() => t.close())

const document = async () => (await t.as(null).get('/api/openapi.json')).json<ShownDocument>()

test('the description of the endpoints is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const result = await validator.validate({ ...(await document()) })
  assert.deepEqual(result.errors ?? [], [])
  assert.equal(validator.version, '3.1')
})

test('every door stands in it once, with who may knock and how a refusal looks', async () => {
  const { paths } = await document()
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods))
  const named = operations.map((o) => String(o.operationId)).toSorted()
  const doors = houseParts.flatMap((p) => p.routes.map((r) => r.door.permission)).toSorted()
  assert.deepEqual(named, doors)
  for (const operation of operations) {
    assert.match(operation.description ?? '', /^办理人：./, operation.operationId)
    assert.ok(operation.responses?.['4XX']?.content?.['application/problem+json'])
  }
  const acts = houseParts.flatMap((p) => p.routes.filter((r) => r.act !== null))
  const taking = operations.filter((o) => o.parameters?.some((p) => p.name === 'idempotency-key'))
  assert.equal(taking.length, acts.length)
})

test('its page is read without script, network or sign-in, and names every endpoint', async () => {
  const answer = await t.as(null).get('/api/docs')
  assert.equal(answer.statusCode, 200)
  assert.match(String(answer.headers['content-type']), /^text\/html/)
  assert.doesNotMatch(answer.body, /<script|<link|@import|url\(|src=|https?:\/\//)
  for (const { door } of houseParts.flatMap((p) => p.routes))
    assert.ok(answer.body.includes(`id="${door.permission}"`), door.permission)
  assert.match(answer.body, /特殊物品卫生检疫审批<\/h2>/)
})

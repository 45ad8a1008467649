import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'
import { houseParts } from '#rooms/house-parts.ts'
import { door } from './door.ts'
import { openRead } from './open.ts'
import type { HousePart } from './part.ts'
import { problemSchema } from './problem.ts'

const reply = z.object({})
const summary = { zh: '测试', en: 'Test' }

const sampleDoor = door({
  method: 'POST',
  path: '/api/sample/:how',
  permission: 'sample.how',
  who: 'public',
  tag: 'sample',
  summary,
  params: z.object({ how: z.string() }),
  body: z.strictObject({ n: z.int() }),
  reply,
})
const officersDoor = door({
  ...sampleDoor,
  path: '/api/sample-officers',
  method: 'GET',
  permission: 'sample.officers',
  who: ['customs-window'],
  params: undefined,
  body: undefined,
})

const lost = (code: string) => Object.assign(new Error('terminating connection'), { code })
const how: Record<string, () => Error> = {
  fault: () => new Error('invalid input syntax for type uuid: "张三"'),
  absent: () => new Refused('absent', [reason(null, 'absent', '没有找到')]),
  stale: () => new Refused('stale', [reason(null, 'stale', '已被更新')]),
  refused: () =>
    new Refused('refused', [
      reason('S2-033', 'locked', '不能改动', 'consignor'),
      reason(null, 'two', '第二条'),
    ]),
  'too-many': () => new Refused('too-many', [reason(null, 'slow', '请稍候')], 30),
  'database-gone': () => lost('57P01'),
  'database-refuses': () => lost('ECONNREFUSED'),
}
const samplePart: HousePart = {
  name: 'sample',
  routes: [
    openRead(sampleDoor, async (_visit, { params }) => {
      const error = how[params.how]?.()
      if (error) throw error
      return {}
    }),
    openRead(officersDoor, async () => ({})),
  ],
}

let t: TestHouse
before(async () => void (t = await testHouse({ parts: [...houseParts, samplePart] })))
after(() => t.close())

const said = { 'content-type': 'application/json', 'x-lianguan': '1' }
const inject = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH',
  url: string,
  payload?: string,
  headers: object = said,
) =>
  t.app.inject({
    method,
    url,
    ...(payload === undefined ? {} : { payload }),
    headers: { ...headers },
  })

const troubles: [string, number, string, () => ReturnType<typeof inject>][] = [
  ['a body that is no JSON', 400, 'malformed', () => inject('POST', '/api/sample/x', '{')],
  ['an empty body', 400, 'empty-body', () => inject('POST', '/api/sample/x', '')],
  [
    'a body of another kind',
    400,
    'media-type',
    () => inject('POST', '/api/sample/x', '<a/>', { ...said, 'content-type': 'text/xml' }),
  ],
  [
    'an unknown key',
    400,
    'invalid-field',
    () => inject('POST', '/api/sample/x', '{"n":1,"more":2}'),
  ],
  [
    'a value of the wrong kind',
    400,
    'invalid-field',
    () => inject('POST', '/api/sample/x', '{"n":"1"}'),
  ],
  [
    'prototype keys',
    400,
    'malformed',
    () => inject('POST', '/api/sample/x', '{"n":1,"__proto__":{"a":1}}'),
  ],
  [
    'a body too large',
    400,
    'too-large',
    () => inject('POST', '/api/sample/x', `{"n":1,"x":"${'x'.repeat(4_300_000)}"}`),
  ],
  ['nobody signed in', 401, 'sign-in', () => inject('GET', '/api/sample-officers')],
  [
    'a write from a foreign page',
    403,
    'foreign-origin',
    () => inject('POST', '/api/sample/x', '{"n":1}', { 'content-type': 'application/json' }),
  ],
  ['no such address', 404, 'no-such-address', () => inject('GET', '/api/nothing')],
  ['no such method', 404, 'no-such-address', () => inject('PATCH', '/api/licences', '{}')],
  ['an absent thing', 404, 'absent', () => inject('POST', '/api/sample/absent', '{"n":1}')],
  ['a stale version', 409, 'stale', () => inject('POST', '/api/sample/stale', '{"n":1}')],
  ['a rule', 422, 'locked', () => inject('POST', '/api/sample/refused', '{"n":1}')],
  ['too many', 429, 'slow', () => inject('POST', '/api/sample/too-many', '{"n":1}')],
  ['a fault of ours', 500, 'fault', () => inject('POST', '/api/sample/fault', '{"n":1}')],
  [
    'a database that went away',
    503,
    'database-away',
    () => inject('POST', '/api/sample/database-gone', '{"n":1}'),
  ],
  [
    'a database that is not there',
    503,
    'database-away',
    () => inject('POST', '/api/sample/database-refuses', '{"n":1}'),
  ],
]
for (const [what, status, code, ask] of troubles)
  test(`${what} is answered with ${status} as a problem in Chinese`, async () => {
    const answer = await ask()
    assert.equal(answer.statusCode, status, answer.body)
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
    const problem = z.strictObject(problemSchema.shape).parse(answer.json())
    assert.equal(problem.status, status)
    assert.equal(problem.reasons[0]?.code, code)
    assert.equal(problem.instance, answer.headers['x-request-id'])
    for (const text of [problem.title, problem.detail, ...problem.reasons.map((r) => r.message)])
      assert.match(text, /[\u4e00-\u9fff]/)
    // nothing of the inside: no names of software, no lines of code, no value that was typed
    assert.doesNotMatch(answer.body, /FST_|node_modules|\.ts\b|Error|ECONN|张三|\bat /)
  })

test('every reason travels, with its duty and its place; waiting time is told in a header', async () => {
  const refused = (await inject('POST', '/api/sample/refused', '{"n":1}')).json()
  assert.deepEqual(refused.reasons, [
    { duty: 'S2-033', code: 'locked', message: '不能改动', at: 'consignor' },
    { duty: null, code: 'two', message: '第二条' },
  ])
  const slow = await inject('POST', '/api/sample/too-many', '{"n":1}')
  assert.equal(slow.headers['retry-after'], '30')
  const away = await inject('POST', '/api/sample/database-gone', '{"n":1}')
  assert.equal(away.headers['retry-after'], '2')
})

test('a holder of another role is told so before anything of the body is read', async () => {
  const port = await addPerson(t.house, 'customs-port')
  const answer = await t.as(port).get('/api/sample-officers')
  assert.deepEqual([answer.statusCode, answer.json().reasons[0].code], [403, 'no-role'])
})

import assert from 'node:assert/strict'
import { afterEach, mock, test } from 'node:test'
import { z } from 'zod'
import { door } from '#frame/http/door.ts'
import { CallError } from './call-error.ts'
import { addressOf, call } from './call.ts'
import { intentKeeper } from './intent.ts'
import { guardSession } from './session.ts'

const renameDoor = door({
  method: 'POST',
  path: '/api/units/:id/name',
  permission: 'test.rename',
  who: 'signed-in',
  tag: 'test',
  summary: { zh: '改名', en: 'Rename' },
  params: z.object({ id: z.string() }),
  body: z.object({ name: z.string() }),
  reply: z.object({ version: z.number() }),
})
const input = { params: { id: 'a/1' }, body: { name: '北京某研究所' } }

type Sent = { url: string; init: RequestInit }

function answers(...replies: (() => Response)[]): Sent[] {
  const sent: Sent[] = []
  mock.method(globalThis, 'fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, init })
    const reply = replies[Math.min(sent.length, replies.length) - 1]!
    return reply()
  })
  return sent
}

const json =
  (body: unknown, status = 200) =>
  () =>
    new Response(JSON.stringify(body), { status, headers: { 'x-request-id': 'r-1' } })
const lost = () => {
  throw new TypeError('failed to fetch')
}
const keyIn = (sent: Sent) => (sent.init.headers as Record<string, string>)['idempotency-key']

afterEach(() => mock.restoreAll())

test('a write that got no answer is sent again under the same key', async () => {
  const sent = answers(lost, json({ version: 2 }))
  const reply = await call(renameDoor, input, { intent: 'k1' })
  assert.deepEqual(reply, { version: 2 })
  assert.deepEqual(sent.map(keyIn), ['k1', 'k1'])
  assert.equal(sent[0]!.url, '/api/units/a%2F1/name')
})

test('a write without a key is never repeated by itself', async () => {
  const sent = answers(lost)
  await assert.rejects(
    call(renameDoor, input),
    (e) => e instanceof CallError && e.kind === 'offline',
  )
  assert.equal(sent.length, 1)
})

test('a refusal arrives with all its reasons and the number to quote', async () => {
  const reasons = [
    { duty: 'S2-023', code: 'one-account', message: '一个单位只有一个账号。' },
    { duty: null, code: 'name', message: '名称未改变。', at: 'name' },
  ]
  answers(json({ type: '/problems/refused', title: '暂不能办理', detail: '…', reasons }, 422))
  await assert.rejects(call(renameDoor, input), (e) => {
    assert.ok(e instanceof CallError)
    assert.deepEqual([e.kind, e.status, e.requestId], ['refused', 422, 'r-1'])
    assert.deepEqual(e.reasons, reasons)
    return true
  })
})

test('an answer that is no problem document still gives a readable error', async () => {
  answers(() => new Response('<html>', { status: 502 }))
  await assert.rejects(
    call(renameDoor, input),
    (e) => e instanceof CallError && e.kind === 'unavailable' && e.title === '服务暂不可用',
  )
})

test('an ended session asks once and the call then goes on with the same content', async () => {
  let asked = 0
  const remove = guardSession(async () => {
    asked += 1
    return true
  })
  const ended = json({ type: '/problems/unauthenticated', title: '请先登录' }, 401)
  const sent = answers(ended, json({ version: 3 }))
  assert.deepEqual(await call(renameDoor, input, { intent: 'k2' }), { version: 3 })
  assert.equal(asked, 1)
  assert.equal(sent[0]!.init.body, sent[1]!.init.body)
  remove()
})

test('the same content keeps its key until it succeeded; other content gets a new one', () => {
  const keeper = intentKeeper()
  const first = keeper.keyFor({ a: 1 })
  assert.equal(keeper.keyFor({ a: 1 }), first)
  const other = keeper.keyFor({ a: 2 })
  assert.notEqual(other, first)
  keeper.done()
  assert.notEqual(keeper.keyFor({ a: 2 }), other)
})

test('empty filters stay out of the address and lists repeat their key', () => {
  const address = addressOf('/api/list', {}, { q: '', status: ['a', 'b'], page: 2 })
  assert.equal(address, '/api/list?status=a&status=b&page=2')
})

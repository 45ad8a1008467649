import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { after, before, test } from 'node:test'
import { testHouse, type TestHouse } from '#checks/house.ts'
import type { Pace } from './pace.ts'
import type { HousePart } from './part.ts'

const pace: Pace = {
  head: 300,
  silent: 400,
  grace: 600,
  bytesPerSecond: 4000,
  idle: 5000,
  keepAlive: 5000,
  beat: 20,
  connections: 20,
}

async function sizeOf(body: Readable): Promise<{ size: number }> {
  let size = 0
  for await (const chunk of body) size += (chunk as Buffer).length
  return { size }
}

/** An upload that the house reads at once, and one that it begins to read late. */
const slowPart: HousePart = {
  name: 'slow',
  routes: [],
  async plugin(app) {
    app.addContentTypeParser('application/octet-stream', (_request, _body, done) => done(null))
    app.post('/now', ({ raw }) => sizeOf(raw))
    app.post('/late', ({ raw }) => pause(pace.silent * 3).then(() => sizeOf(raw)))
  },
}

let t: TestHouse
let port = 0

before(async () => {
  t = await testHouse({ pace, parts: [slowPart] })
  await t.app.listen({ port: 0, host: '127.0.0.1' })
  port = (t.app.server.address() as AddressInfo).port
})
after(() => t.close())

/** A connection to the house. Out: the socket, and everything that came back once it is closed. */
function dial(): { socket: Socket; said: Promise<string> } {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk: Buffer) => void (text += chunk.toString('utf8')))
  // a reset is an end like another: the house may close while the sender still writes
  socket.on('error', () => {})
  const said = new Promise<string>((resolve) => socket.once('close', () => resolve(text)))
  return { socket, said }
}

const head = (
  method: string,
  path: string,
  length: number,
  type = 'application/octet-stream',
  connection = 'close',
) =>
  [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'x-lianguan: 1',
    `content-type: ${type}`,
    `content-length: ${length}`,
    `connection: ${connection}`,
    '\r\n',
  ].join('\r\n')

/** Sends a text bit by bit until it is over or the other side hangs up. In: bytes at once, and the pause. */
async function trickle(socket: Socket, text: string | Buffer, bytes: number, wait: number) {
  const whole = Buffer.from(text)
  for (let at = 0; at < whole.length && !socket.destroyed; at += bytes) {
    socket.write(whole.subarray(at, at + bytes))
    await pause(wait)
  }
}

/** Fails when something does not end in time; so the test itself is bounded. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = pause(ms, 'late' as const, { ref: false })
  const first = await Promise.race([work, late])
  assert.notEqual(first, 'late', `still going on after ${ms} ms`)
  return first as T
}

test('a head that comes byte by byte, or not at all, is not waited for', async () => {
  const silent = dial()
  const slow = dial()
  void trickle(slow.socket, head('GET', '/healthz', 0), 1, 30)
  const [toSilence, toSlowness] = await within(3000, Promise.all([silent.said, slow.said]))
  assert.match(toSilence, /^HTTP\/1\.1 408/)
  // a sender that is reset while it writes may not get to read why
  assert.match(toSlowness, /^(HTTP\/1\.1 408|$)/)
})

test('a body that trickles is cut off with a reason, whether the door reads it or not', async () => {
  for (const [method, path] of [
    ['POST', '/now'],
    ['POST', '/api/nowhere'],
  ] as const) {
    const { socket, said } = dial()
    socket.write(head(method, path, 50_000))
    void trickle(socket, Buffer.alloc(50_000), 1, 30)
    assert.match(await within(5000, said), /^HTTP\/1\.1 (408|404)/, path)
  }
  const { socket, said } = dial()
  socket.write(head('POST', '/api/sign-in', 5000, 'application/json'))
  void trickle(socket, `{"login":"${'a'.repeat(4000)}"}`, 1, 30)
  const answer = await within(5000, said)
  assert.match(answer, /^HTTP\/1\.1 408/)
  assert.match(answer, /请检查网络后重新提交/)
})

test('a sender that goes silent after a fast beginning has no credit', async () => {
  const { socket, said } = dial()
  socket.write(head('POST', '/now', 10_000_000))
  socket.write(Buffer.alloc(1_000_000))
  assert.match(await within(5000, said), /^HTTP\/1\.1 408/)
})

test('an upload that is slow but goes on is taken, however long it takes', async () => {
  const { socket, said } = dial()
  const bytes = 20_000
  const began = performance.now()
  socket.write(head('POST', '/now', bytes))
  await trickle(socket, Buffer.alloc(bytes), 500, 50)
  const answer = await within(10_000, said)
  assert.match(answer, /^HTTP\/1\.1 200/)
  assert.match(answer, /\{"size":20000\}/)
  assert.ok(performance.now() - began > 2 * pace.grace, 'it took longer than the grace')
})

test('time in which the house itself does not read is nobody’s slowness', async () => {
  const { socket, said } = dial()
  const bytes = 3_000_000
  socket.write(head('POST', '/late', bytes))
  socket.write(Buffer.alloc(bytes))
  assert.match(await within(10_000, said), /\{"size":3000000\}/)
})

test('more connections than the house holds are turned away, and those it has go on', async () => {
  const ask = head('GET', '/healthz', 0, 'text/plain', 'keep-alive')
  const held = Array.from({ length: pace.connections }, dial)
  for (const { socket } of held) socket.write(ask)
  await within(3000, Promise.all(held.map(({ socket }) => once(socket, 'data'))))
  assert.equal(await within(2000, dial().said), '')
  const { socket } = held[0]!
  socket.write(ask)
  assert.match(String((await within(3000, once(socket, 'data')))[0]), /^HTTP\/1\.1 200/)
  for (const one of held) one.socket.destroy()
})

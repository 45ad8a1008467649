import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { lives } from '#frame/db/embedded-process.ts'
import { servedHouse, type ServedHouse } from './served-house.ts'
import { seed, sizes } from './sizes.ts'
import { signIn, type Answer, type Visitor } from './visitor.ts'
import { obtainPermit } from './visitor-permit.ts'

const run = promisify(execFile)
const root = path.resolve(import.meta.dirname, '..')
const quantity = 1_000_000

let served: ServedHouse
let applicant: Visitor
let unitId: string
let permits: string[]

before(async () => {
  served = await servedHouse()
  await served.start()
  // what is counted below must not be made by the demonstration
  await served.furnished()
  applicant = await signIn(served.base, 'shenqing')
  const { units } = await applicant.get<{ units: { id: string }[] }>('/api/licence-start')
  unitId = units[0]!.id
  permits = [await obtainPermit(served.base, applicant, quantity)]
})
after(() => served.remove())

/** One request as it was sent, and what came back: null while nobody knows. */
interface Sent {
  key: string
  path: string
  body: { unitId: string } | { version: number; lines: { requested: number }[] }
  answer: Answer | null
}
const sent: Sent[] = []

// mulberry32: the same seed gives the same run
let state = seed
function random(): number {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

async function nextRequest(client: number): Promise<Omit<Sent, 'key' | 'answer'>> {
  if (client % 4 !== 0) return { path: '/api/licences', body: { unitId } }
  const permit = permits[client % permits.length]!
  const { version } = await applicant.get<{ version: number }>(`/api/permits/${permit}`)
  const requested = 1 + Math.floor(random() * 3)
  const lines = [{ n: 1, requested, batchNo: '' }]
  const body = { version, port: 'PEK', plannedDay: '2099-01-01', transport: '航空运输', lines }
  return { path: `/api/permits/${permit}/write-offs`, body }
}

async function ask(one: Sent): Promise<void> {
  one.answer = await applicant.post(one.path, one.body, one.key)
}

/** One client: acts one after another, each under its own key, until the line breaks or it is told to end. */
async function client(n: number, ending: { now: boolean }): Promise<void> {
  while (!ending.now)
    try {
      const one = { ...(await nextRequest(n)), key: `client-${n}-${sent.length}`, answer: null }
      sent.push(one)
      await ask(one)
    } catch {
      return
    }
}

/** All clients at work, and a blow at a random moment. */
async function underLoad(blow: () => Promise<void>): Promise<void> {
  const ending = { now: false }
  const clients = Array.from({ length: sizes.killClients }, (_, n) => client(n, ending))
  await wait(250 + random() * 750)
  await blow()
  ending.now = true
  await Promise.all(clients)
}

/** What was answered is answered the same again; what was not is now. */
async function repeatAll(which: readonly Sent[]): Promise<void> {
  const left = [...which]
  const repeat = async () => {
    for (let one = left.pop(); one; one = left.pop()) {
      const first = one.answer
      await ask(one)
      if (first?.status === 200) assert.deepEqual(one.answer, first, one.key)
    }
  }
  await Promise.all(Array.from({ length: 8 }, repeat))
}

const okOf = (suffix: string) =>
  sent.filter((s) => s.path.endsWith(suffix) && s.answer?.status === 200)

/** Every answered act is there, once, and the balance is the sum of what was reserved. */
async function nothingLost(draftsBefore: number): Promise<void> {
  const made = okOf('/licences')
  const { total } = await applicant.get<{ total: number }>('/api/licences?status=draft&size=1')
  assert.equal(total, draftsBefore + new Set(made.map((s) => s.answer!.reply.id)).size)
  assert.equal(new Set(made.map((s) => s.answer!.reply.id)).size, made.length)
  for (const permit of permits) {
    const view = await applicant.get<{
      lines: { reserved: number; used: number; available: number }[]
    }>(`/api/permits/${permit}`)
    const reserved = okOf('/write-offs').reduce(
      (n, s) => n + ('lines' in s.body ? s.body.lines[0]!.requested : 0),
      0,
    )
    assert.deepEqual(
      view.lines.map((l) => [l.reserved, l.used, l.available]),
      [[reserved, 0, quantity - reserved]],
    )
  }
}

async function ledgerVerifies(): Promise<void> {
  const env = { ...process.env, DATA_DIR: served.dataDir, DATABASE_URL: '' }
  const { stdout } = await run(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'tools/ledger-verify.ts'],
    { cwd: root, env },
  )
  assert.match(stdout, /✓/)
}

test('a server killed at any moment loses no answered act, and every repeated request is one effect', async (t) => {
  const { total } = await applicant.get<{ total: number }>('/api/licences?status=draft&size=1')
  for (let n = 0; n < sizes.kills; n += 1) {
    const from = sent.length
    await underLoad(() => served.kill())
    assert.ok(sent.length > from, 'clients were at work')
    await served.start()
    await repeatAll(sent.slice(from))
  }
  assert.ok(sent.some((s) => s.path.endsWith('/write-offs') && s.answer?.status === 200))
  const known = sent.filter((s) => s.answer?.status === 200).length
  t.diagnostic(`${sent.length} requests, ${known} done, ${sizes.kills} kills`)
  // once more, long after
  await repeatAll(sent)
  await nothingLost(total)
  await ledgerVerifies()
})

test('a database killed under load comes back under the same server, and nothing answered is lost', async () => {
  const { total } = await applicant.get<{ total: number }>('/api/licences?status=draft&size=1')
  const [from, pid] = [sent.length, served.pid()]
  const before = okOf('/licences').length
  await underLoad(() => served.killDatabase())
  for (let tries = 0; ; tries += 1) {
    const ready = await fetch(`${served.base}/readyz`).catch(() => null)
    if (ready?.status === 200) break
    assert.ok(tries < 600, 'the server became ready again')
    await wait(50)
  }
  assert.equal(served.pid(), pid)
  assert.ok(lives(pid!), 'the server outlived its database')
  await repeatAll(sent.slice(from).filter((s) => s.answer === null || s.answer.status !== 409))
  await nothingLost(total - before)
  await ledgerVerifies()
})

test('server and database killed together start again with everything that was answered', async () => {
  const before = (await applicant.get<{ total: number }>('/api/licences?status=draft&size=1')).total
  const made = okOf('/licences').length
  const from = sent.length
  await underLoad(async () => {
    await served.killDatabase()
    await served.kill()
  })
  await served.start()
  await repeatAll(sent.slice(from).filter((s) => s.answer === null || s.answer.status === 200))
  await nothingLost(before - made)
})

test('a second start on the same data says so and ends; the first one goes on and stops in order', async () => {
  const env = { ...process.env, DATA_DIR: served.dataDir, PORT: '0', DATABASE_URL: '' }
  const second = await run(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'tools/serve.ts'],
    // a start that is not refused would never end
    { cwd: root, env, timeout: 60_000 },
  ).then(
    () => assert.fail('it started'),
    (error: { code: number; stderr: string }) => error,
  )
  assert.equal(second.code, 1)
  assert.match(second.stderr, new RegExp(`正由另一个联管使用（进程 ${served.pid()}）`))
  assert.equal((await fetch(`${served.base}/healthz`)).status, 200)
  assert.equal(await served.stop(), 0)
})

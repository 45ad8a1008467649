import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPerson, testHouse, type TestHouse } from '#checks/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { appendEvent } from './append.ts'
import { eventLeaf } from './event.ts'
import { settleLedger } from './ledger.ts'
import { isConsistent } from './merkle-check.ts'
import { openCheckpoint } from './checkpoint.ts'
import { verifierFrom } from './note.ts'
import { ledgerPart } from './part.ts'
import { checkProof, parseProof } from './proof.ts'
import { unpackEntries } from './tiles.ts'
import { someEvent } from './test-house.ts'

let t: TestHouse
let audit: string
let person: string
const unitId = newId()
const event = someEvent({ unitId: null, body: { secret: '办件内容', to: 'submitted' } })

before(async () => {
  t = await testHouse({ parts: [ledgerPart(() => [])] })
  audit = await addPerson(t.house, 'audit-admin')
  person = await addPerson(t.house, 'unit-operator', {})
  await append(event)
  for (let n = 0; n < 4; n += 1)
    await append(
      someEvent({
        act: 'quota.confirm',
        actor: { kind: 'person', accountId: person },
        at: new Date(`2026-03-0${n + 3}T00:00:00+08:00`),
      }),
    )
  await settleLedger(t.house)
})
after(() => t.close())

const append = (e: ReturnType<typeof someEvent>) =>
  t.house.db.transaction().execute((tx) => appendEvent(tx, e))

interface Log {
  origin: string
  vkey: string
  size: number
  root: string
  checkpoint: string
}
const bytes = (text: string) => Buffer.from(text, 'base64')
const log = async () => (await t.as(null).get('/api/ledger')).json<Log>()

test('anybody reads the log: its key, its head, its tiles', async () => {
  const { vkey, size, checkpoint } = await log()
  assert.equal(size, 5)
  const shown = await t.as(null).get('/checkpoint')
  assert.equal(shown.body, checkpoint)
  assert.match(String(shown.headers['content-type']), /^text\/plain; charset=utf-8/)
  assert.equal(openCheckpoint(checkpoint, [verifierFrom(vkey)]).size, 5)
  const tile = await t.as(null).get('/tile/0/000.p/5')
  assert.equal(tile.headers['content-type'], 'application/octet-stream')
  assert.match(String(tile.headers['cache-control']), /immutable/)
  assert.equal(tile.rawPayload.length, 5 * 32)
  const entries = await t.as(null).get('/tile/entries/000.p/3')
  assert.equal(unpackEntries(entries.rawPayload).length, 3)
})

test('nothing public holds what an event says', async () => {
  for (const url of [
    '/checkpoint',
    '/tile/entries/000.p/5',
    '/tile/0/000.p/5',
    '/api/ledger/proof/0',
  ]) {
    const reply = await t.as(null).get(url)
    assert.equal(reply.statusCode, 200, url)
    assert.ok(!reply.body.includes('办件内容') && !reply.body.includes('licence'), url)
  }
})

test('a tile that is not there, or is spelt otherwise, is absent', async () => {
  for (const url of [
    '/tile/0/000',
    '/tile/0/001.p/1',
    '/tile/0/000.p/6',
    '/tile/x',
    '/tile/0/..%2f..%2fkeys',
    '/tile/0/000.p/5?x',
  ])
    assert.equal((await t.as(null).get(url)).statusCode, 404, url)
})

test('a proof by place or by event convinces with the public key and the event alone', async () => {
  const { vkey } = await log()
  const row = await t.house.db
    .selectFrom('audit_event')
    .select('body')
    .where('id', '=', event.id)
    .executeTakeFirstOrThrow()
  for (const url of ['/api/ledger/proof/0', `/api/ledger/events/${event.id}/proof`]) {
    const reply = await t.as(audit).get(url)
    assert.equal(reply.statusCode, 200, reply.body)
    const proof = parseProof(reply.json<{ proof: string }>().proof)
    assert.equal(proof.extra, null)
    assert.equal(checkProof(proof, eventLeaf(row.body), [verifierFrom(vkey)]).size, 5)
  }
})

test('the proof of a leaf comes as a file under a fixed address', async () => {
  const file = await t.as(null).get('/api/ledger/proof/2/file')
  assert.match(String(file.headers['content-disposition']), /leaf-2\.tlog-proof/)
  assert.equal(parseProof(file.body).index, 2)
  for (const url of ['99', '02', 'x', '-1'])
    assert.equal((await t.as(null).get(`/api/ledger/proof/${url}/file`)).statusCode, 404, url)
})

test('a leaf that is not there yet answers 503 and says when to come again', async () => {
  const reply = await t.as(null).get('/api/ledger/proof/99')
  assert.equal(reply.statusCode, 503)
  assert.ok(reply.headers['retry-after'])
  assert.match(reply.body, /请稍后/)
})

test('an older head is proved to be the beginning of the newer one', async () => {
  const old = await log()
  await append(someEvent())
  await settleLedger(t.house)
  const now = await log()
  const reply = await t.as(null).get(`/api/ledger/consistency/${old.size}`)
  const { path } = reply.json<{ path: string[] }>()
  assert.ok(
    isConsistent({
      oldSize: old.size,
      oldRoot: bytes(old.root),
      size: now.size,
      root: bytes(now.root),
      path: path.map(bytes),
    }),
  )
  assert.equal((await t.as(null).get('/api/ledger/consistency/0')).statusCode, 404)
  assert.equal((await t.as(null).get('/api/ledger/consistency/99')).statusCode, 404)
})

test('a proof by event is for who reaches the event', async () => {
  const url = `/api/ledger/events/${event.id}/proof`
  assert.equal((await t.as(null).get(url)).statusCode, 401)
  assert.equal((await t.as(person).get(url)).statusCode, 404)
  const own = await t.house.db
    .selectFrom('audit_event')
    .select('id')
    .where('actor_id', '=', person)
    .limit(1)
    .executeTakeFirstOrThrow()
  assert.equal((await t.as(person).get(`/api/ledger/events/${own.id}/proof`)).statusCode, 200)
  assert.equal((await t.as(audit).get(`/api/ledger/events/${newId()}/proof`)).statusCode, 404)
})

interface Page {
  rows: { id: string; act: string; actor: { name: string } | null; leafIndex: number | null }[]
  next: string | null
}
const events = async (query: string) =>
  (await t.as(audit).get(`/api/ledger/events?${query}`)).json<Page>()

test('the audit administrator sees who, act, object and time, and no case content', async () => {
  const reply = await t.as(audit).get('/api/ledger/events?size=200')
  assert.equal(reply.statusCode, 200, reply.body)
  assert.ok(!reply.body.includes('办件内容') && !reply.body.includes(unitId))
  const { rows } = reply.json<Page>()
  assert.deepEqual(rows.find((r) => r.id === event.id)?.leafIndex, 0)
  for (const role of ['system-admin', 'security-admin', 'customs-leader'] as const) {
    const other = await addPerson(t.house, role)
    assert.equal((await t.as(other).get('/api/ledger/events')).statusCode, 403, role)
  }
})

test('events are filtered by who, act, object and Beijing days', async () => {
  const quota = await events('act=quota.')
  assert.equal(quota.rows.length, 4)
  const { name } = quota.rows[0]!.actor!
  assert.equal((await events(`actor=${encodeURIComponent(name)}`)).rows.length, 4)
  assert.equal((await events('actor=%25')).rows.length, 0)
  assert.deepEqual(
    (await events(`object=${event.subject!.id}`)).rows.map((r) => r.id),
    [event.id],
  )
  assert.equal((await events('days=2026-03-04,2026-03-05')).rows.length, 2)
  assert.equal((await events('days=,2026-03-03&act=quota')).rows.length, 1)
  assert.equal((await events('actorKind=system')).rows.length, 0)
  const bad = await t.as(audit).get('/api/ledger/events?days=2026-02-31x,')
  assert.equal(bad.statusCode, 400)
})

test('pages by cursor show every event once', async () => {
  const seen: string[] = []
  let after = ''
  do {
    const page = await events(`size=2${after}`)
    seen.push(...page.rows.map((r) => r.id))
    after = page.next ? `&after=${encodeURIComponent(page.next)}` : ''
  } while (after)
  const all = await events('size=200')
  assert.deepEqual(
    seen,
    all.rows.map((r) => r.id),
  )
  assert.equal((await t.as(audit).get('/api/ledger/events?after=x')).statusCode, 400)
})

test('the status says what waits and whether the database keeps the ledger append-only', async () => {
  const reply = await t.as(audit).get('/api/ledger/status')
  const status = reply.json<{
    size: number
    shown: number
    waiting: number
    notEnforced: string | null
  }>()
  assert.deepEqual([status.size, status.shown, status.waiting], [6, 6, 0])
  // the test house serves as the owner of the tables
  assert.match(status.notEnforced!, /audit_event/)
  assert.equal((await t.as(person).get('/api/ledger/status')).statusCode, 403)
  const metrics = await t.as(null).get('/metrics')
  assert.match(metrics.body, /lianguan_ledger_leaves 6/)
})

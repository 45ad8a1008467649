import assert from 'node:assert/strict'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import * as fc from 'fast-check'
import type { House } from '#frame/house.ts'
import { appendEvent, erasePersonal } from './append.ts'
import { openCheckpoint } from './checkpoint.ts'
import { ledgerOf, advance, settleLedger } from './ledger.ts'
import { edgeRoot, emptyEdge, growEdge } from './merkle.ts'
import { personal } from './personal.ts'
import { ledgerTrouble, startSequencer, waitingEvents } from './sequencer.ts'
import { readCheckpoint, readTile, tileFiles, tileFolder } from './tile-store.ts'
import { appendEvents, ledgerStand, someEvent, type LedgerStand } from './test-house.ts'

let stand: LedgerStand
let house: House
before(async () => void (stand = await ledgerStand()))
after(() => stand.close())
beforeEach(async () => {
  if (house) await emptyTables(house)
  house = await stand.house()
})

async function emptyTables({ pool }: House): Promise<void> {
  await pool.query(
    'truncate audit_queue, audit_leaf, checkpoint, audit_personal, audit_event cascade',
  )
}

const leavesOf = ({ db }: House) =>
  db.selectFrom('audit_leaf').selectAll().orderBy('leaf_index').execute()
const headOf = ({ db }: House) =>
  db.selectFrom('checkpoint').selectAll().orderBy('size', 'desc').executeTakeFirstOrThrow()

/** What must hold whoever sequenced what: no gap, no double, every head the root of its leaves. */
async function assertWhole(h: House, events: number): Promise<void> {
  const leaves = await leavesOf(h)
  assert.deepEqual(
    leaves.map((l) => l.leaf_index),
    Array.from({ length: events }, (_, i) => i),
  )
  assert.equal(new Set(leaves.map((l) => l.event_id)).size, events)
  const { signer } = await ledgerOf(h)
  const heads = await h.db.selectFrom('checkpoint').selectAll().orderBy('size').execute()
  let edge = emptyEdge
  for (const head of heads) {
    edge = growEdge(
      edge,
      leaves.slice(edge.size, head.size).map((l) => l.leaf_hash),
    )
    assert.deepEqual(edgeRoot(edge), head.root)
    const { size, root } = openCheckpoint(head.note, [signer])
    assert.deepEqual({ size, root }, { size: head.size, root: head.root })
  }
  assert.equal(edge.size, events)
  assert.equal((await waitingEvents(h)).count, 0)
}

test('an event and its queue row exist only when the transaction commits', async () => {
  const kept = someEvent()
  await house.db.transaction().execute((tx) => appendEvent(tx, kept))
  await assert.rejects(
    house.db.transaction().execute(async (tx) => {
      await appendEvent(tx, someEvent({ body: { who: personal('王小明') } }))
      throw new Error('rolled back')
    }),
    /rolled back/,
  )
  const events = await house.db.selectFrom('audit_event').select('id').execute()
  const queued = await house.db.selectFrom('audit_queue').select('event_id').execute()
  assert.deepEqual(events, [{ id: kept.id }])
  assert.deepEqual(queued, [{ event_id: kept.id }])
  assert.deepEqual(await house.db.selectFrom('audit_personal').selectAll().execute(), [])
})

test('an event id cannot be used twice', async () => {
  const event = someEvent()
  await house.db.transaction().execute((tx) => appendEvent(tx, event))
  await assert.rejects(house.db.transaction().execute((tx) => appendEvent(tx, event)))
})

test('the first head is the empty tree, signed under the host of the public address', async () => {
  await settleLedger(house)
  const { signer, folder } = await ledgerOf(house)
  assert.equal(signer.name, 'lianguan.example.cn')
  const shown = openCheckpoint((await readCheckpoint(folder))!, [signer])
  assert.equal(shown.size, 0)
  const key = await stat(path.join(house.config.dataDir, 'keys/ledger.key'))
  assert.equal(key.mode & 0o777, 0o600)
})

test('events get their places in the order in which they were committed', async () => {
  const ids = await appendEvents(house, 30)
  await settleLedger(house)
  assert.deepEqual(
    (await leavesOf(house)).map((l) => l.event_id),
    ids,
  )
  await assertWhole(house, 30)
})

test('any number of clients and two sequencers at once leave no gap and no double', async () => {
  const other = await stand.houseLike((await ledgerOf(house), house))
  const stops = [startSequencer(house), startSequencer(other)]
  await Promise.all(Array.from({ length: 12 }, (_, n) => appendEvents(n % 2 ? house : other, 25)))
  await Promise.all(stops.map((stop) => stop()))
  await settleLedger(house)
  await assertWhole(house, 300)
})

test('two sequencers that start on the same head: exactly one of them goes on', async () => {
  const other = await stand.houseLike((await ledgerOf(house), house))
  let lost = 0
  for (let n = 0; n < 15; n += 1) {
    await appendEvents(house, 3)
    const rounds = await Promise.all([advance(house), advance(other)])
    lost += rounds.filter((r) => r.kind === 'lost').length
    assert.equal(rounds.filter((r) => r.kind === 'added').length, 1)
  }
  await assertWhole(house, 45)
  assert.ok(lost > 0, 'the race was never run')
})

test('any sequence of appends and rounds of two servers gives a whole ledger', async () => {
  const other = await stand.houseLike((await ledgerOf(house), house))
  const step = fc.oneof(
    fc.record({ do: fc.constant('append' as const), count: fc.integer({ min: 1, max: 7 }) }),
    fc.record({ do: fc.constant('round' as const), both: fc.boolean() }),
  )
  let total = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      for (const s of steps) {
        if (s.do === 'append') {
          total += s.count
          await Promise.all(Array.from({ length: s.count }, () => appendEvents(house, 1)))
        } else await Promise.all([advance(house), s.both ? advance(other) : null])
      }
      await settleLedger(other)
      await assertWhole(other, total)
    }),
    { numRuns: 10 },
  )
})

test('a server with another key stands by and says why', async () => {
  await appendEvents(house, 1)
  await settleLedger(house)
  const stranger = await stand.house()
  await appendEvents(stranger, 1)
  await assert.rejects(settleLedger(stranger), /没有这把密钥/)
  const stop = startSequencer(stranger)
  while (!(await ledgerTrouble(stranger))) await new Promise((r) => setTimeout(r, 20))
  await stop()
  assert.match((await ledgerTrouble(stranger))!, /密钥/)
  await settleLedger(house)
  await assertWhole(house, 2)
})

test('a server killed between commit and tile writing: the next start writes what is missing', async () => {
  await appendEvents(house, 300)
  await settleLedger(house)
  const folder = tileFolder(house.config.dataDir)
  const all = (await tileFiles(folder)).toSorted()
  const bytes = await Promise.all(
    [0, 1].map((level) => readTile(folder, { level, index: 0, width: level === 0 ? 256 : 1 })),
  )
  for (const lost of [all, all.slice(0, 2), all.slice(-1)]) {
    for (const name of lost) await rm(path.join(folder, name))
    const again = await restarted(house)
    await settleLedger(again)
    assert.deepEqual((await tileFiles(folder)).toSorted(), all)
    assert.deepEqual(
      await Promise.all(
        [0, 1].map((level) => readTile(folder, { level, index: 0, width: level === 0 ? 256 : 1 })),
      ),
      bytes,
    )
  }
})

/** The same machine after a restart: a new house on the same folder. */
async function restarted(before: House): Promise<House> {
  const made = await stand.house()
  return { ...made, config: before.config }
}

test('a partial tile is the beginning of the full one, and goes when that is there', async () => {
  await appendEvents(house, 250)
  await settleLedger(house)
  const folder = tileFolder(house.config.dataDir)
  assert.deepEqual(await readdir(path.join(folder, 'tile/0')), ['000.p'])
  const partial = await readTile(folder, { level: 0, index: 0, width: 250 })
  await appendEvents(house, 10)
  await settleLedger(house)
  assert.deepEqual((await readdir(path.join(folder, 'tile/0'))).toSorted(), ['000', '001.p'])
  assert.deepEqual(await readTile(folder, { level: 0, index: 0, width: 250 }), partial)
  assert.equal(await readTile(folder, { level: 0, index: 1, width: 5 }), null)
})

test('a database cut back behind what was shown is not continued', async () => {
  await appendEvents(house, 3)
  await settleLedger(house)
  await appendEvents(house, 3)
  await settleLedger(house)
  await house.pool.query('delete from audit_leaf where leaf_index >= 3')
  await house.pool.query('delete from checkpoint where size > 3')
  await appendEvents(house, 2)
  await assert.rejects(settleLedger(house), /截断/)
  await assert.rejects(settleLedger(await restarted(house)), /截断/)
  assert.equal((await headOf(house)).size, 3)
})

test('a changed tile file stops the showing of new heads', async () => {
  await appendEvents(house, 5)
  await settleLedger(house)
  const { folder } = await ledgerOf(house)
  const before = await readCheckpoint(folder)
  await house.pool.query("update audit_leaf set leaf_hash = sha256('x') where leaf_index = 2")
  await appendEvents(house, 1)
  await assert.rejects(settleLedger(house), /瓦片文件与检查点不符/)
  assert.equal(await readCheckpoint(folder), before)
})

test('events that wait too long are told of', async () => {
  await appendEvents(house, 2)
  assert.equal(await ledgerTrouble(house), null)
  await house.pool.query("update audit_queue set queued_at = queued_at - interval '1 minute'")
  assert.match((await ledgerTrouble(house))!, /有 2 条留痕已等待排序 60 秒/)
})

test('personal data lies outside the event; erasing it leaves the event as it was', async () => {
  const event = someEvent({ body: { contact: personal('王小明') } })
  await house.db.transaction().execute((tx) => appendEvent(tx, event))
  const read = () => house.db.selectFrom('audit_event').select('body').executeTakeFirstOrThrow()
  const { body } = await read()
  assert.ok(!body.toString().includes('王小明'))
  const [row] = await house.db.selectFrom('audit_personal').selectAll().execute()
  assert.deepEqual([row?.pointer, row?.value], ['/body/contact', '王小明'])
  const gone = await house.db.transaction().execute((tx) => erasePersonal(tx, [event.id]))
  assert.equal(gone, 1)
  assert.deepEqual((await read()).body, body)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { seed, sizes } from '#checks/sizes.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { appendEvent, erasePersonal } from './append.ts'
import { alterations, type Alteration } from './alterations.ts'
import { signCheckpoint } from './checkpoint.ts'
import { ledgerOf, settleLedger } from './ledger.ts'
import { edgeRoot, emptyEdge, growEdge, packEdge } from './merkle.ts'
import type { Signer } from './note.ts'
import { personal } from './personal.ts'
import { proveLeaf } from './prove.ts'
import { readCheckpoint, tileFolder } from './tile-store.ts'
import { appendEvents, ledgerStand, someEvent, type LedgerStand } from './test-house.ts'
import { verifyLedger, verifyRows, viewFolder, type VerifyReport } from './verify.ts'

let stand: LedgerStand
let house: House
let signer: Signer
let folder: string
const size = 300

before(async () => {
  stand = await ledgerStand()
  house = await stand.house()
  for (const part of [40, 3, 200, 20]) {
    await appendEvents(house, part)
    await settleLedger(house)
  }
  for (let n = 0; n < 3; n += 1) await accountWithTwoEvents()
  await settleLedger(house)
  await appendEvents(house, size - 263 - 9)
  for (let n = 0; n < 3; n += 1) {
    const event = someEvent({ body: { contact: personal('王小明') } })
    await house.db.transaction().execute((tx) => appendEvent(tx, event))
  }
  await settleLedger(house)
  signer = (await ledgerOf(house)).signer
  folder = tileFolder(house.config.dataDir)
})
after(() => stand.close())

/** A business row that is the subject of two acts, as the kernel writes them. */
async function accountWithTwoEvents(): Promise<void> {
  const id = newId()
  const subject = { kind: 'people', id }
  const first = someEvent({
    act: 'people.invite',
    subject,
    body: { from: null, to: 'invited', version: 1 },
  })
  const second = someEvent({
    act: 'people.confirm',
    subject,
    body: { from: 'invited', to: 'active', version: 2 },
  })
  await house.db.transaction().execute(async (tx) => {
    await appendEvent(tx, first)
    await sql`insert into account (id, login, name, mailbox, status, version, audit_event_id, created_at)
      values (${id}, ${id}, '测试', 'x@example.cn', 'active', 2, ${second.id}, now())`.execute(tx)
    await appendEvent(tx, second)
  })
}

class Undo extends Error {}

/** What the check finds after an alteration; rows and files are as before afterwards. */
async function foundAfter(alter: Alteration, pick: number): Promise<VerifyReport> {
  let report: VerifyReport | undefined
  const restores: (() => Promise<void>)[] = []
  const tx = house.db.transaction().execute(async (tx) => {
    // Somebody who may switch off the foreign keys has every power a database gives.
    await sql`set local session_replication_role = replica`.execute(tx)
    const restore = await alter({ tx, folder, size, pick })
    if (restore) restores.push(restore)
    report = await verifyRows(tx, { trusted: [signer] }, await viewFolder(folder))
    throw new Undo()
  })
  await assert.rejects(tx, Undo)
  for (const restore of restores) await restore()
  return report!
}

const sentences = (report: VerifyReport) => report.findings.map((f) => f.zh)

test('an untouched ledger verifies, and everything was looked at', async () => {
  const report = await verifyLedger(house.db, { trusted: [signer], folder })
  assert.deepEqual(sentences(report), [])
  assert.deepEqual(
    { ...report, tiles: report.tiles > 6 },
    {
      leaves: size,
      checkpoints: 7,
      tiles: true,
      waiting: 0,
      personal: 3,
      businessRows: 3,
      further: [],
      count: 0,
      findings: [],
    },
  )
})

test('each kind of alteration is found', async (t) => {
  for (const [name, alter] of Object.entries(alterations))
    await t.test(name, async () => {
      const report = await foundAfter(alter, 12_345)
      assert.notEqual(report.count, 0)
      assert.ok(report.findings.every((f) => f.zh && f.en))
    })
})

test('random alterations are all found, and nothing is found once they are undone', async () => {
  const names = Object.keys(alterations)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.nat(1_000_000), async (name, pick) => {
      const report = await foundAfter(alterations[name]!, pick)
      assert.notEqual(report.count, 0, name)
    }),
    { numRuns: sizes.alterations, seed, endOnFailure: true },
  )
  const report = await verifyLedger(house.db, { trusted: [signer], folder })
  assert.deepEqual(sentences(report), [])
})

test('the first bad leaf is named, even when the forger recomputed its hash', async () => {
  for (const name of [
    'row: one bit of the bytes',
    'row: event rewritten with its hash',
    'deletion: event',
  ])
    for (const leaf of [0, 17, 255, 256, size - 1]) {
      const { findings } = await foundAfter(alterations[name]!, leaf)
      assert.ok(
        findings.some((f) => f.leaf === leaf),
        `${name} ${leaf}: ${JSON.stringify(findings)}`,
      )
      assert.equal(findings[0]!.leaf, leaf)
    }
})

test('newest rows cut off the database are missed by the head that was shown', async () => {
  const { findings } = await foundAfter(alterations['deletion: everything since a head']!, 1)
  assert.ok(findings.some((f) => /最新的 \d+ 叶被截去/.test(f.zh)))
})

test('who holds database and key can rewrite everything; one head kept elsewhere finds it', async () => {
  const kept = [{ where: '会议纪要', note: (await readCheckpoint(folder))! }]
  const trusted = [signer]
  let alone = -1
  const { findings } = await foundAfter(async (target) => {
    await alterations['row: event rewritten with its hash']!({ ...target, pick: 17 })
    await resign(target.tx)
    alone = (await verifyRows(target.tx, { trusted }, null)).count
    const report = await verifyRows(target.tx, { trusted, remembered: kept }, null)
    assert.deepEqual(
      report.findings.map((f) => f.zh.includes('会议纪要')),
      [true],
    )
  }, 0)
  assert.equal(alone, 0)
  // the head and the tiles that this machine has shown are such a keeping
  assert.ok(findings.some((f) => f.zh.includes('tiles/checkpoint')))
  const good = await verifyLedger(house.db, { trusted, folder: null, remembered: kept })
  assert.equal(good.count, 0)
})

/** Computes and signs every head anew over the leaves as they are. */
async function resign(tx: Tx): Promise<void> {
  const leaves = await tx.selectFrom('audit_leaf').selectAll().orderBy('leaf_index').execute()
  const heads = await tx.selectFrom('checkpoint').select('size').orderBy('size').execute()
  let edge = emptyEdge
  for (const head of heads) {
    edge = growEdge(
      edge,
      leaves.slice(edge.size, head.size).map((l) => l.leaf_hash),
    )
    const root = edgeRoot(edge)
    await tx
      .updateTable('checkpoint')
      .set({ root, edge: packEdge(edge), note: signCheckpoint(head.size, root, signer) })
      .where('size', '=', head.size)
      .execute()
  }
}

test('erased personal data is no finding', async () => {
  const { event_id } = await house.db
    .selectFrom('audit_personal')
    .select('event_id')
    .executeTakeFirstOrThrow()
  let count = -1
  const undone = house.db.transaction().execute(async (tx) => {
    await erasePersonal(tx, [event_id])
    count = (await verifyRows(tx, { trusted: [signer] }, null)).count
    throw new Undo()
  })
  await assert.rejects(undone, Undo)
  assert.equal(count, 0)
})

test('a check while events arrive finds nothing wrong', async () => {
  const other = await ledgerStand()
  const busy = await other.house()
  await appendEvents(busy, 1)
  await settleLedger(busy)
  const key = (await ledgerOf(busy)).signer
  for (let round = 0; round < 12; round += 1) {
    const [report] = await Promise.all([
      verifyLedger(busy.db, { trusted: [key], folder: tileFolder(busy.config.dataDir) }),
      appendEvents(busy, 40),
      settleLedger(busy),
    ])
    assert.deepEqual(sentences(report), [])
  }
  await other.close()
})

test('a proof is made from the tiles, for every leaf, and not beyond the head', async () => {
  assert.equal(await proveLeaf(house, size), null)
  for (const leaf of [0, 1, 255, 256, size - 1])
    assert.equal((await proveLeaf(house, leaf))?.size, size)
})

import assert from 'node:assert/strict'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Tx } from '#frame/db/connect.ts'
import { ledgerOf, settleLedger } from '#frame/ledger/ledger.ts'
import { tileFolder } from '#frame/ledger/tile-store.ts'
import { verifyLedger, verifyRows, type VerifyReport } from '#frame/ledger/verify.ts'
import { paperCheck } from '#frame/papers/check-papers.ts'
import { frozenText, sha256Hex } from '#frame/papers/frozen.ts'
import { findPaper } from '#frame/papers/load-paper.ts'
import { sampleFacts } from './papers-samples.ts'
import { paperStand, type PaperStand } from './papers-stand.ts'

let t: PaperStand
let permit: string
let other: string
before(async () => {
  t = await paperStand()
  permit = (await t.issue('permit')).id
  other = (await t.issue('acceptance')).id
  await t.make()
  // issued and not made: its facts are checked all the same
  await t.issue('refusal')
  await settleLedger(t.house)
})
after(() => t.close())

async function check(): Promise<VerifyReport> {
  const { dataDir } = t.house.config
  return verifyLedger(t.house.db, {
    trusted: [(await ledgerOf(t.house)).signer],
    folder: tileFolder(dataDir),
    further: [paperCheck(dataDir)],
  })
}

class Undo extends Error {}

/** What the check finds after rows were altered by somebody with every right; they are as before afterwards. */
async function foundAfter(alter: (tx: Tx) => Promise<unknown>): Promise<string[]> {
  const found: string[] = []
  const trusted = [(await ledgerOf(t.house)).signer]
  const further = [paperCheck(t.house.config.dataDir)]
  const altered = t.house.db.transaction().execute(async (tx) => {
    await alter(tx)
    const { findings } = await verifyRows(tx, { trusted, further }, null)
    found.push(...findings.map((f) => f.zh))
    throw new Undo()
  })
  await assert.rejects(altered, Undo)
  return found
}

const setPaper = (tx: Tx, what: { facts?: string; facts_sha256?: string; number?: string }) =>
  tx.updateTable('paper').set(what).where('id', '=', permit).execute()

test('untouched papers agree with the ledger, and all were looked at', async () => {
  const report = await check()
  assert.deepEqual(report.findings, [])
  assert.deepEqual(report.further, [{ words: { zh: '份文书', en: 'papers' }, count: 3 }])
})

test('a fact changed in the database is found, also when its hash was made to fit', async () => {
  const facts = { ...sampleFacts.permit, validTo: '2028-05-03' }
  const row = await findPaper(t.house.db, permit)
  const fitting = sha256Hex(frozenText({ ...row!, facts }))
  for (const change of [{}, { facts_sha256: fitting }]) {
    const found = await foundAfter((tx) =>
      setPaper(tx, { facts: JSON.stringify(facts), ...change }),
    )
    assert.equal(found.length, 1)
    assert.match(found[0]!, /^第 \d+ 叶：文书 京关特许入〔2026〕1号 现在的内容与签发时/)
  }
})

test('a number and a frozen hash changed in the database are found', async () => {
  const number = await foundAfter((tx) => setPaper(tx, { number: '京关特许入〔2026〕9号' }))
  assert.match(number.join(), /9号 现在的内容/)
  const hash = await foundAfter((tx) => setPaper(tx, { facts_sha256: '0'.repeat(64) }))
  assert.match(hash.join(), /现在的内容/)
})

test("a paper that points to another paper's file, or to none, is found", async () => {
  const its = (await findPaper(t.house.db, other))!.fileSha256!
  const point = (to: typeof its | null) => (tx: Tx) =>
    sql`update paper_state set file_sha256 = ${to}, status = 'failed' where id = ${permit}`.execute(
      tx,
    )
  assert.match((await foundAfter(point(its))).join(), new RegExp(`登记的文件是 ${its}`))
  assert.match((await foundAfter(point(null))).join(), /登记的文件是 无/)
})

test('a file altered by one byte, or deleted, is found', async () => {
  const sha256 = (await findPaper(t.house.db, permit))!.fileSha256!
  const file = path.join(t.house.config.dataDir, 'papers', sha256.slice(0, 2), `${sha256}.pdf`)
  const bytes = await readFile(file)
  const changed = Buffer.from(bytes)
  changed[bytes.length >> 1]! ^= 1
  await writeFile(file, changed)
  const altered = await check()
  assert.equal(altered.count, 1)
  assert.match(altered.findings[0]!.zh, /^第 \d+ 叶：文书 京关特许入〔2026〕1号 的文件与签章时/)
  await rm(file)
  const gone = await check()
  assert.equal(gone.count, 1)
  assert.match(gone.findings[0]!.zh, /不在数据文件夹中/)
  await writeFile(file, bytes)
  assert.equal((await check()).count, 0)
})

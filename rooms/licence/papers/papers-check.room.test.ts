import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { newId } from '#frame/kernel/id.ts'
import { vkeyFile } from '#frame/ledger/keys.ts'
import { settleLedger } from '#frame/ledger/ledger.ts'
import { verifierFrom } from '#frame/ledger/note.ts'
import { tileFolder } from '#frame/ledger/tile-store.ts'
import { verifyLedger } from '#frame/ledger/verify.ts'
import type { PlannedPaper } from '#frame/papers/issue.ts'
import { findPaper } from '#frame/papers/load-paper.ts'
import { makePaper } from '#frame/papers/make-job.ts'
import { makeFile } from '#frame/papers/make-paper.ts'
import { keepPaper } from '#frame/papers/paper-store.ts'
import { revokePaper } from '#frame/papers/settle.ts'
import { tinyFont } from '#frame/papers/tiny-font.ts'
import { sampleFacts } from './papers-samples.ts'
import { paperStand, type PaperStand } from './papers-stand.ts'

let t: PaperStand
let permit: PlannedPaper
before(async () => {
  t = await paperStand()
  permit = await t.issue('permit')
  await t.make()
})
after(() => t.close())

const statusOf = async (id: string) => (await findPaper(t.house.db, id))?.status

describe('checking a paper in public', () => {
  test('shows the same facts and that it holds, however the code is typed, and no more', async () => {
    const typed = permit.code.toLowerCase().replaceAll('-', ' ')
    const reply = await t.get(null, `/api/verify/${encodeURIComponent(typed)}`)
    assert.equal(reply.statusCode, 200, reply.body)
    const said = reply.json()
    assert.equal(said.number, permit.number)
    assert.deepEqual(
      [said.standing.holds, said.standing.words.zh, said.sample],
      [true, '有效', true],
    )
    assert.ok(said.facts.some((f: { value: string }) => f.value.includes('人血清')))
    assert.doesNotMatch(reply.body, /示范路|subject|unitId|Biobank/)
  })

  test('a code nobody was given, and one of a paper not yet made, are equally absent', async () => {
    const planned = await t.issue('refusal')
    for (const code of ['AAAAA-AAAAA-AAAAA-AAAAA', planned.code, 'x', '1'.repeat(20)])
      assert.equal((await t.get(null, `/api/verify/${code}`)).statusCode, 404)
  })

  test('after its last day the permit no longer holds, and says since when', async () => {
    t.setClock('2027-05-03T23:59:00+08:00')
    assert.equal((await t.get(null, `/api/verify/${permit.code}`)).json().standing.holds, true)
    t.setClock('2027-05-04T00:01:00+08:00')
    const { standing } = (await t.get(null, `/api/verify/${permit.code}`)).json()
    assert.deepEqual([standing.holds, standing.words.zh], [false, '已过有效期'])
    t.setClock('2026-11-23T09:10:00+08:00')
  })

  test('a revoked paper says so with its reason', async () => {
    const paper = await t.issue('permit')
    await t.make()
    await t.house.db
      .transaction()
      .execute((tx) => revokePaper(tx, paper.id, '以欺骗手段取得', t.context()))
    const { standing } = (await t.get(null, `/api/verify/${paper.code}`)).json()
    assert.deepEqual([standing.holds, standing.since], [false, '2026-11-23'])
    assert.match(standing.words.zh, /已撤销。以欺骗手段取得/)
  })

  test('one address asking too often is told to wait', async () => {
    t.setClock('2026-11-23T09:20:00+08:00')
    const codes = []
    for (let n = 0; n < 62; n++) codes.push((await t.get(null, '/api/verify/x')).statusCode)
    assert.deepEqual([codes[59], codes[60]], [404, 429])
    t.setClock('2026-11-23T09:22:00+08:00')
    assert.equal((await t.get(null, `/api/verify/${permit.code}`)).statusCode, 200)
  })
})

describe('when making fails', () => {
  test('a missing character is shown with its remedy; after the font is added the paper is made', async () => {
    const { applicant } = sampleFacts.refusal
    const paper = await t.issue('refusal', { applicant: { ...applicant, name: '北京𪚥研究所' } })
    await t.make()
    const page = (await t.get('window', `/api/papers/${paper.id}`)).json()
    assert.equal(page.status, 'failed')
    assert.match(page.trouble, /“𪚥”（U\+2A6A5/)
    assert.equal((await t.get('own', `/api/papers/${paper.id}`)).json().trouble, null)
    const told = await t.house.db
      .selectFrom('notice')
      .select('account_id')
      .where('kind', '=', 'papers.failed')
      .execute()
    assert.deepEqual(told, [{ account_id: t.people.window }])
    const retry = (who: 'own' | 'window', version: number) =>
      t.as(t.people[who]).post(`/api/papers/${paper.id}/retry`, { version })
    assert.equal((await retry('own', page.version)).statusCode, 403)
    assert.equal((await retry('window', page.version - 1)).statusCode, 409)
    const fonts = path.join(t.house.config.dataDir, 'fonts')
    await writeFile(path.join(fonts, 'added.ttf'), tinyFont('Added', '𪚥'))
    const reply = await retry('window', page.version)
    assert.equal(reply.statusCode, 200, reply.body)
    await t.make()
    assert.equal(await statusOf(paper.id), 'issued')
    assert.equal((await retry('window', page.version + 2)).statusCode, 422)
  })

  test('altered facts are never set', async () => {
    const paper = await t.issue('acceptance')
    await t.house.db
      .updateTable('paper')
      .set({ facts: JSON.stringify({ ...sampleFacts.acceptance, dueDay: '2030-01-01' }) })
      .where('id', '=', paper.id)
      .execute()
    await t.make()
    const row = await findPaper(t.house.db, paper.id)
    assert.equal(row?.status, 'failed')
    assert.match(row?.trouble ?? '', /被改动/)
  })

  test('a crash after the file was kept, and a job that runs again, still give one signed paper', async () => {
    const paper = await t.issue('nonAcceptance')
    const row = await findPaper(t.house.db, paper.id)
    // the server dies here: the file is on disk, no row speaks of it
    await keepPaper(t.house.config.dataDir, (await makeFile(t.house, row!)).pdf)
    await t.make()
    const once = await findPaper(t.house.db, paper.id)
    assert.equal(once?.status, 'issued')
    const run = { id: newId(), attempt: 2, last: true, signal: AbortSignal.timeout(10_000) }
    await makePaper.run(t.house, { unitId: t.unitId, paperId: paper.id }, run)
    const events = await t.house.db
      .selectFrom('audit_event')
      .select('act')
      .where('subject_id', '=', paper.id)
      .orderBy('id')
      .execute()
    assert.deepEqual(
      events.map((e) => e.act),
      ['paper.issue', 'paper.sign'],
    )
    assert.deepEqual(await findPaper(t.house.db, paper.id), once)
  })

  test('a file altered on disk is not handed out', async () => {
    const row = await findPaper(t.house.db, permit.id)
    const sha256 = row!.fileSha256!
    const file = path.join(t.house.config.dataDir, 'papers', sha256.slice(0, 2), `${sha256}.pdf`)
    const bytes = await readFile(file)
    await writeFile(file, Buffer.concat([bytes, Buffer.from('x')]))
    assert.equal((await t.get('own', `/api/papers/${permit.id}/file`)).statusCode, 500)
    await writeFile(file, bytes)
    assert.equal((await t.get('own', `/api/papers/${permit.id}/file`)).statusCode, 200)
  })
})

test('after all this the whole ledger stands, and every paper door is in the API document', async () => {
  await settleLedger(t.house)
  const vkey = await readFile(vkeyFile(t.house.config.dataDir), 'utf8')
  const folder = tileFolder(t.house.config.dataDir)
  const trusted = [verifierFrom(vkey.trim())]
  const report = await verifyLedger(t.house.db, { trusted, folder })
  assert.deepEqual(report.findings, [])
  assert.ok(report.businessRows >= 10)
  const { paths } = (await t.app.inject('/api/openapi.json')).json()
  for (const path of ['/api/papers', '/api/papers/{id}/file', '/api/verify/{code}'])
    assert.ok(paths[path]?.get, path)
})

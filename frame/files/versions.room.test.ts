import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '#frame/kernel/id.ts'
import { checkBusiness } from '#frame/ledger/check-business.ts'
import { Findings } from '#frame/ledger/findings.ts'
import { makeOffice } from './corpus/office.ts'
import { hostilePdfs, makePdf } from './corpus/pdf.ts'
import { uploadDesk, pdfOf, sha256, type Put, type UploadDesk } from './test-desk.ts'
import type { FileStand } from './test-room.ts'

let desk: UploadDesk
let stand: FileStand
before(async () => {
  desk = await uploadDesk()
  stand = desk.stand
})
after(() => stand.t.close())
const put: Put = (...given) => desk.put(...given)
const filesIn = (slot: string) => desk.filesIn(slot)

test('S2-160 a new file in a slot of one is a new version and the old one is kept', async () => {
  assert.equal((await put('one', '说明.pdf', pdfOf(10))).status, 200)
  const answer = await put('one', '说明.docx', makeOffice())
  assert.equal(answer.status, 200)
  const files = await filesIn('one')
  assert.deepEqual(
    files.map((f) => [f.version, f.current, f.name]),
    [
      [1, false, '说明.pdf'],
      [2, true, '说明.docx'],
    ],
  )
})

test('S2-160 a slot of several takes them side by side up to its number, and the same one once', async () => {
  const three = [pdfOf(1), pdfOf(2), pdfOf(3)]
  for (const [i, bytes] of three.entries())
    assert.equal((await put('many', `${i}.pdf`, bytes)).status, 200)
  assert.equal((await put('many', '0.pdf', three[0]!)).status, 200)
  const fourth = await put('many', '4.pdf', pdfOf(4))
  assert.equal(fourth.json.reasons[0]!.code, 'file-count')
  assert.deepEqual(
    (await filesIn('many')).map((f) => f.name),
    ['0.pdf', '1.pdf', '2.pdf'],
  )
})

test('a removed file leaves the list and makes room, and its older versions do not come back', async () => {
  const many = await filesIn('many')
  const removed = await stand.t.as(stand.operator).post(`/api/file-versions/${many[0]!.id}/remove`)
  assert.equal(removed.statusCode, 200)
  assert.equal((await filesIn('many')).length, 2)
  const current = (await filesIn('one')).find((f) => f.current)!
  await stand.t.as(stand.operator).post(`/api/file-versions/${current.id}/remove`)
  assert.deepEqual(await filesIn('one'), [])
  const again = await stand.t.as(stand.operator).post(`/api/file-versions/${current.id}/remove`)
  assert.equal(again.statusCode, 422)
})

const versionsOfOne = () =>
  stand.t.house.db.selectFrom('file_version').select('version').where('slot', '=', 'one').execute()

test('the same file brought twice at once is one version, and one of two is in force', async () => {
  const [bytes, other] = [pdfOf(5), pdfOf(6)]
  const earlier = (await versionsOfOne()).length
  const twice = await Promise.all([put('one', 'a.pdf', bytes), put('one', 'a.pdf', bytes)])
  assert.deepEqual(
    twice.map((a) => a.status),
    [200, 200],
  )
  assert.equal((await versionsOfOne()).length, earlier + 1)
  await Promise.all([put('one', 'b.pdf', other), put('one', 'c.pdf', other)])
  assert.equal((await versionsOfOne()).length, earlier + 3)
  assert.equal((await filesIn('one')).filter((f) => f.current).length, 1)
})

test('a paper this house issued may be brought back although it carries an attachment', async () => {
  const { db, clock } = stand.t.house
  const paper = makePdf({ objects: hostilePdfs.find((h) => h.what === 'an attachment')!.objects })
  assert.equal((await put('many', 'p.pdf', paper)).json.reasons[0]!.code, 'file-pdf-attachment')
  const row = { unit_id: stand.dossier.unitId, id: newId(), audit_event_id: newId() }
  const facts = {
    kind: 't',
    template: 1,
    subject_kind: 't',
    issuer: 't',
    title: 't',
    number: '1',
    recipient: 't',
    day: '2026-11-23',
    code: 't',
    facts: '{}',
    facts_sha256: 'a'.repeat(64),
  }
  await db
    .insertInto('paper')
    .values({ ...row, ...facts, subject_id: newId(), issued_at: clock.now() })
    .execute()
  await db
    .insertInto('paper_state')
    .values({ ...row, status: 'issued', file_sha256: sha256(paper), pages: 2 })
    .execute()
  assert.equal((await put('many', 'p.pdf', paper)).status, 200)
})

test('after all this, every version is as the ledger says', async () => {
  const findings = new Findings()
  const rows = await checkBusiness(stand.t.house.db, findings)
  assert.ok(rows > 5)
  const about = findings.list.filter((f) => f.zh.includes('file_version'))
  assert.deepEqual(about, [])
})

import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import * as fc from 'fast-check'
import { seed, sizes } from '#checks/sizes.ts'
import { newId } from '#frame/kernel/id.ts'
import { checkBusiness } from '#frame/ledger/check-business.ts'
import { Findings } from '#frame/ledger/findings.ts'
import { contentFolder, contentPath, incomingFolder } from './content-store.ts'
import { makeOffice } from './corpus/office.ts'
import { hostilePdfs, makePdf, onePage, stream } from './corpus/pdf.ts'
import { fileStand, type FileStand } from './test-room.ts'
import { cutOff, overSocket, uploadHeaders, type Answer } from './test-socket.ts'

let stand: FileStand
let base = ''
before(async () => {
  stand = await fileStand()
  base = await stand.t.app.listen({ port: 0, host: '127.0.0.1' })
})
after(() => stand.t.close())

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const pdfOf = (bytes: number) =>
  makePdf({ objects: onePage({ more: [stream(randomBytes(bytes).toString('latin1'))] }) })
const put = (
  slot: string,
  name: string,
  bytes: Buffer,
  more: { who?: string; chunked?: boolean; announced?: Buffer } = {},
) =>
  overSocket(base, 'PUT', stand.slot(slot), {
    headers: uploadHeaders(more.who ?? stand.operator, name, more.announced ?? bytes),
    body: bytes,
    chunked: more.chunked ?? false,
  })
const dataDir = () => stand.t.house.config.dataDir
const stored = async () =>
  (await readdir(contentFolder(dataDir()), { recursive: true }).catch(() => [])).filter((n) =>
    n.includes(path.sep),
  ).length
const incoming = async () => (await readdir(incomingFolder(dataDir())).catch(() => [])).length

interface Shown {
  slots: {
    code: string
    files: {
      id: string
      name: string
      version: number
      current: boolean
      href: string
      scan: string
    }[]
  }[]
}
async function filesIn(slot: string): Promise<Shown['slots'][number]['files']> {
  const shown = await stand.t.as(stand.operator).get(`/api/files/dossier/${stand.dossierId}`)
  assert.equal(shown.statusCode, 200)
  return shown.json<Shown>().slots.find((s) => s.code === slot)!.files
}

test('a file cut at any byte and sent again is one file with the right hash', async () => {
  const bytes = pdfOf(1_500_000)
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), async (cutAfter) => {
      const headers = uploadHeaders(stand.operator, '说明.pdf', bytes)
      await cutOff(base, stand.slot('one'), { headers, body: bytes }, cutAfter)
      const answer = await put('one', '说明.pdf', bytes)
      assert.equal(answer.status, 200)
    }),
    { numRuns: sizes.uploadCuts, seed },
  )
  const files = await filesIn('one')
  assert.equal(files.length, 1)
  assert.equal(files[0]!.version, 1)
  assert.equal(files[0]!.name, '说明.pdf')
  const kept = await readFile(contentPath(dataDir(), sha256(bytes)))
  assert.equal(sha256(kept), sha256(bytes))
  assert.equal(await incoming(), 0)
})

test('a download is an attachment with its Chinese name that no page may show', async () => {
  const file = (await filesIn('one'))[0]!
  const answer = await overSocket(base, 'GET', file.href, {
    headers: { 'x-test-account': stand.officer },
  })
  assert.equal(answer.status, 200)
  const { headers } = answer
  assert.equal(
    headers['content-disposition'],
    `attachment; filename="_.pdf"; filename*=UTF-8''${encodeURIComponent('说明.pdf')}`,
  )
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['content-security-policy'], "sandbox; default-src 'none'")
  assert.equal(headers['cache-control'], 'private, no-store')
  assert.equal(headers['content-type'], 'application/pdf')
  assert.equal(answer.body.length, Number(headers['content-length']))
})

test('a stranger gets the same answer for a file, its slots and an upload as for nothing at all', async () => {
  const file = (await filesIn('one'))[0]!
  const stranger = stand.t.as(stand.stranger)
  const looks = [
    await stranger.get(file.href),
    await stranger.get(`/api/files/dossier/${stand.dossierId}`),
  ]
  for (const look of looks) assert.equal(look.statusCode, 404)
  const answer = await put('one', 'a.pdf', makePdf({ objects: onePage() }), { who: stand.stranger })
  assert.equal(answer.status, 404)
  assert.equal((await stand.t.as(null).get(file.href)).statusCode, 401)
})

test('S2-160 a new file in a slot of one is a new version and the old one is kept', async () => {
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

const refusals: [string, string, () => Promise<Answer>][] = [
  ['S2-161 a file above the limit', 'file-size', () => put('one', 'a.pdf', pdfOf(2_200_000))],
  [
    'S2-161 a file above the limit whose length is not announced',
    'file-size',
    () => put('one', 'a.pdf', pdfOf(2_200_000), { chunked: true }),
  ],
  ['S2-170 a kind the slot does not take', 'file-kind', () => put('many', 'a.docx', makeOffice())],
  [
    'a name that does not fit the content',
    'file-name',
    () => put('one', 'a.doc', makePdf({ objects: onePage() })),
  ],
  [
    'a wrong hash',
    'file-hash',
    () => put('one', 'a.pdf', pdfOf(10), { announced: Buffer.from('x') }),
  ],
  ['a hostile file', 'file-pdf-script', () => put('one', 'a.pdf', makePdf(hostilePdfs[0]!))],
  ['a file that is no kind', 'file-unknown-kind', () => put('one', 'a.pdf', Buffer.from('hello'))],
  ['an empty file', 'file-empty', () => put('one', 'a.pdf', Buffer.alloc(0))],
]
for (const [what, code, send] of refusals)
  test(`${what} is refused with a Chinese reason and nothing is left`, async () => {
    const [contents, versions] = [await stored(), (await filesIn('one')).length]
    const answer = await send()
    assert.equal(answer.status, 422)
    assert.match(String(answer.headers['content-type']), /problem\+json/)
    assert.equal(answer.json.reasons[0]!.code, code)
    assert.match(answer.json.reasons[0]!.message, /请/)
    assert.equal(await stored(), contents)
    assert.equal(await incoming(), 0)
    assert.equal((await filesIn('one')).length, versions)
  })

test('an upload without name or hash, or sent as JSON, says what is missing', async () => {
  const bytes = makePdf({ objects: onePage() })
  const whole = uploadHeaders(stand.operator, 'a.pdf', bytes)
  for (const [name, code] of [
    ['x-file-name', 'file-name-missing'],
    ['x-file-sha256', 'file-hash-missing'],
  ] as const) {
    const { [name]: _left, ...headers } = whole
    const answer = await overSocket(base, 'PUT', stand.slot('one'), { headers, body: bytes })
    assert.equal(answer.status, 400)
    assert.equal(answer.json.reasons[0]!.code, code)
  }
  const answer = await overSocket(base, 'PUT', stand.slot('one'), {
    headers: { ...whole, 'content-type': 'application/json' },
    body: Buffer.from('{}'),
  })
  assert.equal(answer.status, 400)
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

test('the room closes its slots: nothing is read, brought or removed then', async () => {
  const file = (await filesIn('many'))[0]!
  stand.dossier.open = false
  try {
    const brought = await put('many', 'b.pdf', pdfOf(1))
    assert.deepEqual([brought.status, brought.json.reasons[0]!.code], [422, 'closed'])
    const removed = await stand.t.as(stand.operator).post(`/api/file-versions/${file.id}/remove`)
    assert.equal(removed.statusCode, 422)
    const officer = await put('many', 'b.pdf', pdfOf(1), { who: stand.officer })
    assert.equal(officer.json.reasons[0]!.code, 'reader')
  } finally {
    stand.dossier.open = true
  }
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

import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import * as fc from 'fast-check'
import { seed, sizes } from '#checks/sizes.ts'
import { contentFolder, contentPath, incomingFolder } from './content-store.ts'
import { makeOffice } from './corpus/office.ts'
import { hostilePdfs, makePdf, onePage } from './corpus/pdf.ts'
import { uploadDesk, pdfOf, sha256, type Put, type UploadDesk } from './test-desk.ts'
import type { FileStand } from './test-room.ts'
import { cutOff, overSocket, uploadHeaders, type Answer } from './test-socket.ts'

let desk: UploadDesk
let stand: FileStand
let base = ''
before(async () => {
  desk = await uploadDesk()
  ;({ stand, base } = desk)
})
after(() => stand.t.close())

const put: Put = (...given) => desk.put(...given)
const filesIn = (slot: string) => desk.filesIn(slot)
const dataDir = () => stand.t.house.config.dataDir
const stored = async () =>
  (await readdir(contentFolder(dataDir()), { recursive: true }).catch(() => [])).filter((n) =>
    n.includes(path.sep),
  ).length
const incoming = async () => (await readdir(incomingFolder(dataDir())).catch(() => [])).length

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

test('the room closes its slots: nothing is read, brought or removed then', async () => {
  assert.equal((await put('many', 'a.pdf', pdfOf(1))).status, 200)
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

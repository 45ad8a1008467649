import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import * as fc from 'fast-check'
import { seed, sizes } from '#checks/sizes.ts'
import { contentPath, incomingFolder } from './content-store.ts'
import { makePdf, onePage, stream } from './corpus/pdf.ts'
import { sweepFiles } from './sweep.ts'
import { fileStand, type FileStand } from './test-room.ts'
import { cutOff, overSocket, type Answer } from './test-socket.ts'

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

interface State {
  id: string
  partBytes: number
  parts: number
  have: number[]
  file: { id: string } | null
}

async function begin(bytes: Buffer, name = '大.pdf'): Promise<State> {
  const answer = await stand.t
    .as(stand.operator)
    .post(`${stand.slot('large')}/uploads`, { name, size: bytes.length, sha256: sha256(bytes) })
  assert.equal(answer.statusCode, 200)
  return answer.json<State>()
}

const headers = (who = stand.operator) => ({
  'x-test-account': who,
  'x-lianguan': '1',
  'content-type': 'application/octet-stream',
})
const partOf = (state: State, bytes: Buffer, n: number) =>
  bytes.subarray((n - 1) * state.partBytes, n * state.partBytes)
const sendPart = (state: State, n: number, body: Buffer, who?: string): Promise<Answer> =>
  overSocket(base, 'PUT', `/api/uploads/${state.id}/parts/${n}`, { headers: headers(who), body })
const finish = (state: State, who = stand.operator) =>
  stand.t.as(who).post(`/api/uploads/${state.id}/finish`)
const incoming = () => readdir(incomingFolder(stand.t.house.config.dataDir))

test('C-29 a large file in parts, each cut somewhere and sent again, arrives whole', async () => {
  const bytes = pdfOf(9_000_000)
  const state = await begin(bytes)
  assert.equal(state.parts, 3)
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 3 }),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      async (n, share) => {
        const body = partOf(state, bytes, n)
        const to = `/api/uploads/${state.id}/parts/${n}`
        await cutOff(base, to, { headers: headers(), body }, Math.floor(share * body.length))
        assert.equal((await sendPart(state, n, body)).status, 200)
      },
    ),
    { numRuns: Math.ceil(sizes.uploadCuts / 2), seed },
  )
  // a closed page begins again and learns what is there already
  const again = await begin(bytes)
  assert.equal(again.id, state.id)
  for (const n of [1, 2, 3])
    if (!again.have.includes(n)) await sendPart(state, n, partOf(state, bytes, n))
  const done = await finish(state)
  assert.equal(done.statusCode, 200)
  const kept = await readFile(contentPath(stand.t.house.config.dataDir, sha256(bytes)))
  assert.equal(sha256(kept), sha256(bytes))
  assert.deepEqual(await incoming(), [])
  // asked again, it is the same file
  const { file } = done.json<{ file: { id: string; version: number } }>()
  assert.deepEqual((await finish(state)).json<{ file: unknown }>().file, file)
  assert.equal((await begin(bytes)).file?.id, file.id)
  assert.equal(file.version, 1)
})

test('an unfinished upload names the parts that are missing', async () => {
  const bytes = pdfOf(5_000_000)
  const state = await begin(bytes)
  await sendPart(state, 2, partOf(state, bytes, 2))
  const early = await finish(state)
  assert.equal(early.statusCode, 409)
  assert.match(early.json<Answer['json']>().reasons[0]!.message, /还有 1 段没有收到（第 1 段）/)
})

test('a part of the wrong length or number is refused and changes nothing', async () => {
  const bytes = pdfOf(5_000_000)
  const state = await begin(bytes, '二.pdf')
  const short = await sendPart(state, 1, bytes.subarray(0, 10))
  assert.equal(short.json.reasons[0]!.code, 'part')
  const long = await sendPart(state, 2, bytes.subarray(0, state.partBytes))
  assert.equal(long.json.reasons[0]!.code, 'part')
  assert.equal((await sendPart(state, 3, Buffer.from('x'))).status, 404)
  assert.deepEqual((await begin(bytes, '二.pdf')).have, [])
})

test('parts that do not make the announced hash are thrown away', async () => {
  const [bytes, other] = [pdfOf(5_000_000), pdfOf(5_000_000)]
  const state = await begin(bytes, '三.pdf')
  for (const n of [1, 2])
    await sendPart(state, n, partOf(state, other, n).subarray(0, partOf(state, bytes, n).length))
  const done = await finish(state)
  assert.equal(done.json<Answer['json']>().reasons[0]!.code, 'file-hash')
  assert.deepEqual((await begin(bytes, '三.pdf')).have, [])
})

test('nobody but its sender may look at an upload, add to it, finish it or drop it', async () => {
  const bytes = pdfOf(5_000_000)
  const state = await begin(bytes, '四.pdf')
  for (const who of [stand.stranger, stand.officer]) {
    assert.equal((await sendPart(state, 1, partOf(state, bytes, 1), who)).status, 404)
    assert.equal((await finish(state, who)).statusCode, 404)
    assert.equal((await stand.t.as(who).delete(`/api/uploads/${state.id}`)).statusCode, 404)
  }
  assert.equal(
    (await stand.t.as(stand.operator).delete(`/api/uploads/${state.id}`)).statusCode,
    200,
  )
})

test('a file announced above the limit is refused before a byte is sent', async () => {
  const answer = await stand.t.as(stand.operator).post(`${stand.slot('large')}/uploads`, {
    name: 'a.pdf',
    size: 60_000_000,
    sha256: sha256(Buffer.from('x')),
  })
  assert.equal(answer.json<Answer['json']>().reasons[0]!.code, 'file-size')
})

test('the sweep takes what nobody owns and leaves what is under way or in use', async () => {
  const { house } = stand.t
  const { dataDir } = house.config
  const bytes = pdfOf(5_000_000)
  const state = await begin(bytes, '五.pdf')
  await sendPart(state, 1, partOf(state, bytes, 1))
  const stray = contentPath(dataDir, 'a'.repeat(64))
  await mkdir(path.dirname(stray), { recursive: true })
  await writeFile(stray, 'left behind')
  const used = await house.db.selectFrom('stored_file').select('sha256').executeTakeFirstOrThrow()
  const tomorrow = new Date(Date.now() + 25 * 3_600_000)
  await sweepFiles(house, new Date())
  assert.ok(await readFile(stray))
  await sweepFiles(house, tomorrow)
  await assert.rejects(readFile(stray))
  assert.ok(await readFile(contentPath(dataDir, used.sha256)))
  assert.ok((await incoming()).includes(`parts-${state.id}`))
  stand.t.setClock('2026-12-20T09:00:00+08:00')
  await sweepFiles(house, tomorrow)
  assert.deepEqual(await incoming(), [])
  assert.equal((await finish(state)).statusCode, 404)
})

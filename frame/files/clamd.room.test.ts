import assert from 'node:assert/strict'
import { access } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { createHash } from 'node:crypto'
import { clamdAddress, clamdScan, clamdSignaturesAt } from './clamd.ts'
import { contentPath } from './content-store.ts'
import { makePdf, onePage, stream } from './corpus/pdf.ts'
import { rescanFiles } from './rescan.ts'
import {
  clamdMissing,
  infectedText,
  signatureName,
  startClamd,
  type TestClamd,
} from './test-clamd.ts'
import { fileStand, type FileStand } from './test-room.ts'
import { uploadHeaders } from './test-socket.ts'

let clamd: TestClamd
let stand: FileStand
const now = new Date('2026-11-23T09:00:00+08:00')
before(async () => {
  if (clamdMissing) return
  clamd = await startClamd(() => now)
  stand = await fileStand({ config: { clamd: clamd.address } })
})
after(async () => {
  await stand?.t.close()
  await clamd?.stop()
})

const pdf = (text: string) => makePdf({ objects: onePage({ text: `BT (${text}) Tj ET` }) })

async function bring(bytes: Buffer, name = 'a.pdf') {
  return stand.t
    .as(stand.operator)
    .put(stand.slot('one'), bytes, uploadHeaders(stand.operator, name, bytes))
}
interface Shown {
  scanner: { code: string; message: string } | null
  slots: { code: string; files: { id: string; current: boolean; scan: string; href: string }[] }[]
}
async function look() {
  const shown = (
    await stand.t.as(stand.officer).get(`/api/files/dossier/${stand.dossierId}`)
  ).json<Shown>()
  const file = shown.slots[0]!.files.find((f) => f.current)
  return { scanner: shown.scanner, file }
}
async function download(href: string): Promise<number> {
  return (await stand.t.as(stand.officer).get(href)).statusCode
}

const run = { skip: clamdMissing }

test('a clean file passes, is marked so and can be opened', run, async () => {
  clamd.mood = 'fresh'
  assert.equal((await bring(pdf('clean'))).statusCode, 200)
  const { scanner, file } = await look()
  assert.equal(scanner, null)
  assert.equal(file!.scan, 'clean')
  assert.equal(await download(file!.href), 200)
})

test(
  'an infected file is refused with the name of what was found and nothing is left',
  run,
  async () => {
    const bytes = pdf(infectedText)
    const answer = await bring(bytes)
    assert.equal(answer.statusCode, 422)
    const { reasons } = answer.json<{ reasons: { code: string; message: string }[] }>()
    assert.equal(reasons[0]!.code, 'file-infected')
    assert.match(reasons[0]!.message, new RegExp(signatureName.replace('.', '\\.')))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await assert.rejects(access(contentPath(stand.t.house.config.dataDir, sha256)))
  },
)

test('a file beyond what clamd looks into is not taken for clean', run, async () => {
  const padded = makePdf({ objects: onePage({ more: [stream('x'.repeat(1_200_000))] }) })
  const answer = await bring(padded)
  assert.equal(answer.statusCode, 422)
  assert.match(answer.json<{ detail: string }>().detail, /Limits\.Exceeded/)
})

for (const [mood, code] of [
  ['away', 'scanner-down'],
  ['stale', 'scanner-stale'],
  ['undated', 'scanner-stale'],
] as const)
  test(
    `a file waits while the scanner is ${mood}, the page says so, and it is scanned later`,
    run,
    async () => {
      clamd.mood = mood
      assert.equal((await bring(pdf(`waiting ${mood}`))).statusCode, 200)
      const waiting = await look()
      assert.equal(waiting.file!.scan, 'waiting')
      assert.equal(waiting.scanner!.code, code)
      assert.equal(await download(waiting.file!.href), 503)
      await rescanFiles(stand.t.house)
      assert.equal((await look()).file!.scan, 'waiting')
      clamd.mood = 'fresh'
      await rescanFiles(stand.t.house)
      const passed = await look()
      assert.equal(passed.file!.scan, 'clean')
      assert.equal(passed.scanner, null)
      assert.equal(await download(passed.file!.href), 200)
    },
  )

test(
  'what turns out infected later leaves the slot and the disk, and its bringer is told',
  run,
  async () => {
    clamd.mood = 'away'
    const bytes = pdf(`later ${infectedText}`)
    assert.equal((await bring(bytes, '坏.pdf')).statusCode, 200)
    const { file } = await look()
    clamd.mood = 'fresh'
    await rescanFiles(stand.t.house)
    assert.equal((await look()).file, undefined)
    assert.equal(await download(file!.href), 422)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await assert.rejects(access(contentPath(stand.t.house.config.dataDir, sha256)))
    const inbox = await stand.t.as(stand.operator).get('/api/inbox')
    assert.match(inbox.body, /坏\.pdf.*查出病毒/)
  },
)

test('an undated clamd, asked directly, still scans over the wire', run, async () => {
  clamd.mood = 'undated'
  assert.equal(await clamdSignaturesAt(clamdAddress(clamd.address)), null)
  assert.deepEqual(await clamdScan(clamdAddress(clamd.address), import.meta.filename), {
    clean: true,
  })
})

test(
  'files brought before there was a scanner are usable, marked, and scanned once there is one',
  run,
  async () => {
    clamd.mood = 'fresh'
    const { config } = stand.t.house
    config.clamd = null
    assert.equal((await bring(pdf('before'))).statusCode, 200)
    const early = await look()
    assert.equal(early.file!.scan, 'unscanned')
    assert.equal(await download(early.file!.href), 200)
    config.clamd = clamd.address
    await rescanFiles(stand.t.house)
    assert.equal((await look()).file!.scan, 'clean')
  },
)

test('a scanner switched off lets go of what waits for it', run, async () => {
  clamd.mood = 'away'
  assert.equal((await bring(pdf('released'))).statusCode, 200)
  stand.t.house.config.clamd = null
  await rescanFiles(stand.t.house)
  assert.equal((await look()).file!.scan, 'unscanned')
})

test('an address that is none is named', () => {
  assert.deepEqual(clamdAddress('127.0.0.1:3310'), { host: '127.0.0.1', port: 3310 })
  assert.deepEqual(clamdAddress('[::1]:3310'), { host: '::1', port: 3310 })
  assert.deepEqual(clamdAddress('/run/clamd.ctl'), { path: '/run/clamd.ctl' })
  assert.throws(() => clamdAddress('clamd'), /CLAMD/)
})

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { pdfOf, sha256, uploadDesk, type Put, type UploadDesk } from './test-desk.ts'
import type { FileStand } from './test-room.ts'

let desk: UploadDesk
let stand: FileStand
before(async () => {
  desk = await uploadDesk()
  stand = desk.stand
  await set('files.kept-versions', 3)
  await set('files.uploads-per-hour', 20)
  stand.t.setClock('2026-11-24T09:00:00+08:00')
})
after(() => stand.t.close())
const put: Put = (...given) => desk.put(...given)

/** Gives a setting another value from tomorrow on, as an administrator does. */
async function set(key: string, value: number) {
  await stand.t.house.db
    .insertInto('setting_value')
    .values({
      key,
      valid_from: '2026-11-24',
      n: 9,
      value: JSON.stringify(value),
      valid_to: null,
      source: '测试',
      ours: true,
      entered_at: stand.t.house.clock.now(),
    })
    .execute()
}

/** Begins an upload in parts. */
const begin = (name: string, bytes: Buffer) =>
  stand.t
    .as(stand.operator)
    .post(`${stand.slot('large')}/uploads`, { name, size: bytes.length, sha256: sha256(bytes) })

test('a place keeps so many earlier versions and no more', async () => {
  const versions = [1, 2, 3, 4].map(pdfOf)
  for (const bytes of versions) assert.equal((await put('one', '说明.pdf', bytes)).status, 200)
  const full = await put('one', '说明.pdf', pdfOf(5))
  assert.equal(full.status, 422)
  assert.deepEqual(
    full.json.reasons.map(({ code }) => code),
    ['file-versions'],
  )
  assert.match(full.json.reasons[0]!.message, /已保留 3 个旧版本.*系统管理员调高/)
  const again = await put('one', '说明.pdf', versions[3]!)
  assert.equal(again.status, 200, 'a lost answer is asked for again: no new version')
  const files = await desk.filesIn('one')
  assert.deepEqual([files.length, files.find((f) => f.current)?.version], [4, 4])
})

test('what was removed counts like what was replaced', async () => {
  for (let i = 0; i < 3; i += 1) {
    assert.equal((await put('many', `${i}.pdf`, pdfOf(10 + i))).status, 200)
    const [standing] = await desk.filesIn('many')
    const gone = await stand.t.as(stand.operator).post(`/api/file-versions/${standing!.id}/remove`)
    assert.equal(gone.statusCode, 200, gone.body)
  }
  const full = await put('many', '4.pdf', pdfOf(14))
  assert.equal(full.json.reasons[0]!.code, 'file-versions')
})

test('the limit holds under the lock too, when two replace the same file at once', async () => {
  for (let i = 0; i < 3; i += 1) await put('large', 'x.pdf', pdfOf(20 + i))
  const both = await Promise.all([
    put('large', 'x.pdf', pdfOf(30)),
    put('large', 'x.pdf', pdfOf(31)),
  ])
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 422],
  )
})

test('a person sends so many files an hour and no more, whole or in parts', async () => {
  const { t } = stand
  await t.house.db.deleteFrom('file_version').where('slot', '=', 'large').execute()
  t.setClock('2026-11-24T11:00:00+08:00')
  for (let i = 0; i < 19; i += 1) {
    const refused = await put('large', '说明.pdf', pdfOf(50), { announced: pdfOf(51) })
    assert.equal(refused.status, 422, 'also what is refused was read')
  }
  const begun = pdfOf(40)
  assert.equal((await begin('in-parts.pdf', begun)).statusCode, 200)
  t.setClock('2026-11-24T11:00:01+08:00')
  const full = await begin('another.pdf', pdfOf(60))
  assert.equal(full.statusCode, 429, full.body)
  assert.match(full.json().detail, /每人每小时最多上传20个文件/)
  const wait = Number(full.headers['retry-after'])
  assert.ok(wait > 170 && wait <= 180, `one file every three minutes, not ${wait} s`)
  assert.equal((await put('large', 'b.pdf', pdfOf(70))).status, 429)
  assert.equal((await begin('in-parts.pdf', begun)).statusCode, 200, 'one that was begun goes on')
  const kept = await t.house.db.selectFrom('upload').select('name').execute()
  assert.deepEqual(
    kept.map(({ name }) => name),
    ['in-parts.pdf'],
  )
  t.setClock('2026-11-24T11:06:02+08:00')
  assert.equal((await begin('another.pdf', pdfOf(60))).statusCode, 200)
})

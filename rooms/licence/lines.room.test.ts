import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readSheet } from 'read-excel-file/node'
import { licenceStand, type LicenceStand } from '#checks/samples/licence-stand.ts'
import { serumForm, serumLine } from '#checks/samples/licence-facts.ts'
import { inspect } from '#frame/files/inspect.ts'
import { walkZip } from '#frame/files/zip-walk.ts'
import { itemLine, lineColumns, packUnits, type ItemLine } from './item-lines.ts'
import { applyEdit, editBetween } from './line-edit.ts'
import { lineFindings } from './line-findings.ts'

let s: LicenceStand
before(async () => void (s = await licenceStand()))
after(() => s.close())

async function template(): Promise<Buffer> {
  const answer = await s.t.as(s.people.operator).get('/api/licence-lines-template.xlsx')
  assert.equal(answer.statusCode, 200, answer.body)
  assert.match(String(answer.headers['content-disposition']), /%E9%99%84%E8%A1%A8/)
  return answer.rawPayload
}

test('S2-190 the template has titles in both languages, explanations and an example that is in order', async () => {
  const rows = (await readSheet(await template())).map((row) => row.map((c) => String(c ?? '')))
  assert.equal(rows.length, 4)
  const [zh, en, hints, shown] = rows as [string[], string[], string[], string[]]
  assert.deepEqual(
    zh.map((t) => t.replace('*', '')),
    lineColumns.map((c) => c.title.zh),
  )
  assert.deepEqual(
    en,
    lineColumns.map((c) => c.title.en),
  )
  assert.match(hints[0]!, /^说明：/)
  assert.match(shown[0]!, /^示例：/)
  const line = itemLine.parse({
    ...Object.fromEntries(lineColumns.map(({ name }, k) => [name, shown[k] ?? ''])),
    nameZh: shown[0]!.replace('示例：', ''),
    labelSays: '',
    quantity: Number(shown[lineColumns.findIndex((c) => c.name === 'quantity')]),
  })
  assert.deepEqual(lineFindings([line], 'blood'), [])
})

test('units are offered, what the label carries is chosen, in every row that may be filled', async () => {
  const parts = await walkZip(await template(), (name) => name.endsWith('sheet1.xml'))
  const xml = parts.find((p) => p.content !== null)!.content!.toString()
  const rules = [...xml.matchAll(/<dataValidation [^>]*>.*?<\/dataValidation>/g)].map(String)
  assert.equal(rules.length, 2)
  assert.match(rules[0]!, /showErrorMessage="1".*只有中文/)
  assert.match(rules[1]!, new RegExp(`showErrorMessage="0".*${packUnits.join(',')}`))
  // the rows below the four of the template's head
  assert.match(rules[1]!, /sqref="I5:I2004"/)
})

test('the template is a sheet that our own intake takes', async () => {
  const found = await inspect(await template())
  assert.ok(found.ok && found.kind === 'xlsx')
})

const line = (n: number): ItemLine => ({ ...serumLine, catalogueNo: `N-${n}`, batchNo: `B-${n}` })

test('the lists of a unit’s other applications can be copied, without their batches', async () => {
  const [from, to] = [await s.draft(serumForm, [line(1), line(2)]), await s.draft(null)]
  const path = `/api/licences/${to}/earlier-lists`
  const { lists } = (await s.t.as(s.people.colleague).get(path)).json<{
    lists: { id: string; count: number; articles: string }[]
  }>()
  assert.deepEqual(
    lists.map((one) => [one.id, one.count, one.articles]),
    [[from, 2, '人血清、人血清']],
  )
  const copied = await s.t.as(s.people.operator).get(`${path}/${from}`)
  assert.deepEqual(copied.json<{ lines: ItemLine[] }>().lines, [
    { ...line(1), batchNo: '' },
    { ...line(2), batchNo: '' },
  ])
})

test('another unit’s list is absent, also to an officer and also beside an own application', async () => {
  const [own, foreign] = [await s.draft(null), await s.draft(serumForm, [line(1)], 'stranger')]
  const status = async (who: 'operator' | 'stranger' | 'window', path: string) =>
    (await s.t.as(s.people[who]).get(`/api/licences/${path}`)).statusCode
  assert.equal(await status('operator', `${own}/earlier-lists/${foreign}`), 404)
  assert.equal(await status('operator', `${foreign}/earlier-lists`), 404)
  assert.equal(await status('stranger', `${own}/earlier-lists`), 404)
  assert.equal(await status('window', `${own}/earlier-lists`), 403)
  const both = await s.t.as(s.people.operator).get(`/api/licences/${own}/earlier-lists`)
  assert.ok(!both.body.includes(foreign))
})

test('of a long list only what changed is sent, and what a colleague changed is not overwritten', async () => {
  const old = [line(1), line(2), line(3)]
  const id = await s.draft(serumForm, old)
  const save = (who: 'operator' | 'colleague', lineEdit: unknown) =>
    s.t.as(s.people[who]).post(`/api/licences/${id}/save`, { lineEdit })
  const next = [line(1), { ...line(2), quantity: '十' }, line(3), line(4)]
  const edit = editBetween(old, next)!
  assert.equal((await save('operator', edit)).statusCode, 200)
  const { lines } = await s.see('operator', id)
  assert.deepEqual(lines, next)
  const late = await save('colleague', edit)
  assert.equal(late.statusCode, 422)
  assert.match(late.body, /lines-changed/)
  const shorter = editBetween(lines, lines.slice(0, 1))!
  assert.ok(applyEdit(lines, shorter).ok)
  assert.equal((await save('colleague', shorter)).statusCode, 200)
  assert.deepEqual((await s.see('operator', id)).lines, [line(1)])
})

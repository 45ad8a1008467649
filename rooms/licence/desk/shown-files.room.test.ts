import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { licenceStand, type LicenceStand, type Who } from '#checks/samples/licence-stand.ts'

let stand: LicenceStand
let id: string
before(async () => {
  stand = await licenceStand()
  id = await stand.draft()
  assert.equal((await stand.upload('operator', id, 'more')).statusCode < 500, true)
})
after(() => stand.close())

async function fileOf(kind: string) {
  const answer = await stand.t.as(stand.people.operator).get(`/api/files/licence/${id}`)
  const { slots } = answer.json<{ slots: { files: { href: string; kind: string }[] }[] }>()
  return slots.flatMap((s) => s.files).find((f) => f.kind === kind)
}
const page = (who: Who, href: string) => stand.t.as(stand.people[who]).get(`${href}/page`)

test('a PDF is read inside a page of ours, by whoever may download it; a Word file is a download', async () => {
  await stand.do('operator', id, 'submit')
  const word = await fileOf('docx')
  assert.ok(word)
  const refused = await page('first', word.href)
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /不能在页面中查看/)
  const pdf = await fileOf('pdf')
  assert.ok(pdf)
  const shown = await page('first', pdf.href)
  assert.equal(shown.statusCode, 200)
  assert.match(String(shown.headers['content-disposition']), /^inline; filename=/)
  assert.equal(shown.headers['content-type'], 'application/pdf')
  assert.equal(shown.headers['x-content-type-options'], 'nosniff')
  assert.match(
    String(shown.headers['content-security-policy']),
    /^default-src 'none'.*frame-ancestors 'self'$/,
  )
  for (const who of ['stranger', 'farFirst'] as const)
    assert.equal((await page(who, pdf.href)).statusCode, 404, who)
})

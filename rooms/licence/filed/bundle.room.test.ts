import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fromBufferPromise } from 'yauzl'
import {
  licenceStand,
  toGrant,
  type LicenceStand,
  type Who,
} from '#checks/samples/licence-stand.ts'
import { newId } from '#frame/kernel/id.ts'

let stand: LicenceStand
let id: string
before(async () => {
  stand = await licenceStand()
  id = await stand.draft()
  await stand.do('operator', id, 'submit')
  await stand.do('window', id, 'ask-correction', {
    items: [{ at: 'consignor', what: '请填写全称' }],
  })
  const seen = (await stand.see('operator', id)).form.consignor
  const changed = await stand.t.as(stand.people.operator).post(`/api/licences/${id}/save`, {
    changes: [{ name: 'consignor', seen, value: '<b>Northfield & Sons</b>' }],
  })
  assert.equal(changed.statusCode, 200, changed.body)
  await stand.do('operator', id, 'submit')
})
after(() => stand.close())

const get = (who: Who, path: string, of = id) =>
  stand.t.as(stand.people[who]).get(`/api/licences/${of}/${path}`)

/** What a bundle holds: text by path. */
async function bundle(who: Who): Promise<Map<string, Buffer>> {
  const answer = await get(who, 'bundle.zip')
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['content-type'], 'application/zip')
  const zip = await fromBufferPromise(answer.rawPayload, { lazyEntries: true })
  const files = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
    files.set(entry.fileName, Buffer.concat(chunks))
  }
  return files
}

test('exactly what was filed is printed, each filing as it was, for whoever may see the case', async () => {
  const filings = (await get('operator', 'filings')).json<{ filings: { n: number }[] }>().filings
  assert.deepEqual(
    filings.map((f) => f.n),
    [1, 2],
  )
  const value = async (n: number) => {
    const answer = await get('first', `filings/${n}`)
    const { fields } = answer.json<{ fields: { name: string; value: { zh: string } }[] }>()
    return fields.find((f) => f.name === 'consignor')?.value.zh
  }
  assert.equal(await value(1), 'Northfield Biobank Ltd.')
  assert.equal(await value(2), '<b>Northfield & Sons</b>')
  assert.equal((await get('operator', 'filings/3')).statusCode, 404)
  const { fields } = (await get('operator', 'filings/1')).json<{
    fields: { name: string; value: { zh: string } }[]
  }>()
  assert.equal(fields.find((f) => f.name === 'contractNo')?.value.zh, '***')
})

test('one file holds every filing, document and paper its reader may have, and an index', async () => {
  const files = await bundle('operator')
  const paths = [...files.keys()]
  for (const path of ['申请表/第1次提交.html', '申请表/第2次提交.json', '目录.html'])
    assert.ok(paths.includes(path), `${path} in ${paths.join()}`)
  assert.ok(paths.some((p) => p.startsWith('随附文件-') && p.endsWith('描述性文件.docx')))
  assert.ok(paths.every((p) => !p.includes('..') && !p.startsWith('/') && !p.includes('\\')))
  const html = files.get('申请表/第2次提交.html')!.toString()
  assert.ok(html.includes('&lt;b&gt;Northfield &amp; Sons&lt;/b&gt;') && !html.includes('<b>North'))
  const index = files.get('目录.html')!.toString()
  assert.match(index, /<code>[0-9a-f]{64}<\/code>/)
  assert.match(index, /正在制作/, 'a paper that is not made yet is named')
})

test('officers elsewhere, other units and the public get nothing, as if there were no such case', async () => {
  for (const path of ['filings', 'filings/1', 'bundle.zip'])
    for (const who of ['stranger', 'farFirst'] as const) {
      const [there, gone] = [await get(who, path), await get(who, path, newId())]
      assert.deepEqual([there.statusCode, gone.statusCode], [404, 404], `${who} ${path}`)
    }
  const draft = await stand.draft()
  assert.equal((await get('first', 'bundle.zip', draft)).statusCode, 404)
  assert.equal((await get('operator', 'bundle.zip', draft)).statusCode, 200)
})

test('what officers say among themselves is in no bundle of the applicant', async () => {
  await stand.do('window', id, 'accept')
  const said = { at: 'consignor', text: '内部：请核对发货人资质' }
  await stand.t.as(stand.people.first).post(`/api/licences/${id}/remarks`, said)
  await stand.do('first', id, 'propose', { ...toGrant, opinion: '内部：拟准予，材料属实' })
  for (const [path, bytes] of await bundle('operator'))
    assert.ok(!bytes.toString().includes('内部：'), path)
})

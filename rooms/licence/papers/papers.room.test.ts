import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { settingOn } from '#frame/catalogue/setting.ts'
import { newId } from '#frame/kernel/id.ts'
import { sha256Hex } from '#frame/papers/frozen.ts'
import { issuePaper, type PlannedPaper } from '#frame/papers/issue.ts'
import { customsIssuer } from '#frame/papers/issuer.ts'
import { papersAbout } from '#frame/papers/papers-about.ts'
import { onPdf, pixelsOf, textOf, withoutPoppler } from '#frame/papers/read-pdf.ts'
import { licencePapers } from './papers.ts'
import { sampleFacts } from './papers-samples.ts'
import { paperStand, type PaperStand, type Somebody } from './papers-stand.ts'

let t: PaperStand
let permit: PlannedPaper
before(async () => {
  t = await paperStand()
})
after(() => t.close())

const attached = (pdf: Buffer, name: string) =>
  onPdf(pdf, 'qpdf', `--show-attachment=${name}`, 'FILE')

describe('issuing', () => {
  test('numbers run without gaps, also when many are issued at once and one is rolled back', async () => {
    await Promise.all(Array.from({ length: 6 }, () => t.issue('extension')))
    const rolledBack = t.house.db.transaction().execute(async (tx) => {
      const facts = sampleFacts.extension
      const issuer = customsIssuer(settingOn('2026-11-23'))
      const request = {
        kind: licencePapers.extension,
        unitId: t.unitId,
        branchId: t.branchId,
        subjectId: newId(),
        issuer,
        facts,
      }
      await issuePaper(tx, request, t.context())
      throw new Error('rolled back')
    })
    await assert.rejects(rolledBack, /rolled back/)
    const last = await t.issue('extension')
    assert.equal(last.number, '京关特延〔2026〕7号')
    const rows = await t.house.db.selectFrom('paper').select('number').execute()
    assert.equal(new Set(rows.map((r) => r.number)).size, 7)
  })

  test('facts that do not fit the kind stop the act', async () => {
    await assert.rejects(t.issue('acceptance', { dueDay: 'soon' }), /dueDay/)
  })

  test(
    'S2-040 the permit is set, signed and handed out as an attachment with its Chinese name',
    { skip: withoutPoppler },
    async () => {
      permit = await t.issue('permit')
      const early = await t.get('own', `/api/papers/${permit.id}/file`)
      assert.equal(early.statusCode, 503)
      assert.match(early.body, /正在生成/)
      await t.make()
      const reply = await t.get('own', `/api/papers/${permit.id}/file`)
      assert.equal(reply.statusCode, 200, reply.body.slice(0, 300))
      assert.equal(reply.headers['content-type'], 'application/pdf')
      assert.match(
        String(reply.headers['content-disposition']),
        /^attachment; filename="[ -~]+"; filename\*=UTF-8''%E5%85%A5%E5%A2%83/,
      )
      const pdf = reply.rawPayload
      assert.match(onPdf(pdf, 'pdfsig', 'FILE'), /Signature is Valid[\s\S]*/)
      assert.match(onPdf(pdf, 'qpdf', '--check', 'FILE'), /No syntax or stream encoding errors/)
      const text = textOf(pdf).replaceAll(/\s/g, '')
      for (const part of ['京关特许入〔2026〕1号', '人血清', '中华人民共和国北京海关', '样章'])
        assert.ok(text.includes(part), part)
      const page = pixelsOf(pdf, 1, 60)
      let dark = 0
      for (let y = 0; y < page.height; y++)
        for (let x = 0; x < page.width; x++) if (page.at(x, y) < 128) dark += 1
      assert.ok(dark > page.width * page.height * 0.02, 'the page is nearly empty')
    },
  )

  test(
    'the file proves itself offline: facts and signed file stand in the ledger',
    { skip: withoutPoppler },
    async () => {
      const pdf = (await t.get('own', `/api/papers/${permit.id}/file`)).rawPayload
      const facts = attached(pdf, 'facts.json')
      const issued = await t.proven(attached(pdf, 'facts.tlog-proof'))
      assert.equal(issued.act, 'paper.issue')
      assert.equal(issued.body['factsSha256'], sha256Hex(facts))
      assert.equal(JSON.parse(facts).number, permit.number)
      const sidecar = await t.get(null, `/api/verify/${permit.code}/proof`)
      assert.match(String(sidecar.headers['content-disposition']), /\.tlog-proof"$/)
      const signed = await t.proven(sidecar.body)
      assert.equal(signed.act, 'paper.sign')
      assert.equal(signed.body['fileSha256'], sha256Hex(pdf))
    },
  )
})

describe('who sees a paper', () => {
  const expected: [Somebody | null, number][] = [
    [null, 401],
    ['own', 200],
    ['window', 200],
    ['port', 200],
    ['other', 404],
    ['elsewhere', 404],
    ['admin', 403],
  ]
  for (const [who, status] of expected)
    test(`${who ?? 'the public'} gets ${status} for page and file alike`, async () => {
      assert.equal((await t.get(who, `/api/papers/${permit.id}`)).statusCode, status)
      assert.equal((await t.get(who, `/api/papers/${permit.id}/file`)).statusCode, status)
    })

  test('the register never shows or counts what a single look refuses', async () => {
    for (const who of ['own', 'other', 'window', 'elsewhere', 'port'] as const) {
      const list = (await t.get(who, '/api/papers?size=200')).json()
      assert.equal(list.total, list.rows.length)
      const all = await t.house.db.selectFrom('paper').select('id').execute()
      for (const { id } of all) {
        const single = (await t.get(who, `/api/papers/${id}`)).statusCode === 200
        assert.equal(
          list.rows.some((r: { id: string }) => r.id === id),
          single,
          `${who} ${id}`,
        )
      }
    }
  })

  test('the register is searched by number and recipient, filtered by kind, status and days', async () => {
    const numbers = async (query: string) =>
      (await t.get('window', `/api/papers?${query}`))
        .json()
        .rows.map((r: { number: string }) => r.number)
    assert.deepEqual(await numbers(`q=${encodeURIComponent('许入〔2026〕1号')}`), [permit.number])
    assert.deepEqual(await numbers('kind=licence.permit&status=issued'), [permit.number])
    assert.equal((await numbers('day=2026-11-24,')).length, 0)
    assert.equal((await numbers('day=,2026-11-23&kind=licence.extension')).length, 7)
    assert.equal((await numbers(`q=${encodeURIComponent('示范医科')}`)).length, 8)
    assert.equal((await numbers('q=%25')).length, 0)
    assert.equal((await t.get('window', '/api/papers?day=yesterday')).statusCode, 400)
  })

  test('a case page lists the papers about it', async () => {
    const subjectId = newId()
    await t.issue('acceptance', {}, subjectId)
    const about = { unitId: t.unitId, subject: { kind: 'licence', id: subjectId } }
    const [one, ...more] = await papersAbout(t.house.db, about)
    assert.deepEqual(
      [one?.kind, one?.title, one?.status],
      ['licence.acceptance', '受理凭证', 'planned'],
    )
    assert.equal(more.length, 0)
  })
})

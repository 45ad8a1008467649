import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import * as fc from 'fast-check'
import { decodeQR } from 'qr/decode.js'
import { seed, sizes } from '#checks/sizes.ts'
import { withoutPoppler, wordsOf } from '#frame/papers/read-pdf.ts'
import { openRenderer, type Renderer } from '#frame/papers/render.ts'
import { bodyOverSeal, sampleFace, scanOf, setSample } from '#frame/papers/set-sample.ts'
import { licencePapers } from './papers.ts'
import { longName, manyRows, sampleFacts } from './papers-samples.ts'

type Name = keyof typeof sampleFacts
const names = Object.keys(sampleFacts) as Name[]

let folder = ''
let renderer: Renderer

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lianguan-papers-'))
  renderer = openRenderer(path.join(folder, 'fonts'))
})
after(async () => {
  await renderer.stop()
  await rm(folder, { recursive: true, force: true })
})

const sentence =
  '菌株来源国近期有新型耐药株报告，编号 NB-TRP-1，需由专家评估其耐药谱和废弃物处置方案。'
const lines = (count: number) => Array.from({ length: count }, () => sentence)

/** Facts with so many lines of free text in the middle, and so many in the last paragraph. */
function grown(name: Name, middle: number, end: number) {
  const facts = sampleFacts[name]
  const text = lines(middle).join('\n')
  const last = lines(end).join('')
  const items = sampleFacts.correction.items
  const changes: { [K in Name]: Partial<(typeof sampleFacts)[K]> } = {
    acceptance: { materials: lines(middle), contact: last },
    correction: { items: [...items, { place: '说明', problem: text, demand: '' }], contact: last },
    nonAcceptance: { reasons: [text], remedies: last },
    refusal: { findings: lines(middle), remedies: last },
    specialStep: { cause: text, contact: last },
    extension: { cause: text, contact: last },
    permit: { ...manyRows(middle), conditions: lines(end) },
  }
  return { ...facts, ...changes[name] }
}

describe('the end of a paper', { skip: withoutPoppler }, () => {
  test('issuer, date and seal never stand on a page without text, however long the text is', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 12 }),
        async (name, middle, end) => {
          const { pdf, pages, seal } = await setSample(
            renderer,
            licencePapers[name],
            grown(name, middle, end),
          )
          assert.equal(seal?.page, pages)
          assert.ok(seal.y + seal.size < 842 - 70, 'the seal hangs over the edge')
          assert.ok(bodyOverSeal(wordsOf(pdf), seal, name === 'permit').length > 0)
        },
      ),
      { numRuns: Math.ceil(sizes.properties / 4), seed },
    )
  })

  test('a paper of ordinary length is one page', async () => {
    const [row] = sampleFacts.permit.rows
    const ordinary = {
      ...sampleFacts,
      // of the ordinary ones only the refusal may need two pages: it carries facts, reasons and remedies
      refusal: { ...sampleFacts.refusal, findings: ['不符。'], reasons: ['不符。'] },
      permit: { ...sampleFacts.permit, rows: [row, row] },
      correction: { ...sampleFacts.correction, items: sampleFacts.correction.items.slice(0, 2) },
    }
    for (const name of names) {
      const { pages } = await setSample(renderer, licencePapers[name], ordinary[name])
      assert.equal(pages, 1, name)
    }
  })

  test('no paragraph ends with a line of one character', async () => {
    const items = Array.from({ length: 30 }, (_, i) => ({
      place: '检测报告',
      problem: `${'检测报告缺少供体传染病筛查结果'.repeat(4).slice(0, 26 + i)}。`,
      demand: '',
    }))
    const facts = { ...sampleFacts.correction, items }
    const { pdf } = await setSample(renderer, licencePapers.correction, facts)
    const alone = wordsOf(pdf).filter(({ text }) => /^.。$/.test(text))
    assert.deepEqual(alone, [])
  })

  test('its QR code, as a scanner sees it, leads to the page that checks this paper', async () => {
    const applicant = { ...sampleFacts.refusal.applicant, name: longName }
    for (const name of names)
      for (const facts of [sampleFacts[name], { ...grown(name, 30, 3), applicant }]) {
        const { pdf, pages } = await setSample(renderer, licencePapers[name], facts)
        const told = decodeQR(scanOf(pdf, pages, 100), { timeLimit: 10_000, effort: 8 })
        assert.equal(told, `${sampleFace.publicUrl}/verify/${sampleFace.code}`, name)
      }
  })
})

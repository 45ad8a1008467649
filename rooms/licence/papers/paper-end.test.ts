import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import * as fc from 'fast-check'
import { decodeQR } from 'qr/decode.js'
import { seed, sizes } from '#checks/sizes.ts'
import { settingOn } from '#frame/catalogue/setting.ts'
import { withoutPoppler, wordsOf, type Word } from '#frame/papers/read-pdf.ts'
import { openRenderer, type Renderer } from '#frame/papers/render.ts'
import { bodyOverSeal, sampleFace, scanOf, setSample } from '#frame/papers/set-sample.ts'
import { demoCases } from '#tools/demo/cases.ts'
import { remedies } from './legal-texts.ts'
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

/** The words of a page joined as they stand on a line. */
function linesOf(words: readonly Word[]): string[] {
  const lines = new Map<string, string>()
  for (const { page, text, box } of words) {
    const at = `${page} ${Math.round(box.y0)}`
    lines.set(at, (lines.get(at) ?? '') + text)
  }
  return [...lines.values()]
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
      permit: { ...sampleFacts.permit, rows: [row, row] },
      correction: { ...sampleFacts.correction, items: sampleFacts.correction.items.slice(0, 2) },
    }
    for (const name of names) {
      const { pages } = await setSample(renderer, licencePapers[name], ordinary[name])
      assert.equal(pages, 1, name)
    }
  })

  test('S2-039 the refusal of the demonstration is one page, and one of four such texts is two', async () => {
    const said = demoCases.flatMap((c) => c.steps).find((step) => step.act === 'refuse')
    assert.ok(said)
    const refusal = (times: number) => ({
      ...sampleFacts.refusal,
      findings: [said.facts.repeat(times)],
      reasons: [said.reasons.repeat(times)],
      // as the page proposes it
      basis: [
        '《中华人民共和国行政许可法》第三十八条第二款；《出入境特殊物品卫生检疫管理规定》第八条、第十三条',
      ],
      remedies: remedies(settingOn(sampleFace.day)),
    })
    const one = await setSample(renderer, licencePapers.refusal, refusal(1))
    assert.equal(one.pages, 1)
    const lines = wordsOf(one.pdf).filter(({ text }) => text.includes('不予行政许可'))
    // 3号: what was set closer is still in the standard's own size
    assert.ok(
      lines.some(({ box }) => Math.abs(box.y1 - box.y0 - 16) < 1),
      JSON.stringify(lines),
    )
    const two = await setSample(renderer, licencePapers.refusal, refusal(4))
    assert.equal(two.pages, 2)
    const over = bodyOverSeal(wordsOf(two.pdf), two.seal!, false)
    assert.match(over.map(({ text }) => text).join(''), /行政诉讼/)
  })

  test('a number stays with its unit on one line', async () => {
    const days = Array.from(
      { length: 12 },
      (_, i) => `${'检'.repeat(i)}自2026年11月10日起20个工作日内`,
    )
    const facts = { ...sampleFacts.extension, cause: days.join('，') }
    const { pdf } = await setSample(renderer, licencePapers.extension, facts)
    const ends = linesOf(wordsOf(pdf)).filter((line) => /[0-9]$/.test(line))
    // the address beside the QR code is no sentence
    assert.deepEqual(
      ends.filter((line) => /\p{Script=Han}/u.test(line)),
      [],
    )
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

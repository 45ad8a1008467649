import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { PaperKind } from '#frame/papers/kind.ts'
import {
  pixelsOf,
  textOf,
  withoutPoppler,
  wordsOf,
  type Pixels,
  type Word,
} from '#frame/papers/read-pdf.ts'
import { openRenderer, type Renderer } from '#frame/papers/render.ts'
import { sampleFace, setSample } from '#frame/papers/set-sample.ts'
import { licencePapers, validity } from './papers.ts'
import { longName, manyRows, sampleFacts } from './papers-samples.ts'

const skip = withoutPoppler
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

const set = (kind: PaperKind, facts: unknown, sample = true) =>
  setSample(renderer, kind, facts, sample)

const squeeze = (text: string) => text.replaceAll(/[\s\u200b]/g, '')
const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []

describe('papers of an application', { skip }, () => {
  for (const [name, kind] of Object.entries(licencePapers)) {
    const facts = sampleFacts[name as keyof typeof sampleFacts]
    test(`${kind.title.zh} prints every fact it was given, its number, date, issuer and code`, async () => {
      assert.deepEqual(kind.facts.parse(facts), facts)
      const { pdf, seal } = await set(kind, facts)
      const text = squeeze(textOf(pdf))
      const days = /^\d{4}-\d{2}-\d{2}$/
      const codes = ['entry', 'exit']
      // the address of the applicant stands on the permit only, days are printed in words
      for (const fact of textsIn(facts).filter((t) => !days.test(t) && !codes.includes(t)))
        if (
          name === 'permit' ||
          (fact !== sampleFacts.permit.applicant.address && !absentFrom(name).includes(fact))
        )
          assert.ok(text.includes(squeeze(fact)), `${fact} is missing`)
      for (const part of [
        sampleFace.issuer,
        '〔2026〕1号',
        '2026年11月3日',
        sampleFace.code,
        'lianguan.example.cn/verify',
        '样章',
      ])
        assert.ok(text.includes(part), part)
      assert.ok(seal, 'no place for the seal')
    })
  }

  test('S2-033 the correction notice numbers all items and says that these are all', async () => {
    const { pdf } = await set(licencePapers.correction, sampleFacts.correction)
    const text = squeeze(textOf(pdf))
    for (const part of [
      '一、物品清单',
      '二、实验室',
      '三、用途',
      '以上共3项，为需要补正的全部内容',
      '2026年11月24日',
    ])
      assert.ok(text.includes(part), part)
  })

  test('S2-039 the refusal has facts, reasons, legal basis and remedies, in this order', async () => {
    const { pdf } = await set(licencePapers.refusal, sampleFacts.refusal)
    const text = squeeze(textOf(pdf))
    const places = ['一、查明的事实', '二、理由', '三、依据', '四、决定', '五、救济途径'].map((t) =>
      text.indexOf(t),
    )
    assert.ok(
      places.every((at, i) => at > (places[i - 1] ?? 0)),
      String(places),
    )
  })

  test('a permit of one article is one page, of sixty flows over pages with its head and number repeated', async () => {
    assert.equal((await set(licencePapers.permit, sampleFacts.permit)).pages, 1)
    const { pdf, pages, seal } = await set(licencePapers.permit, manyRows(60))
    assert.ok(pages > 3)
    assert.equal(seal?.page, pages)
    const words = wordsOf(pdf)
    for (let page = 2; page < pages; page++) {
      const here = words
        .filter((w) => w.page === page)
        .map((w) => w.text)
        .join('')
      assert.ok(here.includes('物品名称'), `page ${page} has no head`)
      assert.ok(here.includes('（续页）'), `page ${page} has no number`)
    }
    // the seal never stands alone
    assert.ok(words.some((w) => w.page === pages && w.text.includes('依据')))
  })

  test('nothing is printed into the margins, however long names and codes are', async () => {
    const facts = {
      ...sampleFacts.acceptance,
      applicant: { ...sampleFacts.acceptance.applicant, name: longName },
    }
    const papers = [
      await set(licencePapers.acceptance, facts),
      await set(licencePapers.permit, {
        ...manyRows(6),
        consignor: 'A'.repeat(100),
        useAddress: '路'.repeat(150),
      }),
    ]
    for (const { pdf } of papers)
      for (const word of wordsOf(pdf))
        assert.ok(word.box.x0 > 59 && word.box.x1 < 596 - 56, JSON.stringify(word))
  })

  test('without the demonstration certificate nothing says 样章', async () => {
    const { pdf } = await set(licencePapers.acceptance, sampleFacts.acceptance, false)
    assert.ok(!textOf(pdf).includes('样'))
  })

  test('every character is drawn, also rare ones: no empty places and no boxes', async () => {
    const rare = '㐂堃鑫䶮𬭎𫟼喆犇淼镕囧彧'
    const items = [
      {
        place: '字形',
        problem: `字 ${Array.from(rare).join(' ')} 。`,
        demand: 'α β ℃ μl × ≥ 10⁶ ⅔',
      },
    ]
    // the pale red of 样章 would count as no ink
    const facts = { ...sampleFacts.correction, items }
    const { pdf } = await set(licencePapers.correction, facts, false)
    const page = pixelsOf(pdf, 1, 200)
    const drawn = wordsOf(pdf).filter((w) => w.page === 1)
    for (const word of drawn) assert.ok(inkOf(page, word) > 0.01, `${word.text} is blank`)
    const shapes = drawn.filter((w) => rare.includes(w.text)).map((w) => shapeOf(page, w))
    assert.equal(shapes.length, Array.from(rare).length)
    // a box for missing glyphs would look the same every time
    assert.equal(new Set(shapes).size, shapes.length)
  })

  test('the permit holds from its first to its last day, both included', () => {
    const term = { validFrom: '2026-11-30', validTo: '2027-02-28' }
    const days = ['2026-11-29', '2026-11-30', '2027-02-28', '2027-03-01']
    assert.deepEqual(
      days.map((d) => validity(term, d).holds),
      [false, true, true, false],
    )
  })
})

/** Facts a paper is given for its public page only. */
function absentFrom(name: string): string[] {
  if (name === 'acceptance' || name === 'refusal') return []
  return [sampleFacts.acceptance.applicant.code, '统一社会信用代码']
}

function* pixelsIn(page: Pixels, { box }: Word) {
  const scale = 200 / 72
  for (let y = Math.floor(box.y0 * scale); y < box.y1 * scale; y++)
    for (let x = Math.floor(box.x0 * scale); x < box.x1 * scale; x++) yield page.at(x, y) < 128
}

function inkOf(page: Pixels, word: Word): number {
  const dots = [...pixelsIn(page, word)]
  return dots.filter(Boolean).length / dots.length
}

function shapeOf(page: Pixels, word: Word): string {
  return [...pixelsIn(page, word)].map(Number).join('')
}

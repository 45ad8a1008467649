import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { z } from 'zod'
import { textOf, withoutPoppler, wordsOf } from '#frame/papers/read-pdf.ts'
import { openRenderer, type Renderer } from '#frame/papers/render.ts'
import { bodyOverSeal, setSample } from '#frame/papers/set-sample.ts'
import { windowPapers } from './papers.ts'

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

const titles = [
  '单位营业执照',
  '实验室生物安全登记证明',
  '特殊物品储存管理制度',
  '突发事件应急处置规程',
]

function factsOf(count: number, wanting: number): z.input<typeof windowPapers.receipt.facts> {
  const rows = Array.from({ length: count }, (_, i) => {
    const lacks = i < wanting
    return {
      title: titles[i % titles.length]!,
      outcome: lacks ? ('wanting' as const) : ('seen' as const),
      remark: lacks ? '复印件未加盖单位公章，请在每页加盖公章后再次交验。' : '',
    }
  })
  return {
    applicant: {
      name: '北京示范医科大学',
      codeName: '统一社会信用代码',
      code: '91110000802100433B',
    },
    matter: '单位登记',
    registrationNumber: '特登〔2026〕1号',
    branch: '中关村分支机构',
    day: '2026-11-26',
    rows,
    complete: wanting === 0,
    hours: '每周一、四 13:30—16:30',
  }
}

const set = (count: number, wanting: number) =>
  setSample(
    renderer,
    windowPapers.receipt,
    windowPapers.receipt.facts.parse(factsOf(count, wanting)),
  )

test(
  'S2-025 the receipt says what was shown, everything that is wanting with its reason, the outcome and what comes next',
  { skip: withoutPoppler },
  async () => {
    const lacking = textOf((await set(4, 2)).pdf).replaceAll(/[\s\u200b]/g, '')
    for (const part of [
      '单位登记材料交验回执',
      '2026年11月26日到中关村分支机构窗口交验单位登记',
      '1单位营业执照复印件未加盖单位公章',
      '原件已见，与存档一致：2项特殊物品储存管理制度；突发事件应急处置规程。',
      '需要补齐后再次交验',
      '缺或不符：2项，为需要补齐、更正的全部内容',
      '每周一、四13:30—16:30（法定节假日除外）',
    ])
      assert.ok(lacking.includes(part), part)
    const complete = textOf((await set(4, 0)).pdf).replaceAll(/[\s\u200b]/g, '')
    assert.ok(complete.includes('现场审核合格'))
    assert.ok(!complete.includes('再次交验'))
  },
)

test(
  'a receipt of any length has text above its seal, and one of an ordinary registration is a page',
  { skip: withoutPoppler },
  async () => {
    for (const count of [1, 8, 12, 16, 18, 20, 30, 44]) {
      const { pdf, pages, seal } = await set(count, Math.min(count, 3))
      assert.equal(seal?.page, pages)
      assert.ok(bodyOverSeal(wordsOf(pdf), seal, false).length > 0, `${count} rows`)
      if (count <= 16) assert.equal(pages, 1)
    }
  },
)

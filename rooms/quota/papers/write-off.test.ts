import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { withoutPoppler, wordsOf } from '#frame/papers/read-pdf.ts'
import { openRenderer, type Renderer } from '#frame/papers/render.ts'
import { bodyOverSeal, setSample } from '#frame/papers/set-sample.ts'
import { quotaPapers } from './papers.ts'

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

const row = {
  name: '重组胰蛋白酶',
  approved: '100 瓶',
  requested: '40 瓶',
  confirmed: '38 瓶',
  left: '62 瓶',
}

const factsOf = (count: number, remark: string) => ({
  applicant: {
    name: '北京示范医科大学',
    codeName: '统一社会信用代码',
    code: '91110000802100433B',
  },
  permitTitle: '入境特殊物品卫生检疫审批单',
  permitNumber: '京关特许入〔2026〕1号',
  requestNumber: '京关特许入〔2026〕1号-0001',
  port: '北京首都国际机场',
  confirmedDay: '2026-11-05',
  rows: Array.from({ length: count }, () => row),
  remark,
})

test(
  'a confirmation of ten rows is one page, and of any length the seal has text above it',
  { skip: withoutPoppler },
  async () => {
    for (const count of [1, 10, 12, 14, 16, 18, 20, 44, 46, 48, 50])
      for (const remark of ['', '两管破损，未入境。\n包装完好。']) {
        const facts = quotaPapers.writeOff.facts.parse(factsOf(count, remark))
        const { pdf, pages, seal } = await setSample(renderer, quotaPapers.writeOff, facts)
        assert.equal(seal?.page, pages)
        assert.ok(bodyOverSeal(wordsOf(pdf), seal, false).length > 0, `${count} rows`)
        if (count <= 10) assert.equal(pages, 1)
      }
  },
)

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { act, choose, enter, expectStatus, lookOver, openFromBench } from '../desk.ts'
import type { Walk } from '../walk.ts'
import { begin, fillArticle, fillRest, submit } from './fill-in.ts'
import { download, readAsPixels } from './permit-seen.ts'

/** The applicant chooses the pathogen by its abbreviation and a laboratory of level 2. */
async function file(page: Page): Promise<string> {
  await begin(page)
  await fillArticle(page, { class: '微生物', kind: '细菌', purpose: '科研', pathogens: true })
  await choose(page, '病原微生物名称和实验活动', '结核分枝杆菌', 'MTB')
  await page.getByText('第二类，需 BSL-3').waitFor()
  await choose(page, '使用的实验室', '微生物学实验室', '微生物')
  await lookOver(page)
  await fillRest(page, {
    trade: {
      consignor: 'Meridian Culture Collection',
      country: '法国',
      day: '2026-12-28',
      address: '北京市海淀区知新路 1 号医学楼 B315',
    },
    row: [
      '结核分枝杆菌参考菌株',
      'Mycobacterium tuberculosis reference strain',
      '2',
      '支',
      '冻干菌种，0.2 ml/支',
      '结核分枝杆菌冻干菌种',
      '耐药机制研究',
    ],
    says: ['结核分枝杆菌参考菌株，冻干。'],
    scans: [
      '省级以上卫生健康主管部门批准文件',
      '国内使用单位实验室生物安全等级说明',
      '科研项目立项书或者合作协议',
      '生物学特性说明（中英文对照）',
    ],
  })
  return submit(page)
}

/** A strain of class 2 for a laboratory of level 2: flagged, no grant can be proposed, refused with a paper. */
export async function refusal(walk: Walk): Promise<void> {
  const applicant = await enter(walk, '林知远')
  const number = await file(applicant)
  const window = await enter(walk, '周雨桐')
  await openFromBench(window, number)
  await act(window, '受理')

  const first = await enter(walk, '何建安')
  await openFromBench(first, number)
  const review = first.getByRole('region', { name: '审查要点' })
  await review.getByText(/须在 BSL-3 实验室进行；“微生物学实验室”为 BSL-2/).waitFor()
  await review.getByRole('button', { name: '前往' }).click()
  await lookOver(first)
  await first.getByRole('button', { name: '初审提出意见' }).click()
  const dialog = first.getByRole('dialog')
  await dialog.getByRole('radio', { name: '拟准予许可' }).check()
  await dialog.getByRole('textbox', { name: '初审意见' }).fill('材料齐全')
  await dialog.getByRole('button', { name: '初审提出意见' }).click()
  await dialog
    .getByRole('alert')
    .getByText(/与物品不相适应/)
    .waitFor()
  await lookOver(first)
  // what was typed is still there
  await dialog.getByRole('radio', { name: '拟不予许可' }).check()
  const opinion = dialog.getByRole('textbox', { name: '初审意见' })
  assert.equal(await opinion.inputValue(), '材料齐全')
  await opinion.fill('第二类病原微生物的活菌操作须在 BSL-3 实验室进行，拟不予许可')
  await dialog.getByRole('button', { name: '初审提出意见' }).click()
  await expectStatus(first, '待复核')

  const second = await enter(walk, '郑书宁')
  await openFromBench(second, number)
  assert.ok(await second.getByRole('button', { name: '准予许可', exact: true }).isDisabled())
  await act(second, '不予许可', async (asked) => {
    // what the system found stands there to be kept or changed
    assert.match(
      await asked.getByRole('textbox', { name: '查明的事实' }).inputValue(),
      /须在 BSL-3 实验室进行/,
    )
    await asked
      .getByRole('textbox', { name: '理由' })
      .fill('申请单位不具备与该物品相适应的生物安全控制能力。')
    await lookOver(second)
  })
  await expectStatus(second, '不予许可')
  await second.getByText('您现在没有要办的事').waitFor()
  await lookOver(second)

  await applicant.reload()
  await expectStatus(applicant, '不予许可')
  const paper = await download(applicant, /不予行政许可决定书/)
  readAsPixels(paper, ['不予行政许可决定书', '行政复议', '行政诉讼'])
  await lookOver(applicant)
}

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import {
  act,
  choose,
  enter,
  expectStatus,
  goTo,
  lookOver,
  openBeside,
  openFromBench,
  typeDay,
} from '../desk.ts'
import type { Walk } from '../walk.ts'

/** One case in two windows: what was decided in one is not decided again in the other. */
export async function staleWindow(walk: Walk): Promise<void> {
  const one = await enter(walk, '郑书宁')
  await openFromBench(one, 'TS2026-000006')
  const other = await openBeside(one)
  await other.getByRole('button', { name: '准予许可', exact: true }).click()
  await act(one, '复核退回初审', (dialog) =>
    dialog.getByRole('textbox', { name: '退回原因' }).fill('请补充供体筛查日期的核对'),
  )
  await expectStatus(one, '已受理（待初审）')

  const dialog = other.getByRole('dialog')
  await dialog.getByRole('button', { name: '准予许可', exact: true }).click()
  // the page behind may have heard of it already; then the state is what stands in the way
  const refused = dialog.getByRole('alert')
  await refused.getByText(/这件业务已被更新|现在的状态是“已受理（待初审）”/).waitFor()
  const fresh = dialog.getByRole('button', { name: '刷新这一页的内容' })
  if (await fresh.isVisible()) await fresh.click()
  await expectStatus(other, '已受理（待初审）')
  await dialog.getByRole('button', { name: '取消' }).click()
  await lookOver(other)
  await other.close()
}

/** A button pressed twice, as an impatient hand does, has one effect. */
export async function pressedTwice(walk: Walk): Promise<void> {
  const page = await enter(walk, '林知远')
  const count = async () => {
    await goTo(page, '核销')
    return page.getByText(/^共 \d+ 条$/).innerText()
  }
  assert.equal(await count(), '共 2 条')
  await goTo(page, '审批单与余额')
  await page.getByRole('link', { name: '京关特许入〔2026〕1号', exact: true }).click()
  // C 级 is written off in batches: after two requests there is room for a third
  await page.getByText('可分批核销').waitFor()
  await lookOver(page)
  await page.getByRole('link', { name: '申请核销' }).click()
  await choose(page, '口岸', '首都国际机场口岸')
  await typeDay(page, '计划日期', '2026-12-02')
  await page.getByLabel('运输方式').fill('航空运输')
  await page.getByRole('spinbutton', { name: '人血清白蛋白标准品 申请数量' }).fill('10')
  await page.getByRole('button', { name: '提交核销申请' }).dblclick()
  await expectStatus(page, '已申请（待口岸确认）')
  assert.equal(await count(), '共 3 条')
}

async function toTrade(page: Page): Promise<void> {
  await openFromBench(page, '尚未编号', '新建申请')
  await page.getByRole('button', { name: '收发货与口岸' }).click()
  await page.getByRole('heading', { name: '收发货与口岸' }).waitFor()
}

/** Two colleagues on one draft: nothing of either is lost, and a field both changed is asked about. */
export async function colleagues(walk: Walk): Promise<void> {
  const lin = await enter(walk, '林知远')
  await toTrade(lin)
  const cheng = await enter(walk, '程以宁')
  await toTrade(cheng)
  await lin.getByLabel('目的地').fill('北京市')
  await lin.getByLabel('生产厂家').fill('Lakeside Plasma Services')
  await lin.getByText(/已保存 \d\d:\d\d/).waitFor()

  await cheng.getByLabel('目的地').fill('天津市')
  const clash = cheng.getByRole('alert')
  await clash.getByText('目的地').waitFor()
  await clash.getByText('您填写的：天津市').waitFor()
  await clash.getByText('现在的（林知远填写）：北京市').waitFor()
  await lookOver(cheng)
  // what the colleague filled in elsewhere is here by itself
  assert.equal(await cheng.getByLabel('生产厂家').inputValue(), 'Lakeside Plasma Services')
  // typing on does not settle it: the colleague's value stands until one is chosen
  await cheng.getByLabel('收货人').fill('京华大学医学部')
  await cheng.getByText(/已保存 \d\d:\d\d/).waitFor()
  await lin.reload()
  await lin.getByRole('heading', { name: '收发货与口岸' }).waitFor()
  assert.equal(await lin.getByLabel('目的地').inputValue(), '北京市')
  assert.equal(await lin.getByLabel('收货人').inputValue(), '京华大学医学部')

  await clash.getByRole('button', { name: '用现在的' }).click()
  await clash.waitFor({ state: 'hidden' })
  assert.equal(await cheng.getByLabel('目的地').inputValue(), '北京市')
}

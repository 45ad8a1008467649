import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { act, enter, expectStatus, lookOver, openFromBench } from '../desk.ts'
import type { Walk } from '../walk.ts'

const unit = '漉水试剂贸易有限公司'

/** S2-024, S2-025, S2-129 booked, moved, seen with faults, mended, seen again. */
export async function bookedTwice(walk: Walk): Promise<void> {
  walk.setClock('2026-11-24T09:00:00+08:00')
  const member = await enter(walk, '董一帆')
  await openBooking(member)
  await member.getByText('您的预约').first().waitFor()
  await lookOver(member)
  await act(member, '取消预约')
  await member.getByText('可以预约，不预约也能办').waitFor()
  await lookOver(member)
  await member.getByRole('button', { name: /^预约 2026年11月26日 13:30/ }).click()
  await expectStatus(member, '已预约')
  await member.getByRole('button', { name: '改约', exact: true }).click()
  await member.getByRole('button', { name: /^预约 2026年11月26日 15:00/ }).click()
  await member.locator('.booked-time').getByText('15:00').waitFor()
  const coming = member.waitForEvent('download')
  await member.getByRole('link', { name: '加入日历' }).click()
  const calendar = await readFile(await (await coming).path(), 'utf8')
  assert.match(calendar, /DTSTART:20261126T070000Z/)
  await lookOver(member)

  walk.setClock('2026-11-26T15:12:00+08:00')
  const officer = await enter(walk, '周雨桐')
  await openFromBench(officer, unit)
  await officer.goto('/window')
  await officer.getByText('迟到 12 分钟').waitFor()
  await lookOver(officer)
  await officer.getByRole('button', { name: `接待：${unit}` }).click()
  await expectStatus(officer, '办理中')
  await firstFaulty(officer)
  await finish(officer, '退回补齐，出具回执')
  await expectStatus(officer, '未通过')
  await officer.getByRole('link', { name: '打印回执' }).waitFor()
  await lookOver(officer)

  await mend(walk, await enter(walk, '董一帆'))

  walk.setClock('2026-11-30T13:40:00+08:00')
  const again = await enter(walk, '周雨桐')
  await again.goto('/window')
  await again.getByRole('button', { name: `接待：${unit}` }).click()
  await expectStatus(again, '办理中')
  await allSeen(again)
  await finish(again, '审核合格，出具回执')
  await expectStatus(again, '已审核合格')
  await again.getByText('未通过').first().waitFor()
  const after = await enter(walk, '董一帆')
  await after.goto('/registration')
  await after.getByText('现场审核合格').first().waitFor()
}

async function openBooking(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^2026-11-\d\d \d\d:\d\d$/ }).click()
  await page.getByRole('heading', { level: 1, name: '窗口交验' }).waitFor()
}

/** By keys alone: the first row lacks its seal, the second something of its own, the rest is seen. */
async function firstFaulty(page: Page): Promise<void> {
  const rows = await page.locator('[data-row]').count()
  await page.locator('[data-row]:focus').waitFor()
  await page.keyboard.press('2')
  await page.getByLabel('缺什么、哪里不符').waitFor()
  await page.getByRole('button', { name: /复印件未加盖单位公章/ }).click()
  await page.getByLabel('缺什么、哪里不符').press('Enter')
  await page.locator('[data-row]:focus').waitFor()
  await page.keyboard.press('2')
  await page.locator('.row-remark textarea:focus').waitFor()
  await page.keyboard.type('副本缺最后一页，请补带完整的原件。')
  await page.keyboard.press('Enter')
  for (let n = 2; n < rows; n += 1) {
    await page.locator('[data-row]:focus').waitFor()
    await page.keyboard.press('1')
  }
  await page.getByText('正在保存').waitFor({ state: 'hidden' })
  await page.reload()
  await page.locator('[data-row]').first().waitFor()
  assert.equal(await page.locator('li[data-outcome="wanting"]').count(), 2, 'ticks are kept')
  assert.equal(await page.locator('li[data-outcome="seen"]').count(), rows - 2)
  await lookOver(page)
}

/** By keys again: everything seen. */
async function allSeen(page: Page): Promise<void> {
  const rows = await page.locator('[data-row]').count()
  for (let n = 0; n < rows; n += 1) {
    await page.locator('[data-row]:focus').waitFor()
    await page.keyboard.press('1')
  }
  await page.getByText('正在保存').waitFor({ state: 'hidden' })
  assert.equal(await page.locator('li[data-outcome="seen"]').count(), rows)
}

async function finish(page: Page, confirm: string): Promise<void> {
  await page.getByRole('button', { name: '结束交验', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: confirm }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** The unit reads what is wanting, submits again and books another time. */
async function mend(walk: Walk, page: Page): Promise<void> {
  await page.goto('/registration')
  await page
    .getByRole('link', { name: /^DJ2026-/ })
    .first()
    .click()
  await page.getByText('副本缺最后一页，请补带完整的原件。').first().waitFor()
  await page.getByRole('button', { name: /核对并提交/ }).click()
  await page.getByText('内容已齐，可以提交').waitFor()
  await act(page, '提交登记信息')
  await expectStatus(page, '待交验原件')
  walk.setClock('2026-11-27T09:00:00+08:00')
  const address = page.url()
  // the next morning he signs in again
  await enter(walk, '董一帆')
  await page.goto(address)
  await page.getByRole('link', { name: /预约/ }).first().click()
  await page.getByRole('heading', { level: 1, name: '窗口交验' }).waitFor()
  await page.getByText('复印件未加盖单位公章').first().waitFor()
  await page.getByRole('button', { name: /^预约 2026年11月30日 13:30/ }).click()
  await expectStatus(page, '已预约')
  await lookOver(page)
}

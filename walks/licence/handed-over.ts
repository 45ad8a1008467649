import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { choose, enter, goTo, lookOver } from '../desk.ts'
import type { Walk } from '../walk.ts'

/** The case with a special step, which the first reviewer of the demonstration has in hand. */
const article = '鲍氏不动杆菌标准株'

/** Fills in the dialog that hands over, after it was confirmed with nothing in it. */
async function handTo(page: Page, colleague: string, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '转交同事' })
  await dialog.getByRole('button', { name: '转交', exact: true }).click()
  await dialog.getByText('请填写接办的同事').waitFor()
  await dialog.getByText('请填写转交原因').waitFor()
  await lookOver(page)
  await choose(page, '接办的同事', colleague)
  await dialog.getByRole('textbox', { name: '转交原因' }).fill(reason)
  await dialog.getByRole('button', { name: '转交', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** A case goes to a colleague from its page, and back from the register, together with whatever is chosen. */
export async function handedOver(walk: Walk): Promise<void> {
  const he = await enter(walk, '何建安')
  const mine = he.getByRole('region', { name: /^我经办的/ })
  await mine.getByRole('link', { name: article }).click()
  const box = he.locator('.in-hand')
  await box.getByText('何建安').waitFor()
  await lookOver(he)
  await box.getByRole('button', { name: '转交同事' }).click()
  await handTo(he, '叶蓁', '下周外出培训')
  await box.getByText('叶蓁').waitFor()
  await box.getByText('由何建安转交：下周外出培训').waitFor()
  // whoever gave it away may not take it back by himself
  assert.equal(await box.getByRole('button').count(), 0)
  await he.getByText('海关初审岗由何建安转交叶蓁。原因：下周外出培训').waitFor()

  const ye = await enter(walk, '叶蓁')
  await ye
    .getByRole('link', { name: /消息|未读/ })
    .first()
    .click()
  await ye.getByRole('link', { name: /^何建安把 TS2026-\d{6} 转交给您/ }).click()
  await ye.locator('.in-hand').getByText('叶蓁').waitFor()

  await goTo(ye, '工作台')
  await ye.getByRole('link', { name: '转交同事' }).click()
  await ye.getByRole('heading', { level: 1, name: '特殊物品审批' }).waitFor()
  const row = ye.getByRole('row', { name: article })
  await row.getByRole('checkbox').check()
  await lookOver(ye)
  await ye.getByText('已选 1 条').waitFor()
  await ye.getByRole('button', { name: '转交同事' }).click()
  await handTo(ye, '何建安', '培训改期，交还')
  await row.waitFor({ state: 'hidden' })
}

import { enter, expectStatus, lookOver, phone } from '../desk.ts'
import type { Walk } from '../walk.ts'

const unit = '原野微生物资源中心'

/** S2-129 a unit whose week is over stands at the window on a Tuesday; the officer has a phone in his hand. */
export async function walkedIn(walk: Walk): Promise<void> {
  walk.setClock('2026-11-24T10:00:00+08:00')
  const page = await enter(walk, '周雨桐', phone)
  await page.goto('/window')
  await page.getByText(/不是接待日.*有人来照常办理/).waitFor()
  await lookOver(page)
  await page.getByLabel('查找等待交验的单位').fill('原野')
  await page.getByText(/已过，照常接待/).waitFor()
  await lookOver(page)
  await page.getByRole('button', { name: `接待：${unit}` }).click()
  await expectStatus(page, '办理中')
  await page.getByText('未预约').first().waitFor()
  const rows = page.getByRole('button', { name: /^原件已见：/ })
  await rows.first().waitFor()
  for (const row of await rows.all()) await row.click()
  await page.getByText('正在保存').waitFor({ state: 'hidden' })
  await lookOver(page)
  await page.getByRole('button', { name: '结束交验', exact: true }).click()
  await page.getByRole('dialog').getByText('现场审核合格').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '审核合格，出具回执' }).click()
  await expectStatus(page, '已审核合格')
  await page.getByText('单位登记材料交验回执').waitFor()
  await lookOver(page)
}

import type { Page } from 'playwright-core'
import { act, enter, expectStatus, goTo, lookOver } from '../desk.ts'
import type { Walk } from '../walk.ts'

/** S2-129 somebody stands at the window without a booking: found by name, every original seen, finished. */
export async function showOriginals(walk: Walk, officer: string, unit: string): Promise<Page> {
  const window = await enter(walk, officer)
  await window.goto('/window')
  await window.getByLabel('查找等待交验的单位').fill(unit)
  await window.getByRole('button', { name: `接待：${unit}` }).click()
  await window.getByRole('heading', { level: 2, name: '核对清单' }).waitFor()
  const rows = window.getByRole('button', { name: /^原件已见：/ })
  await rows.first().waitFor()
  for (const row of await rows.all()) {
    await row.click()
    await window.getByText('正在保存').waitFor({ state: 'hidden' })
  }
  await lookOver(window)
  await window.getByRole('button', { name: '结束交验', exact: true }).click()
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('button', { name: '审核合格，出具回执' }).click()
  await dialog.waitFor({ state: 'hidden' })
  return window
}

/** S2-130 the account administrator passes what the window found complete. */
export async function pass(walk: Walk, unit: string, title: RegExp): Promise<Page> {
  const keeper = await enter(walk, '卢晓棠')
  await goTo(keeper, '工作台')
  await keeper.getByRole('listitem').filter({ hasText: unit }).getByRole('link').click()
  await keeper.getByRole('heading', { level: 1, name: title }).waitFor()
  await act(keeper, '审核通过')
  await expectStatus(keeper, '已通过')
  await lookOver(keeper)
  return keeper
}

import type { Page } from 'playwright-core'
import { lookOver } from '../desk.ts'

const password = 'Songfeng-2026-hu'

/** Sets a password on the page behind a confirmation link, then signs in with it. */
export async function setPasswordAndEnter(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: '确认账号' }).waitFor()
  await page.getByText('请妥善保管登录名和密码').waitFor()
  await lookOver(page)
  await page.getByLabel('新密码').fill(password)
  await page.getByLabel('再输入一次').fill(password)
  await page.getByRole('button', { name: '设置密码' }).click()
  await page.getByText('账号已确认').waitFor()
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor()
}

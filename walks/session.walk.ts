import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { startWalk, type Walk } from './walk.ts'

let walk: Walk
before(async () => {
  walk = await startWalk()
})
afterEach(() => walk.sweep())
after(() => walk.close())

/** Signs in as a person of the demonstration, code from the demonstration's phone included. */
async function enter(page: Page, login: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator(`[data-demo="${login}"]`).click()
  await page.locator('[data-demo-code]').click()
  await page.waitForURL(/\/workbench/)
}

/** Half a minute later: the phone shows another code, since each counts once. */
function later(): void {
  walk.setClock(new Date(walk.now().getTime() + 31_000).toISOString())
}

test('a session that ends while somebody types loses nothing: sign in beside it, and the draft is saved', async () => {
  const page = await walk.window()
  await enter(page, 'shenqing')
  await page.goto('/licence/new')
  await page.getByRole('button', { name: '开始填写' }).click()
  await page.waitForURL(/licence\/[0-9a-f-]{36}/)
  await page.getByText('收发货与口岸').first().click()
  await page.context().clearCookies()

  await page.getByLabel('发货人').fill('Northfield Biobank Ltd.')
  const dialog = page.getByRole('dialog', { name: '登录已超时' })
  await dialog.waitFor()

  const beside = await page.context().newPage()
  later()
  await enter(beside, 'shenqing')
  await beside.close()
  // the window hears of it by itself; the button is for browsers that do not tell
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText(/已保存 \d\d:\d\d/).waitFor()
  assert.equal(await page.getByLabel('发货人').inputValue(), 'Northfield Biobank Ltd.')
  await page.reload()
  await page.getByLabel('发货人').waitFor()
  assert.equal(await page.getByLabel('发货人').inputValue(), 'Northfield Biobank Ltd.')
})

test('another person who signs in beside an open page does not go on in the first one’s name', async () => {
  const page = await walk.window()
  await enter(page, 'shenqing2')
  await page.goto('/inbox/settings', { waitUntil: 'networkidle' })
  await page.context().clearCookies()
  await page.getByRole('checkbox').last().click()
  await page.getByRole('button', { name: '保存设置' }).click()
  const dialog = page.getByRole('dialog', { name: '登录已超时' })
  await dialog.waitFor()
  const beside = await page.context().newPage()
  later()
  await enter(beside, 'shenqing')
  await beside.close()
  await dialog.getByRole('button', { name: '已登录，继续' }).click()
  await dialog.getByText('登录的是另一个账户').waitFor()
})

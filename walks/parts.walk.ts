import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { expectAccessible, expectFits } from './axe.ts'
import { atRest, phone, wide } from './desk.ts'
import { startWalk, type Walk } from './walk.ts'

let walk: Walk
before(async () => {
  walk = await startWalk()
})
afterEach(() => walk.sweep())
after(() => walk.close())

/** Opens a page and collects what the browser complains of. */
async function open(page: Page, path: string): Promise<string[]> {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  return complaints
}

test('every part’s example passes axe, fits its window and raises no error, wide and on a phone', async () => {
  const first = await walk.window()
  await open(first, '/parts')
  const paths = await first
    .locator('.example-index a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
  assert.ok(paths.length >= 10)
  const page = await walk.window()
  for (const path of ['/', '/parts', ...paths]) {
    await page.setViewportSize(wide)
    const complaints = await open(page, path)
    for (const size of [wide, phone]) {
      await page.setViewportSize(size)
      await atRest(page)
      await expectAccessible(page)
      await expectFits(page)
    }
    assert.deepEqual(complaints, [], path)
  }
})

test('the keyboard alone reaches the content, the key help, and the wording of a duty', async () => {
  const page = await walk.window()
  await open(page, '/parts/small')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'main')
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('键盘快捷键').waitFor()
  await page.keyboard.press('Escape')
  // closed to the end, and the focus back where it was
  await page.locator('.ant-modal-wrap').waitFor({ state: 'hidden' })
  await page.waitForFunction(() => document.activeElement?.id === 'main')
  await page.getByRole('button', { name: 'S2-043' }).first().focus()
  await page.locator('.duty-text p[lang]').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('.duty-text').waitFor({ state: 'hidden' })
})

test('a register keeps search, filter, sort and page in its address', async () => {
  const page = await walk.window()
  await open(page, '/parts/register')
  await page.getByRole('searchbox').fill('血清')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=/)
  await page.getByRole('columnheader', { name: '申请单位' }).click()
  await page.waitForURL(/sort=unit/)
  const shown = await page.locator('.filter-table-foot output').innerText()
  await page.reload({ waitUntil: 'networkidle' })
  assert.equal(await page.locator('.filter-table-foot output').innerText(), shown)
  assert.equal(await page.getByRole('searchbox').inputValue(), '血清')
})

test('an act that is refused shows every reason and keeps what was typed', async () => {
  const page = await walk.window()
  await open(page, '/parts/acts')
  await page.locator('[data-act="licence.propose"]').first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('建议准予').check()
  await dialog.getByRole('textbox').fill('材料齐全')
  await dialog.locator('[data-confirm]').dblclick()
  await dialog.getByRole('alert').waitFor()
  assert.equal(await dialog.locator('.why-not li').count(), 2)
  assert.equal(await dialog.getByRole('textbox').inputValue(), '材料齐全')
  await dialog.getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: '为什么不能？（2）' }).first().click()
  await page.getByText('低于所需的 BSL-3').first().waitFor()
})

test('cells copied from a sheet land in the item list, and a fault leads to its cell', async () => {
  const page = await walk.window()
  await open(page, '/parts/items')
  await page.getByRole('button', { name: '第 3 行，成分' }).click()
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? null)
  await page.waitForFunction(
    () => document.activeElement?.getAttribute('data-cell') === '2.ingredients',
  )
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '血清白蛋白\t室内质控\n甲\t乙\n')
    const paste = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    })
    document.activeElement!.dispatchEvent(paste)
  })
  await page.getByText('共 4 行').waitFor()
  assert.equal(await page.locator('[data-cell="2.use"]').inputValue(), '室内质控')
  await page.locator('[data-cell="2.use"]').focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-cell') === '3.use')
  assert.equal(await focused(), '3.use')
})

test('a draft says when it is saved, and a reason leads to the step that lacks it', async () => {
  const page = await walk.window()
  await open(page, '/parts/wizard')
  await page.getByText('草稿自动保存').waitFor()
  await page.getByRole('button', { name: '收发货信息' }).click()
  await page.getByLabel('发货人').fill('Northfield Biobank Ltd.')
  await page.getByText(/已保存 \d\d:\d\d/).waitFor()
})

test('the chosen language stays, and the page says so to screen readers', async () => {
  const page = await walk.window()
  await open(page, '/')
  await page.getByRole('button', { name: 'English' }).click()
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en')
  await page.reload({ waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1, name: /Special articles/ }).waitFor()
  await expectAccessible(page)
})

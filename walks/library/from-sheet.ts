import type { Page } from 'playwright-core'
import { enter, goTo, lookOver, openWindow, phone } from '../desk.ts'
import type { Walk } from '../walk.ts'

/** Pastes cells into the grid, as from a spreadsheet. */
async function paste(page: Page, rows: readonly string[][]): Promise<void> {
  await page.getByRole('button', { name: '添加一行' }).click()
  await page.getByLabel('第 1 行 中文名称').evaluate(
    (cell, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    },
    rows.map((row) => row.join('\t')).join('\n'),
  )
}

/** Several articles from a sheet, found again by part of a word, one set aside and taken into use again. */
export async function fromSheet(walk: Walk): Promise<void> {
  const page = await enter(walk, '林知远')
  await goTo(page, '物品库')
  await lookOver(page)
  await page.getByRole('link', { name: '从表格批量加入' }).click()
  await paste(page, [
    ['中文名称', '英文名称', '货号', '物品类别', '病原微生物', '成分', '产品官方网页'],
    ['质粒 pWalk-1', 'Plasmid pWalk-1', 'PW-1', '生物制品', '不含病原微生物', '质粒 DNA', ''],
    ['人血清', 'Human serum', 'nb-hs-50', '血液及血液制品', '不含病原微生物', '', 'http://a.cn'],
  ])
  await page.getByRole('button', { name: '全部加入' }).click()
  await page.getByText('第 2 行，产品官方网页').waitFor()
  await lookOver(page)
  await page.getByLabel('第 2 行 产品官方网页').fill('https://www.example.cn/serum')
  await page.getByRole('button', { name: '全部加入' }).click()
  // the same name and number, however it is written
  await page.getByText(/物品库中已有“人血清”（货号 NB-HS-50/).waitFor()
  await lookOver(page)
  await page.getByRole('button', { name: '仍然保存' }).click()
  await page.getByRole('heading', { level: 1, name: '物品库' }).waitFor()
  await page.getByRole('searchbox').fill('pwalk')
  await page.getByRole('searchbox').press('Enter')
  await page.getByText('共 1 条').waitFor()
  await page.getByRole('link', { name: '质粒 pWalk-1' }).click()
  await page.getByRole('heading', { level: 1, name: '质粒 pWalk-1' }).waitFor()
  await lookOver(page)
  await page.getByRole('button', { name: '停用', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click()
  await page.getByRole('button', { name: '恢复使用' }).click()
  await page.getByRole('button', { name: '停用', exact: true }).waitFor()
  const small = await openWindow(walk, phone)
  await small.context().addCookies(await page.context().cookies())
  for (const path of ['/library', '/library/new', '/library/paste', new URL(page.url()).pathname]) {
    await small.goto(path)
    await lookOver(small)
  }
}

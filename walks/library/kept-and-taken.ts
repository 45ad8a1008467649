import assert from 'node:assert/strict'
import { enter, goTo, lookOver } from '../desk.ts'
import { begin } from '../licence/fill-in.ts'
import type { Walk } from '../walk.ts'

/** What is in the library need not be typed; what was typed once goes there. */
export async function keptAndTaken(walk: Walk): Promise<void> {
  const page = await enter(walk, '林知远')
  await begin(page)
  await page.getByText('血液及血液制品', { exact: true }).click()
  await page.getByText('不含病原微生物', { exact: true }).click()
  await page.getByRole('button', { name: /附表/ }).first().click()
  await page.getByRole('button', { name: '从物品库选' }).click()
  const take = page.getByRole('dialog')
  await take.getByRole('searchbox').fill('人血清白')
  await take.getByRole('checkbox', { name: /人血清白蛋白标准品/ }).check()
  await take.getByText(/类别与本申请不同（生物制品）/).waitFor()
  await take.getByRole('searchbox').fill('鲍氏')
  await take.getByRole('checkbox', { name: /鲍氏不动杆菌/ }).check()
  await take.getByText(/含有鲍氏不动杆菌，请在“物品与风险”中列出/).waitFor()
  await lookOver(page)
  await take.getByRole('button', { name: '填入 2 行' }).click()
  await take.waitFor({ state: 'hidden' })
  assert.equal(await page.getByLabel('第 1 行 货号').inputValue(), 'NB-HSA-S')
  assert.notEqual(await page.getByLabel('第 1 行 成分').inputValue(), '')
  assert.equal(await page.getByLabel('第 2 行 货号').inputValue(), 'MCC-AB-3')
  await page.getByRole('button', { name: '添加一行' }).click()
  await page.getByLabel('第 3 行 中文名称').fill('走查新物品')
  await page.getByLabel('第 3 行 成分').fill('缓冲液')
  await page.getByRole('button', { name: '存入物品库' }).click()
  const keep = page.getByRole('dialog')
  await keep.getByRole('button', { name: '存入 3 种' }).click()
  // what is there already is left out, and the rest can go
  await keep.getByText('物品库中已有同名同货号的物品', { exact: false }).waitFor()
  await lookOver(page)
  await keep.getByRole('button', { name: '存入 1 种' }).click()
  await page.getByText('已存入 1 种物品').waitFor()
  await goTo(page, '物品库')
  await page.getByRole('link', { name: '走查新物品' }).waitFor()
}

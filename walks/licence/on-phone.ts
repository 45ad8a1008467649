import { enter, expectStatus, goTo, lookOver, openFromBench, phone } from '../desk.ts'
import type { Walk } from '../walk.ts'
import { bring, ownScans } from './fill-in.ts'

/** What an applicant does on a phone: the list, a case, a step of a draft, an upload. */
export async function applicantOnPhone(walk: Walk): Promise<void> {
  const page = await enter(walk, '林知远', phone)
  await lookOver(page)
  await goTo(page, '特殊物品审批')
  await page.getByRole('link', { name: 'TS2026-000005' }).waitFor()
  await lookOver(page)
  await page.getByRole('link', { name: 'TS2026-000005' }).click()
  await page.getByRole('heading', { level: 1, name: 'TS2026-000005' }).waitFor()
  await page.getByRole('button', { name: '逐日说明' }).click()
  await lookOver(page)

  await page.goto('/licence')
  await page.getByRole('link', { name: '草稿' }).first().click()
  await page.getByRole('heading', { name: '物品与风险' }).waitFor()
  await lookOver(page)
  await page.getByRole('button', { name: '附表' }).click()
  await page.getByRole('textbox', { name: '第 1 行 成分' }).fill('健康成人血浆，枸橼酸钠抗凝')
  await page.getByText(/已保存 \d\d:\d\d/).waitFor()
  await lookOver(page)
  await page.getByRole('button', { name: '随附文件' }).click()
  const { report } = await ownScans()
  await bring(page, '检测报告', report)
  await lookOver(page)
  await page.getByRole('button', { name: '核对并提交' }).click()
  await page.getByText('提交之前还需要').waitFor()
  await lookOver(page)
}

/** The port officer confirms at the shelf, with a phone in one hand. */
export async function portOnPhone(walk: Walk): Promise<void> {
  const page = await enter(walk, '马骁', phone)
  await lookOver(page)
  await openFromBench(page, '京关特许入〔2026〕1号-0002')
  await page.getByRole('spinbutton', { name: '重组胰蛋白酶 实际数量' }).fill('28')
  await page.getByRole('textbox', { name: '查验说明' }).fill('两瓶破损')
  await lookOver(page)
  await page.getByRole('button', { name: '确认实际数量' }).click()
  await expectStatus(page, '已确认')
  await lookOver(page)
}

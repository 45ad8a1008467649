import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { scansOf } from '#tools/demo/documents.ts'
import { act, choose, enter, expectStatus, goTo, lookOver } from '../desk.ts'
import { bring, next, pdf } from '../licence/fill-in.ts'
import type { Walk } from '../walk.ts'
import { pass, showOriginals } from './at-window.ts'

const unit = '京华大学医学部'
const before = '北京市海淀区知新路 1 号'
const after = '北京市海淀区知新路 66 号'

/** S2-131…138 a change: asked for with reason and pair, approved, edited, shown, passed; old until then. */
export async function changedAddress(walk: Walk): Promise<void> {
  const page = await enter(walk, '林知远')
  await goTo(page, '单位登记')
  await page.getByRole('link', { name: '本单位信息' }).click()
  await page.getByRole('button', { name: '申请变更', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '申请变更登记' }).waitFor()
  await page
    .getByRole('textbox', { name: '变更原因' })
    .fill('医学部整体搬迁到新校区，经营地址随之变更。')
  await choose(page, '事项', '经营地址')
  await page.getByText(`现在：${before}`).waitFor()
  await page.getByRole('textbox', { name: '变更后' }).fill(after)
  await lookOver(page)
  await page.getByRole('button', { name: '提交变更申请' }).click()
  await expectStatus(page, '变更待批准')
  await lookOver(page)

  const keeper = await enter(walk, '卢晓棠')
  await keeper.getByRole('listitem').filter({ hasText: unit }).getByRole('link').click()
  await keeper.getByText(after).first().waitFor()
  await act(keeper, '批准变更申请')
  await expectStatus(keeper, '登记填报中')

  await page.reload()
  await page.getByText('以下内容不在本次变更之内，不能修改').first().waitFor()
  // what was asked for stands there already
  assert.equal(await page.getByLabel('经营地址').inputValue(), after)
  await lookOver(page)
  await page.getByRole('button', { name: /核对并提交/ }).click()
  await page.getByText('内容已齐，可以提交').waitFor()
  await act(page, '提交登记信息')
  await expectStatus(page, '待交验原件')

  await showOriginals(walk, '周雨桐', unit)
  const passing = await enter(walk, '卢晓棠')
  await passing.goto('/units')
  await passing.getByRole('link', { name: unit }).click()
  await passing.getByText(before).first().waitFor()
  assert.equal(
    await passing.getByText(after, { exact: true }).count(),
    0,
    'old values are in force',
  )
  await pass(walk, unit, /^登记变更 BG2026-/)
  await passing.goto('/units')
  await passing.getByRole('link', { name: unit }).click()
  await passing.getByText(after).first().waitFor()
  await lookOver(passing)
}

/** S2-139…143 another contact person: three sealed papers, shown at the window, passed. */
export async function anotherContact(walk: Walk): Promise<void> {
  const page = await enter(walk, '林知远')
  await goTo(page, '单位登记')
  await page.getByRole('link', { name: '本单位信息' }).click()
  await act(page, '更换联系人')
  await page.getByRole('heading', { name: '新联系人' }).waitFor()
  await page.getByRole('textbox', { name: '联系人' }).fill('程以宁')
  await page.getByLabel('手机号码').fill('13900004567')
  await page.getByLabel('电子邮件').fill('chengyining@example.cn')
  await page.getByText(/已保存 \d\d:\d\d/).waitFor()
  await colleagueTypesToo(walk, page)
  await lookOver(page)
  await next(page, '证照与制度文件')
  const scans = await scansOf({ form: '申请表', letter: '介绍信', id: '身份证复印件' })
  await bring(page, '申请单位账号注册申请表', pdf('申请表.pdf', scans['form']!))
  await bring(page, '单位介绍信', pdf('介绍信.pdf', scans['letter']!))
  await bring(page, '新联系人身份证复印件', pdf('身份证.pdf', scans['id']!))
  await lookOver(page)
  await next(page, '核对并提交')
  await page.getByText('内容已齐，可以提交').waitFor()
  await act(page, '提交登记信息')
  await expectStatus(page, '待交验原件')
  await showOriginals(walk, '周雨桐', unit)
  const keeper = await pass(walk, unit, /^更换联系人 LX2026-/)
  await keeper.goto('/units')
  await keeper.getByRole('row').filter({ hasText: unit }).getByText('程以宁').waitFor()
}

/** A colleague in the same registration: what both changed is asked about, with who typed it; nothing is lost. */
async function colleagueTypesToo(walk: Walk, page: Page): Promise<void> {
  const other = await enter(walk, '程以宁')
  await other.goto(page.url())
  const mobile = other.getByLabel('手机号码')
  await mobile.waitFor()
  const saved = page.waitForResponse((answer) => answer.url().endsWith('/save'))
  await page.getByLabel('手机号码').fill('13900004568')
  await saved
  await mobile.fill('13900004569')
  const clash = other.getByRole('alert').filter({ hasText: '同事刚刚修改了这些项' })
  await clash.getByText('您填写的：13900004569').waitFor()
  await clash.getByText('现在的（林知远填写）：13900004568').waitFor()
  await lookOver(other)
  const chosen = other.waitForResponse((answer) => answer.url().endsWith('/save'))
  await clash.getByRole('button', { name: '用我的' }).click()
  await clash.waitFor({ state: 'hidden' })
  await chosen
  await page.reload()
  await page.getByRole('heading', { name: '新联系人' }).waitFor()
  assert.equal(await page.getByLabel('手机号码').inputValue(), '13900004569')
}

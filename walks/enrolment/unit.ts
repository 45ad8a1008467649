import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { demoUscc } from '#frame/catalogue/codes/demo.ts'
import {
  act,
  choose,
  enter,
  expectStatus,
  lookOver,
  openFromBench,
  openWindow,
  pick,
} from '../desk.ts'
import { bring } from '../licence/fill-in.ts'
import type { Walk } from '../walk.ts'
import { openMail } from './mail.ts'
import { setPasswordAndEnter } from './sign-in.ts'

const name = '晴川医学检验所（北京）有限公司'

/**
 * A unit without an account: form, seal, a return in between, approval, the real link, the first sign-in. It
 * goes on with the return on another computer, by the link in the mail.
 */
export async function unitFromRequestToDesk(walk: Walk): Promise<void> {
  const first = await openWindow(walk)
  await beginUnit(first)
  await fillUnit(first)
  await sealAndFile(first)
  const number = await first.locator('.page-head h1').innerText()
  assert.match(number, /^ZH2026-\d{6}$/)

  const keeper = await enter(walk, '卢晓棠')
  await openFromBench(keeper, name, number)
  await keeper.getByText('没有代码、名称、电话或邮箱相近的').waitFor()
  await lookOver(keeper)
  await act(keeper, '退回修改', async (dialog) => {
    await dialog.getByLabel('位置').click()
    await pick(keeper, '联系人')
    await dialog.getByLabel('问题和怎样修改').fill('请填写联系人全名')
  })
  await expectStatus(keeper, '退回修改')

  const second = await openMail(walk, `账号注册申请需要修改（${number}）`, '修改申请')
  await second.getByText('请填写联系人全名').first().waitFor()
  assert.ok(!second.url().includes('#'), 'the key does not stay in the address')
  await second.getByLabel('联系人').fill('赵敏行')
  await second.getByText(/已保存 \d\d:\d\d/).waitFor()
  await lookOver(second)
  await second.getByRole('button', { name: '核对并提交' }).click()
  await act(second, '提交注册申请')
  await expectStatus(second, '待审核')
  await lookOver(second)

  await openFromBench(keeper, name, number)
  await act(keeper, '审核通过', async (dialog) => {
    await dialog.getByText('中关村分支机构').first().waitFor()
  })
  await expectStatus(keeper, '待确认')
  await lookOver(keeper)

  await second.reload()
  await second.getByText('请妥善保管用户名和密码').waitFor()
  await lookOver(second)

  const mailed = await openMail(walk, '请确认您单位的账号', '确认账号')
  await setPasswordAndEnter(mailed)
  await second.reload()
  await expectStatus(second, '账号有效')
}

async function beginUnit(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('navigation').getByRole('link', { name: '注册账号' }).click()
  await page.getByRole('heading', { level: 1, name: '注册账号' }).waitFor()
  await page.getByText('历史：指南所载名称为北京出入境检验检疫局').waitFor()
  await lookOver(page)
  await page.getByRole('button', { name: '开始填写：单位' }).click()
  await page.getByRole('heading', { name: '单位信息' }).waitFor()
  await lookOver(page)
}

async function fillUnit(page: Page): Promise<void> {
  await page.getByLabel('单位名称').fill(name)
  const code = page.getByLabel('统一社会信用代码')
  const good = demoUscc(777)
  // two places changed about: the check character says so at once
  await code.fill(`${good.slice(0, 12)}${good[13]}${good[12]}${good.slice(14)}`)
  await page.getByText(/第 18 位校验码与前 17 位不符/).waitFor()
  // the code of a unit that has its account
  await code.fill(demoUscc(101))
  await page.getByText('该代码已有账号').waitFor()
  await page.getByText('林**').waitFor()
  await lookOver(page)
  await code.fill(good)
  await page.getByText('该代码已有账号').waitFor({ state: 'hidden' })
  await page.getByRole('checkbox', { name: '检验', exact: true }).check()
  await page.getByRole('checkbox', { name: '从北京口岸进出口特殊物品' }).check()
  await choose(page, '所在区', '海淀区')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('heading', { name: '联系方式' }).waitFor()
  await page.getByLabel('联系人').fill('赵')
  await page.getByLabel('手机号码').fill('13900004321')
  await page.getByLabel('电子邮箱').fill('qingchuan@example.cn')
  await page.getByText(/已保存 \d\d:\d\d/).waitFor()
}

async function sealAndFile(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('heading', { name: '申请表盖章' }).waitFor()
  await lookOver(page)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载申请表' }).click()
  const form = await coming
  assert.equal(form.suggestedFilename(), '申请单位账号注册申请表.pdf')
  const buffer = await readFile(await form.path())
  await bring(page, '申请单位账号注册申请表', {
    name: '盖章的申请表.pdf',
    mimeType: 'application/pdf',
    buffer,
  })
  await lookOver(page)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('内容已齐，可以提交').waitFor()
  await lookOver(page)
  await act(page, '提交注册申请')
  await expectStatus(page, '待审核')
  await lookOver(page)
}

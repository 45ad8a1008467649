import { demoIdCard } from '#frame/catalogue/codes/demo.ts'
import {
  act,
  choose,
  enter,
  expectStatus,
  lookOver,
  openFromBench,
  openWindow,
  phone,
} from '../desk.ts'
import { bring, ownScans } from '../licence/fill-in.ts'
import type { Walk } from '../walk.ts'
import { openMail } from './mail.ts'
import { setPasswordAndEnter } from './sign-in.ts'

/** A natural person on a phone: document, copy, approval, the real link, and at once ready to apply. */
export async function personOnPhone(walk: Walk): Promise<void> {
  const page = await openWindow(walk, phone)
  await page.goto('/sign-in')
  await page.getByRole('link', { name: '还没有账号？注册' }).click()
  await page.getByRole('heading', { level: 1, name: '注册账号' }).waitFor()
  await lookOver(page)
  await page.getByRole('button', { name: '开始填写：自然人' }).click()
  await page.getByRole('heading', { name: '本人信息' }).waitFor()
  await page.getByLabel('姓名').fill('钱思齐')
  await page.getByRole('radio', { name: '居民身份证' }).check()
  const number = demoIdCard('walk')
  await page.getByLabel('证件号码').fill(number.slice(0, 17))
  await page.getByText('证件号码没有通过核对').waitFor()
  await page.getByLabel('证件号码').fill(number)
  await page.getByText('证件号码没有通过核对').waitFor({ state: 'hidden' })
  await lookOver(page)
  // nothing is lost: the page is closed half-way and found again
  await page.goto('/enrol')
  await page.getByText('在这台电脑上填写过的申请').waitFor()
  await page.getByRole('link', { name: '继续' }).click()
  const masked = `${number.slice(0, 3)}***********${number.slice(-4)}`
  await page.getByText(masked).waitFor()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('手机号码').fill('13900004322')
  await page.getByLabel('电子邮箱').fill('qiansiqi@example.cn')
  await page.getByText(/已保存 \d\d:\d\d/).waitFor()
  await page.getByRole('button', { name: '下一步' }).click()
  const { lab } = await ownScans()
  await bring(page, '身份证件复印件', { ...lab, name: '身份证.pdf' })
  await lookOver(page)
  await page.getByRole('button', { name: '核对并提交' }).click()
  await page.getByText('内容已齐，可以提交').waitFor()
  await act(page, '提交注册申请')
  await expectStatus(page, '待审核')
  await lookOver(page)

  const keeper = await enter(walk, '卢晓棠')
  await openFromBench(keeper, '钱思齐', await page.locator('.page-head h1').innerText())
  await keeper.getByText(masked).waitFor()
  await keeper.getByRole('button', { name: '核对全号' }).click()
  await keeper.getByText(number).waitFor()
  await lookOver(keeper)
  await act(keeper, '审核通过', () => choose(keeper, '监管的分支机构', '中关村分支机构', ''))
  await expectStatus(keeper, '待确认')

  const mailed = await openMail(walk, '请确认您单位的账号', '确认账号', phone)
  await setPasswordAndEnter(mailed)
  await page.reload()
  await expectStatus(page, '账号有效')
  await lookOver(page)
}

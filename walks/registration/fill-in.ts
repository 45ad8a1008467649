import type { Page } from 'playwright-core'
import { readFile } from 'node:fs/promises'
import { demoUscc } from '#frame/catalogue/codes/demo.ts'
import { registrationSlots } from '#rooms/registration/slots.ts'
import { scansOf } from '#tools/demo/documents.ts'
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
import { openMail } from '../enrolment/mail.ts'
import { setPasswordAndEnter } from '../enrolment/sign-in.ts'
import { bring, next, pdf } from '../licence/fill-in.ts'
import type { Walk } from '../walk.ts'

/** A unit that nobody knows yet. */
export interface NewUnit {
  name: string
  code: number
  activity: string
  mailbox: string
  nature: string
  scope: string
  /** Where it is a seller. */
  sells?: string
}

/** S2-064…071 by pages only: the request, its approval, the link of the mail. Out: its window at the workbench. */
export async function enrol(walk: Walk, unit: NewUnit): Promise<Page> {
  const page = await openWindow(walk)
  await page.goto('/enrol')
  await page.getByRole('button', { name: '开始填写：单位' }).click()
  await page.getByLabel('单位名称').fill(unit.name)
  await page.getByLabel('统一社会信用代码').fill(demoUscc(unit.code))
  await page.getByRole('checkbox', { name: unit.activity, exact: true }).check()
  await page.getByRole('checkbox', { name: '从北京口岸进出口特殊物品' }).check()
  await choose(page, '所在区', '海淀区')
  await next(page, '联系方式')
  await page.getByLabel('联系人').fill('赵敏行')
  await page.getByLabel('手机号码').fill('13900004321')
  await page.getByLabel('电子邮箱').fill(unit.mailbox)
  await next(page, '申请表盖章')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载申请表' }).click()
  const buffer = await readFile(await (await coming).path())
  await bring(page, '申请单位账号注册申请表', pdf('盖章的申请表.pdf', buffer))
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('内容已齐，可以提交').waitFor()
  await act(page, '提交注册申请')
  await expectStatus(page, '待审核')
  const number = await page.locator('.page-head h1').innerText()
  const keeper = await enter(walk, '卢晓棠')
  await openFromBench(keeper, unit.name, number)
  await act(keeper, '审核通过', async (dialog) => {
    await dialog.getByText('中关村分支机构').first().waitFor()
  })
  await expectStatus(keeper, '待确认')
  const mailed = await openMail(walk, '请确认您单位的账号', '确认账号')
  await setPasswordAndEnter(mailed)
  return mailed
}

const at = (page: Page, place: string) => page.locator(`[data-place="${place}"]`)

/** S2-072 单位登记 from the workbench to its submission, with every document such a unit brings. */
export async function register(page: Page, unit: NewUnit): Promise<void> {
  await openFromBench(page, unit.name, '单位登记')
  await fillUnit(page, unit)
  await next(page, '联系方式与地址')
  await fillContact(page)
  await lookOver(page)
  await next(page, '实验室')
  if (!unit.sells) await addLaboratory(page)
  await lookOver(page)
  await next(page, '证照与制度文件')
  await bringAll(page)
  await lookOver(page)
  await next(page, '核对并提交')
  await page.getByText('内容已齐，可以提交').waitFor()
  await lookOver(page)
  await act(page, '提交登记信息')
  await expectStatus(page, '待交验原件')
}

async function fillUnit(page: Page, unit: NewUnit): Promise<void> {
  await page.getByLabel('英文名称').fill('A unit of the walk')
  await at(page, 'approvalSiteNo').getByRole('checkbox', { name: '无此内容' }).check()
  await page.getByRole('radio', { name: unit.nature, exact: true }).check()
  const certificate = at(page, 'bodyCertificate').getByRole('radio', { name: '营业执照' })
  if (await certificate.isVisible()) await certificate.check()
  await page.getByLabel('法人代表').fill('韦明远')
  await page.getByLabel('负责人').fill('韦明远')
  await at(page, 'scope').getByRole('textbox').fill(unit.scope)
  if (unit.sells) {
    await at(page, 'scopeWords').getByRole('textbox').fill('生物制品')
    await choose(page, '销售的产品', unit.sells)
    await page.keyboard.press('Escape')
  }
  await choose(page, '审批范围', '生物制品')
  await page.keyboard.press('Escape')
  await page.getByLabel('单位简介').fill('研究和检验用的生物制品。')
}

async function fillContact(page: Page): Promise<void> {
  await page.getByLabel('邮政编码').fill('100000')
  for (const place of ['landline', 'fax'])
    await at(page, place).getByRole('checkbox', { name: '无此内容' }).check()
  for (const label of ['注册地址', '生产地址', '经营地址', '仓储地址'])
    await page.getByLabel(label).fill('北京市海淀区晴川路 8 号')
}

async function addLaboratory(page: Page): Promise<void> {
  await page.getByRole('button', { name: '添加实验室' }).click()
  const laboratory = at(page, 'laboratories.0')
  await laboratory.getByLabel('名称').fill('检验实验室')
  await laboratory.getByRole('combobox', { name: '防护等级' }).click()
  await pick(page, 'BSL-2')
  await laboratory.getByLabel('备案（认可）编号').fill('京海备 2026-0099')
  await laboratory.getByLabel('地址').fill('晴川路 8 号 2 层')
}

/** Brings a scan into every slot that must have one. */
async function bringAll(page: Page): Promise<void> {
  const titles = registrationSlots.map((s) => [s.code, s.title.zh] as const)
  const scans = await scansOf(Object.fromEntries(titles))
  for (const [code, title] of titles) {
    const box = at(page, `slot.${code}`)
    const required = box.locator('.form-required')
    if ((await required.count()) === 0) continue
    const asked = page.waitForEvent('filechooser')
    await box.getByRole('button', { name: /选择文件/ }).click()
    await (await asked).setFiles(pdf(`${title.replace(/（.*）/, '')}.pdf`, scans[code]!))
    await box.getByRole('link', { name: /\.pdf/ }).waitFor()
  }
}

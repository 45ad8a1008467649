import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { act, enter, expectStatus, lookOver, openFromBench, openWindow, typeDay } from '../desk.ts'
import type { Walk } from '../walk.ts'
import {
  begin,
  bring,
  bringEach,
  confirmDescription,
  fillArticle,
  fillTrade,
  next,
  ownScans,
  ownWord,
  pasteLines,
} from './fill-in.ts'
import { choose } from '../desk.ts'
import { download, readAsPixels } from './permit-seen.ts'

const sheet = [
  ['中文名称', '英文名称', '货号', '数量', '包装单位', '重量／规格', '成分', '用途'],
  [
    '人血清',
    'Human serum',
    'NB-HS-50',
    '10',
    '管',
    '50 ml/管，共 500 ml',
    '健康成人混合血清，无防腐剂',
    '自身免疫抗体检测方法学研究',
  ],
]

/** The applicant fills in, uploads and files. Out: the number of the case. */
export async function file(page: Page): Promise<string> {
  await begin(page)
  await fillArticle(page, { class: '血液及血液制品', kind: '血清', purpose: '科研' })
  await lookOver(page)
  await next(page, '收发货与口岸')
  await fillTrade(page, {
    consignor: 'Northfield Biobank Ltd.',
    country: '英国',
    day: '2026-12-21',
    address: '北京市海淀区知新路 1 号医学楼 B203',
  })
  await lookOver(page)
  await next(page, '附表')
  await pasteLines(page, sheet)
  await lookOver(page)
  await next(page, '随附文件')
  const scans = await ownScans()
  const text = ['人血清（Human serum），健康成人混合血清。', '干冰运输，-20℃ 以下保存。']
  await bring(page, '描述性文件', ownWord('人血清描述性文件.docx', '人血清描述性文件', text))
  await bring(page, '检测报告', scans.report)
  await bringEach(page, scans.lab, ['卫生健康主管部门批准文件', '科研项目立项书或者合作协议'])
  await confirmDescription(page)
  await lookOver(page)
  await next(page, '核对并提交')
  await page.getByText('内容已齐，可以提交').waitFor()
  await lookOver(page)
  await act(page, '提交申请')
  await expectStatus(page, '待受理')
  const number = await page.getByRole('heading', { level: 1 }).innerText()
  assert.match(number, /^TS2026-\d{6}$/)
  await lookOver(page)
  return number
}

/** Window, first and second reviewer, each at his own desk. */
async function decide(walk: Walk, number: string): Promise<void> {
  const window = await enter(walk, '周雨桐')
  await lookOver(window)
  await openFromBench(window, number)
  await lookOver(window)
  await act(window, '受理')
  await expectStatus(window, '已受理（待初审）')
  await window.getByRole('link', { name: '受理凭证' }).waitFor()

  const first = await enter(walk, '何建安')
  await openFromBench(first, number)
  await first.getByText('建议风险等级').waitFor()
  await act(first, '初审提出意见', async (dialog) => {
    await dialog.getByRole('radio', { name: '拟准予许可' }).check()
    assert.ok(await dialog.getByRole('radio', { name: 'A 级' }).isChecked())
    await dialog.getByRole('textbox', { name: '初审意见' }).fill('材料齐全属实，拟准予许可')
    await lookOver(first)
  })
  await expectStatus(first, '待复核')

  const second = await enter(walk, '郑书宁')
  await openFromBench(second, number)
  await second.getByText('拟准予许可，A 级').waitFor()
  await act(second, '准予许可')
  await expectStatus(second, '已审批')
  await lookOver(second)
}

/** From an empty application to a balance: five persons, each in his own window. */
export async function mainJob(walk: Walk): Promise<void> {
  const applicant = await enter(walk, '林知远')
  await lookOver(applicant)
  const number = await file(applicant)
  await decide(walk, number)

  await applicant.reload()
  await expectStatus(applicant, '已审批')
  const pdf = await download(applicant, /审批单$/)
  await applicant.getByRole('link', { name: '查看余额，申请核销' }).click()
  await applicant.getByText('一次核销，不得分批').waitFor()
  const permit = await applicant.getByRole('heading', { level: 1 }).innerText()
  const address = readAsPixels(pdf, [permit, '特殊物品'])
  await verify(walk, address, permit, pdf)
  await writeOff(walk, applicant, permit)
}

/** Anybody scans the code of the paper, reads whether it holds, and compares his copy of the file. */
async function verify(walk: Walk, address: string, permit: string, pdf: Buffer): Promise<void> {
  assert.ok(address.startsWith(`${walk.url}/verify/`), address)
  const anybody = await openWindow(walk)
  await anybody.goto(address)
  await anybody.getByRole('heading', { level: 1, name: permit }).waitFor()
  await anybody.getByText('按所载内容：有效').waitFor()
  const asked = anybody.waitForEvent('filechooser')
  await anybody.getByRole('button', { name: '选择 PDF 文件' }).click()
  await (await asked).setFiles({ name: '审批单.pdf', mimeType: 'application/pdf', buffer: pdf })
  await anybody.getByText('一致：这就是签发的那个文件').waitFor()
  await lookOver(anybody)
}

async function writeOff(walk: Walk, page: Page, permit: string): Promise<void> {
  await lookOver(page)
  await page.getByRole('link', { name: '申请核销' }).click()
  await choose(page, '口岸', '首都国际机场口岸')
  await typeDay(page, '计划日期', '2026-12-21')
  await page.getByLabel('运输方式').fill('航空运输，干冰')
  const quantity = page.getByRole('spinbutton', { name: '人血清 申请数量' })
  await quantity.fill('12')
  await page.getByRole('textbox', { name: '人血清 生产批号' }).fill('HS2611')
  await page.getByRole('button', { name: '提交核销申请' }).click()
  await page.getByRole('alert').getByText('可用余额只有 10 管').waitFor()
  await lookOver(page)
  await quantity.fill('4')
  await page.getByRole('button', { name: '提交核销申请' }).click()
  await expectStatus(page, '已申请（待口岸确认）')
  await lookOver(page)
  const request = await page.getByRole('heading', { level: 1 }).innerText()

  const port = await enter(walk, '马骁')
  await openFromBench(port, request)
  await port.getByRole('spinbutton', { name: '人血清 实际数量' }).fill('3')
  await port.getByRole('textbox', { name: '查验说明' }).fill('一管破损，未放行')
  await lookOver(port)
  await port.getByRole('button', { name: '确认实际数量' }).click()
  await expectStatus(port, '已确认')
  await port.getByRole('link', { name: '特殊物品核销单' }).waitFor()
  await lookOver(port)

  await page.getByRole('link', { name: permit }).first().click()
  const balance = page.getByRole('table', { name: '余额', exact: true })
  await balance.getByRole('row', { name: /人血清 .*10 0 3 0 管/ }).waitFor()
  // A 级 is written off once: seven tubes were not used, and still none can be asked for
  await page.getByText('A 级，只能一次核销，不得分批，已经核销').waitFor()
  assert.equal(await page.getByRole('link', { name: '申请核销' }).count(), 0)
  await lookOver(page)
}

import type { Page } from 'playwright-core'
import { demoScans, wordFile } from '#tools/demo/documents.ts'
import { act, choose, expectStatus, goTo, lookOver, typeDay } from '../desk.ts'

/** A file as it lies on an applicant's disk. */
export interface OwnFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** A Word file of an applicant. */
export const ownWord = (name: string, heading: string, paragraphs: string[]): OwnFile => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: wordFile(heading, paragraphs),
})

/** A PDF file of an applicant. */
export const pdf = (name: string, buffer: Buffer): OwnFile => ({
  name,
  mimeType: 'application/pdf',
  buffer,
})

/** Scans of an applicant, as PDF. */
export async function ownScans(): Promise<Record<'lab' | 'report', OwnFile>> {
  const scans = await demoScans()
  return {
    lab: pdf('实验室备案证明.pdf', scans['lab-level']),
    report: pdf('检测报告.pdf', scans['test-report']),
  }
}

/** Begins an application from the list, as a user does. Out: it stands open at its first step. */
export async function begin(page: Page): Promise<void> {
  await goTo(page, '特殊物品审批')
  await page.getByRole('link', { name: '新建申请' }).click()
  await page.getByRole('button', { name: '开始填写' }).click()
  await page.getByRole('heading', { name: '物品与风险' }).waitFor()
}

/** Goes on to the next step of the wizard. */
export async function next(page: Page, heading: string): Promise<void> {
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('heading', { name: heading }).waitFor()
}

/** What the first step is given, as the page says it. */
export interface Article {
  direction?: '入境' | '出境'
  standing?: string
  class: string
  kind: string
  purpose: string
  trade?: '商品' | '非商品'
  pathogens?: boolean
}

/** Answers the deciding questions, up to whether pathogens are contained. */
export async function fillArticle(page: Page, article: Article): Promise<void> {
  const { direction = '入境', standing = '入境：收货并由本单位使用', trade = '商品' } = article
  const radio = (name: string) => page.getByRole('radio', { name, exact: true }).check()
  await radio(direction)
  await radio(standing)
  await radio(article.class)
  await choose(page, '物品种类', article.kind)
  await choose(page, '用途', article.purpose)
  await radio(trade)
  await radio(article.pathogens ? '含有或者可能含有病原微生物' : '不含病原微生物')
}

/** Ticks, point by point, what the descriptive file says. */
export async function confirmDescription(page: Page): Promise<void> {
  for (const point of await page
    .getByRole('group', { name: '描述性文件已写明' })
    .getByRole('checkbox')
    .all())
    await point.check()
}

/** Brings a scan of its own into each of these places. */
export async function bringEach(
  page: Page,
  scan: OwnFile,
  slots: readonly string[],
): Promise<void> {
  for (const slot of slots) await bring(page, slot, { ...scan, name: `${slot}.pdf` })
}

/** What the second step is given. */
export interface Trade {
  consignor: string
  consignee?: string
  destination?: string
  country: string
  day: string
  address: string
}

/** Fills in the second step. */
export async function fillTrade(page: Page, trade: Trade): Promise<void> {
  await page.getByLabel('发货人').fill(trade.consignor)
  await page.getByLabel('收货人').fill(trade.consignee ?? '京华大学医学部')
  await page.getByLabel('生产厂家').fill(trade.consignor)
  await choose(page, '原产国（地区）', trade.country)
  await choose(page, '输出／输入国家（地区）', trade.country)
  for (const none of await page.getByRole('checkbox', { name: '无此内容' }).all())
    await none.check()
  await choose(page, '币种', '美元', '')
  await page.getByLabel('总货值').fill('12500.00')
  await choose(page, '出入境口岸', '首都国际机场口岸')
  await page.getByLabel('目的地').fill(trade.destination ?? '北京市')
  await typeDay(page, '计划交运日期', trade.day)
  await typeDay(page, '计划出入境日期', trade.day)
  await choose(page, '储存条件', '－80 ℃', '')
  await choose(page, '运输方式', '航空运输', '')
  await page.getByLabel('包装').fill('干冰保温箱，三层包装')
  await page.getByLabel('生产、加工、使用、存放地址').fill(trade.address)
}

/** Pastes cells, as copied from a spreadsheet, into the first cell of the item list. */
export async function pasteLines(page: Page, rows: string[][]): Promise<void> {
  await page.getByRole('button', { name: '添加一行' }).click()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const cells = rows.map((row) => row.join('\t')).join('\n')
  await page.evaluate((text) => navigator.clipboard.writeText(text), cells)
  await page.getByRole('textbox', { name: '第 1 行 中文名称' }).focus()
  await page.keyboard.press('ControlOrMeta+V')
  await page.getByText(`已填入 ${rows.length - 1} 行`).waitFor()
}

/** Brings a document into a slot by its button, and waits until it is there. */
export async function bring(page: Page, slot: string, file: OwnFile): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: new RegExp(`(选择文件|上传新版).*${slot}`) }).click()
  await (await asked).setFiles(file)
  await page.getByRole('link', { name: file.name }).waitFor()
}

/** The columns of 附表 that an applicant's own sheet usually has. */
const sheetHead = ['中文名称', '英文名称', '数量', '包装单位', '重量／规格', '成分', '用途']

/** What follows the deciding questions. */
export interface Rest {
  trade: Trade
  /** Cells of one row, under the usual columns. */
  row: string[]
  /** What the descriptive file says. */
  says: string[]
  /** Places that each get a scan. */
  scans: readonly string[]
}

/** Goes from the deciding questions to the last step: trade, item list, documents. */
export async function fillRest(page: Page, rest: Rest): Promise<void> {
  await next(page, '收发货与口岸')
  await fillTrade(page, rest.trade)
  await lookOver(page)
  await next(page, '附表')
  await pasteLines(page, [sheetHead, rest.row])
  await next(page, '随附文件')
  const { lab } = await ownScans()
  await bring(page, '描述性文件', ownWord('描述性文件.docx', '描述性文件', rest.says))
  await bringEach(page, lab, rest.scans)
  await confirmDescription(page)
  await lookOver(page)
  await next(page, '核对并提交')
}

/** Files a complete application. Out: its number. */
export async function submit(page: Page): Promise<string> {
  await page.getByText('内容已齐，可以提交').waitFor()
  await act(page, '提交申请')
  await expectStatus(page, '待受理')
  return page.getByRole('heading', { level: 1 }).innerText()
}

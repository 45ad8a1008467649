import assert from 'node:assert/strict'
import { readSheet } from 'read-excel-file/node'
import type { Page } from 'playwright-core'
import writeXlsxFile from 'write-excel-file/node'
import { enter, goTo, lookOver, openWindow, phone } from '../desk.ts'
import type { Walk } from '../walk.ts'
import { begin } from './fill-in.ts'

const count = 200

/** The template of the system filled by an applicant: 200 rows, some of them with faults. */
async function filledTemplate(template: Buffer): Promise<Buffer> {
  const head = (await readSheet(template)).map((row) => row.map((cell) => String(cell ?? '')))
  const at = (title: string) => head[0]!.findIndex((text) => text.replace('*', '') === title)
  const rows = Array.from({ length: count }, (_, n) => {
    const row = head[0]!.map(() => '')
    const fill = (title: string, text: string) => void (row[at(title)] = text)
    fill('中文名称', `重组人白细胞介素 ${n + 1} 号`)
    fill('英文名称', `Recombinant human interleukin no. ${n + 1}`)
    fill('标签文字', '中文和英文')
    fill('货号', `EX-IL-${n + 1}`)
    fill('生产批号', `B26${n + 1}`)
    fill('数量', String(n + 1))
    fill('包装单位', '支')
    fill('重量／规格', '0.1 mg/支')
    fill('成分', '重组人白细胞介素（大肠杆菌表达），冻干粉')
    fill('用途', '细胞因子检测方法学研究的校准')
    return row
  })
  const spoil = (n: number, title: string, text: string) => void (rows[n - 1]![at(title)] = text)
  spoil(3, '数量', '十支')
  spoil(57, '英文名称', 'Интерлейкин')
  spoil(140, '成分', '')
  spoil(188, '用途', '科研')
  return writeXlsxFile([...head, ...rows]).toBuffer()
}

const inCell = (page: Page, cell: string) =>
  page.waitForFunction((at) => document.activeElement?.getAttribute('data-cell') === at, cell)

async function bringSheet(page: Page, buffer: Buffer, name = '附表.xlsx'): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '导入 Excel' }).click()
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await (await asked).setFiles({ name, mimeType, buffer })
}

/** 200 lines from the system's own template, with faults that are mended at their cells. */
export async function fromExcel(walk: Walk): Promise<void> {
  const page = await enter(walk, '林知远')
  await begin(page)
  await page.getByRole('radio', { name: '生物制品' }).check()
  await page.getByRole('button', { name: '附表' }).click()
  await lookOver(page)
  const asked = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载填写模板' }).click()
  const chunks: Buffer[] = []
  for await (const chunk of await (await asked).createReadStream()) chunks.push(chunk as Buffer)
  const sheet = await filledTemplate(Buffer.concat(chunks))

  await bringSheet(page, Buffer.from('名称,数量\n人血清,10'), '旧表.xlsx')
  await page.getByText('这不是 .xlsx 表格').waitFor()
  await page.getByRole('button', { name: '知道了' }).click()
  await bringSheet(page, sheet)
  // neither the explanations nor the example came along
  await page.getByText(`已导入 ${count} 行。说明和示例 2 行没有导入。`).waitFor()
  await page.getByRole('button', { name: '3 处需要修改' }).waitFor()
  await page.getByRole('button', { name: '1 处请核对' }).waitFor()
  await lookOver(page)
  await mend(page)
  await page.reload()
  await page.getByRole('button', { name: '附表' }).click()
  await page.getByText(`共 ${count} 行`).waitFor()
  await askedBeforeReplaced(page, sheet)
  await copied(page)
  await onPhone(walk, page)
}

/** From fault to fault by F8, each mended in its cell. */
async function mend(page: Page): Promise<void> {
  await page.keyboard.press('F8')
  await inCell(page, '2.quantity')
  await page.getByText('数量“十支”不是大于 0 的整数').first().waitFor()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('10')
  await page.getByRole('button', { name: '2 处需要修改' }).waitFor()
  await page.keyboard.press('F8')
  await inCell(page, '56.nameEn')
  await lookOver(page)
  await page.keyboard.press('F8')
  await inCell(page, '139.ingredients')
  await page.keyboard.type('重组人白细胞介素，冻干粉')
  await page.keyboard.press('Shift+F8')
  await inCell(page, '56.nameEn')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('Recombinant interleukin')
  // nothing stops it any more: what is to be looked at comes next
  await page.keyboard.press('F8')
  await inCell(page, '187.use')
  await page.getByText('用途“科研”过于简单').first().waitFor()
  await page.getByText(/已保存 \d\d:\d\d/).waitFor()
}

/** A second import asks; what was replaced comes back. */
async function askedBeforeReplaced(page: Page, sheet: Buffer): Promise<void> {
  const cell = page.getByLabel('第 3 行 数量')
  assert.equal(await cell.inputValue(), '10')
  await bringSheet(page, sheet)
  const dialog = page.getByRole('dialog')
  await dialog.getByText(`清单里已填写 ${count} 行`).waitFor()
  await lookOver(page)
  await dialog.getByRole('button', { name: `替换已有的 ${count} 行` }).click()
  await dialog.waitFor({ state: 'hidden' })
  assert.equal(await cell.inputValue(), '十支')
  await page.getByRole('button', { name: '撤销' }).click()
  assert.equal(await cell.inputValue(), '10')
}

/** The rows of another application of the unit, behind what is there. */
async function copied(page: Page): Promise<void> {
  await page.getByRole('button', { name: '从以前的申请复制' }).click()
  const dialog = page.getByRole('dialog')
  await dialog
    .getByRole('radio', { name: /人血清.*TS2026-/ })
    .first()
    .check()
  await lookOver(page)
  await dialog.getByRole('button', { name: '复制 1 行' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText(`共 ${count + 1} 行`).waitFor()
  await page.getByText(/已保存 \d\d:\d\d/).waitFor()
}

/** The same list on a phone: a small form a row, and from finding to finding. */
async function onPhone(walk: Walk, wide: Page): Promise<void> {
  const page = await openWindow(walk, phone)
  await page.context().addCookies(await wide.context().cookies())
  await page.goto(new URL(wide.url()).pathname)
  await page.getByRole('button', { name: '附表' }).click()
  await page
    .getByText(`第 1～20 行，共 ${count + 1} 行`)
    .first()
    .waitFor()
  await page.getByRole('button', { name: '下一处' }).click()
  await inCell(page, '187.use')
  await lookOver(page)
  await goTo(wide, '特殊物品审批')
}

import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { act, enter, expectStatus, goTo, lookOver, openFromBench, typeDay } from '../desk.ts'
import type { Walk } from '../walk.ts'

const number = 'TS2026-000004'

/** The day on which the clock of the case on the page runs out, as the page says it. */
async function dueDay(page: Page): Promise<string> {
  const fact = page.getByRole('term').filter({ hasText: '截止' })
  const text = await fact.locator('xpath=following-sibling::dd').innerText()
  const [, year, month, day] = /(\d+)\s*年\s*(\d+)\s*月\s*(\d+)\s*日/.exec(text) ?? []
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].join('-')
}

/** What the page says of one day of the clock. */
async function dayOf(page: Page, day: string): Promise<string> {
  return (
    (await page.getByRole('button', { name: new RegExp(`^${day}`) }).getAttribute('aria-label')) ??
    ''
  )
}

/** A special step is opened and ended: its days are not counted, and the page says so day by day. */
export async function specialStep(walk: Walk): Promise<void> {
  const first = await enter(walk, '何建安')
  await openFromBench(first, number)
  assert.equal(await dueDay(first), '2026-11-27')
  await act(first, '启动特殊环节', async (dialog) => {
    await dialog.getByRole('radio', { name: '专家资料审查' }).check()
    await dialog.getByLabel('预计需要').fill('5')
    await dialog.getByRole('textbox', { name: '原因' }).fill('需专家评估假病毒的复制缺陷证据')
    await lookOver(first)
  })
  await first.getByText('暂停计时').waitFor()
  await first.getByRole('link', { name: '特殊环节时间告知书' }).waitFor()
  await lookOver(first)

  walk.setClock('2026-11-26T10:00:00+08:00')
  await enter(walk, '何建安')
  await openFromBench(first, number)
  await act(first, '结束特殊环节', (dialog) =>
    dialog.getByRole('textbox', { name: '环节结果' }).fill('专家认为复制缺陷证据充分'),
  )
  await first.getByText('暂停计时').waitFor({ state: 'hidden' })
  // from 23 to 26 November, both not counted: five working days are left from the 27th on
  assert.equal(await dueDay(first), '2026-12-03')

  const applicant = await enter(walk, '林知远')
  await openFromBench(applicant, number)
  assert.equal(await dueDay(applicant), '2026-12-03')
  await applicant.getByRole('button', { name: '逐日说明' }).click()
  assert.match(await dayOf(applicant, '2026年11月25日'), /专家资料审查/)
  assert.match(await dayOf(applicant, '2026年11月29日'), /周末/)
  await lookOver(applicant)
}

/** The administrator sets a day off: he sees first which cases move, and their applicants are told. */
export async function calendarChanged(walk: Walk): Promise<void> {
  const administrator = await enter(walk, '施博文')
  await goTo(administrator, '工作日历设置')
  await lookOver(administrator)
  await administrator.getByRole('button', { name: '调整某一天' }).click()
  const dialog = administrator.getByRole('dialog')
  await typeDay(dialog, '日期', '2026-11-30')
  await dialog.getByRole('radio', { name: '改为放假' }).check()
  await dialog.getByLabel('名称', { exact: true }).fill('临时放假')
  await dialog.getByLabel('英文名称').fill('Special day off')
  await dialog.getByLabel('依据').fill('市政府办公厅通知〔2026〕9 号')
  await dialog.getByLabel('理由').fill('重大活动期间全市放假一天')
  assert.ok(await dialog.getByRole('button', { name: '确认调整' }).isDisabled())
  await dialog.getByRole('button', { name: '预览影响' }).click()
  const row = dialog.getByRole('row', { name: new RegExp(number) })
  await row.getByRole('cell', { name: '推后 1 天' }).waitFor()
  await lookOver(administrator)
  await dialog.getByRole('button', { name: '确认调整' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await administrator.getByRole('row', { name: /重大活动期间全市放假一天/ }).waitFor()

  const applicant = await enter(walk, '林知远')
  await told(applicant)
  await applicant.getByRole('link', { name: new RegExp(`^${number} .*2026年12月4日`) }).click()
  await applicant.getByRole('heading', { level: 1, name: number }).waitFor()
  await expectStatus(applicant, '已受理（待初审）')
  assert.equal(await dueDay(applicant), '2026-12-04')
  await applicant.getByRole('button', { name: '逐日说明' }).click()
  assert.match(await dayOf(applicant, '2026年11月30日'), /临时放假/)
  await lookOver(applicant)
}

/** Waits for the notice in the in-box: cases are projected again a moment after the change. */
async function told(page: Page): Promise<void> {
  await goTo(page, '消息')
  const notice = page.getByRole('link', { name: new RegExp(`^${number} `) })
  for (let tries = 0; tries < 20 && (await notice.count()) === 0; tries++) {
    await page.waitForTimeout(500)
    await page.reload()
    await page.getByRole('table').waitFor()
  }
  await lookOver(page)
}

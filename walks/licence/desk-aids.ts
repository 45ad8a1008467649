import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { act, enter, expectStatus, goTo, lookOver } from '../desk.ts'
import type { Walk } from '../walk.ts'

/** Presses what begins a download. Out: its name and how many bytes came. */
async function downloaded(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) }
}

const zipMark = 'PK'

/** An officer takes the next case, remarks at a field, and the remark becomes the correction. */
export async function pulledAndRemarked(walk: Walk): Promise<void> {
  const window = await enter(walk, '周雨桐')
  await goTo(window, '特殊物品审批')
  await window.getByRole('button', { name: '取下一件' }).click()
  await window.waitForURL(/\/licence\/[0-9a-f-]{36}$/)
  await window.locator('.in-hand').getByText('周雨桐').waitFor()
  await window.getByText('海关窗口受理岗领取').waitFor()
  const pin = window.getByRole('button', { name: '对“发货人”提意见' })
  await pin.click()
  await window.getByRole('textbox', { name: '意见' }).fill('请写明发货人全称和地址')
  await window.getByRole('button', { name: '添加意见' }).click()
  const remarks = window.getByRole('region', { name: '内部意见' })
  await remarks.getByText('请写明发货人全称和地址').waitFor()
  await window.keyboard.press('Escape')
  await remarks.getByRole('checkbox', { name: '带入补正通知' }).check()
  await lookOver(window)
  await act(window, '一次性告知补正', async (dialog) => {
    const what = dialog.getByRole('textbox', { name: '需要怎样补正' })
    assert.equal(await what.inputValue(), '请写明发货人全称和地址')
  })
  await expectStatus(window, '补正中')
  await window.getByRole('button', { name: '标为已处理：发货人' }).click()
  await window.getByRole('button', { name: '重新打开：发货人' }).waitFor()
}

/** The register: found by its catalogue number, kept as a view, exported, and all of a case in one file. */
export async function foundAndTaken(walk: Walk): Promise<void> {
  const first = await enter(walk, '何建安')
  await goTo(first, '特殊物品审批')
  const all = first.getByRole('searchbox')
  await all.fill('mv-pv16')
  await all.press('Enter')
  await first.getByText('共 1 条').waitFor()
  await first.getByRole('button', { name: '保存当前视图' }).click()
  await first.getByRole('textbox', { name: '视图名称' }).fill('假病毒')
  await first.getByRole('button', { name: '保存', exact: true }).click()
  const views = first.getByRole('navigation', { name: '我的视图' })
  await views.getByRole('button', { name: '假病毒', exact: true }).waitFor()
  await lookOver(first)
  const sheet = await downloaded(first, () =>
    first.getByRole('link', { name: '导出 Excel' }).click(),
  )
  assert.match(sheet.name, /\.xlsx$/)
  assert.equal(sheet.bytes.subarray(0, 2).toString(), zipMark)

  await first.getByRole('row').getByRole('link').first().click()
  await first.getByRole('region', { name: '检查清单' }).getByText('已检查 0 项').waitFor()
  await first.getByRole('checkbox', { name: /由应当申请的单位申请/ }).click()
  await first.getByText('已检查 1 项').waitFor()
  await first.getByRole('button', { name: '在旁边查看' }).first().click()
  await first.getByRole('button', { name: '放大' }).click()
  await first.getByRole('button', { name: '关闭查看' }).click()
  const zip = await downloaded(first, () =>
    first.getByRole('link', { name: '打包下载此件' }).click(),
  )
  assert.match(zip.name, /^TS2026-\d{6} .+\.zip$/)
  assert.equal(zip.bytes.subarray(0, 2).toString(), zipMark)
  await first.getByRole('link', { name: '打印所申报内容' }).click()
  await first.getByRole('heading', { level: 1, name: /^所申报内容 TS2026/ }).waitFor()
  await lookOver(first)

  await goTo(first, '特殊物品审批')
  await views.getByRole('button', { name: '假病毒', exact: true }).click()
  await first.getByText('共 1 条').waitFor()
  await views.getByRole('button', { name: '删除视图“假病毒”' }).click()
  await first.getByRole('button', { name: '保存当前视图' }).waitFor()
}

import assert from 'node:assert/strict'
import { act, enter, expectStatus, lookOver, openFromBench, pick } from '../desk.ts'
import type { Walk } from '../walk.ts'
import { bring, ownScans } from './fill-in.ts'

const number = 'TS2026-000001'

/** A correction notice and its return: only what was named is open, and the officer sees what changed. */
export async function correction(walk: Walk): Promise<void> {
  const window = await enter(walk, '周雨桐')
  await openFromBench(window, number)
  await act(window, '一次性告知补正', async (dialog) => {
    const place = dialog.getByRole('combobox', { name: '位置' })
    await place.first().click()
    await place.first().fill('发货人')
    await pick(window, '发货人')
    await dialog.getByRole('textbox', { name: '需要怎样补正' }).fill('请写明发货人所在的部门')
    await dialog.getByRole('button', { name: '再加一项' }).click()
    await place.nth(1).click()
    await place.nth(1).fill('检测报告')
    await pick(window, '检测报告')
    await dialog.getByRole('textbox', { name: '需要怎样补正' }).nth(1).fill('报告缺少签章页')
    await lookOver(window)
  })
  await expectStatus(window, '补正中')
  await window.getByRole('link', { name: '材料补正告知书' }).waitFor()

  const applicant = await enter(walk, '林知远')
  await openFromBench(applicant, number)
  await applicant.getByText('需补正 1 项').first().waitFor()
  // it opens where the first thing is to be corrected; everything else there is text
  await applicant.getByRole('heading', { name: '收发货与口岸' }).waitFor()
  assert.equal(await applicant.getByRole('textbox').count(), 1)
  await applicant.getByText('请写明发货人所在的部门').first().waitFor()
  await applicant.getByRole('heading', { name: '以下内容已锁定，不能修改' }).waitFor()
  await lookOver(applicant)
  await applicant.getByLabel('发货人').fill('Northfield Biobank Ltd., Cell Division')
  await applicant.getByRole('button', { name: '附表' }).click()
  assert.equal(await applicant.getByRole('button', { name: '添加一行' }).count(), 0)
  await applicant.getByRole('button', { name: '随附文件' }).click()
  assert.equal(await applicant.getByRole('button', { name: /描述性文件/ }).count(), 0)
  const { report } = await ownScans()
  await bring(applicant, '检测报告', { ...report, name: '检测报告（含签章页）.pdf' })
  await lookOver(applicant)
  await applicant.getByRole('button', { name: '核对并提交' }).click()
  await lookOver(applicant)
  await act(applicant, '提交申请')
  await expectStatus(applicant, '待受理')

  await openFromBench(window, number)
  const form = window.getByRole('region', { name: '申请表' })
  await form.getByText('Northfield Biobank Ltd., Cell Division').waitFor()
  const before = form.getByRole('deletion')
  assert.deepEqual(await before.allInnerTexts(), ['Northfield Biobank Ltd.'])
  const documents = window.getByRole('region', { name: '随附文件' })
  await documents.getByText('以前的 1 个版本').waitFor()
  await lookOver(window)
  await act(window, '受理')
  await expectStatus(window, '已受理（待初审）')
}

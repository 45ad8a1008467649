import assert from 'node:assert/strict'
import { act, choose, enter, expectStatus, lookOver, openFromBench } from '../desk.ts'
import type { Walk } from '../walk.ts'
import { begin, fillRest, submit } from './fill-in.ts'

/** A natural person asks for one course of medicine; more than the prescription says is not taken. */
export async function ownMedicine(walk: Walk): Promise<void> {
  const page = await enter(walk, '岑安歌')
  await begin(page)
  await page.getByRole('radio', { name: '入境', exact: true }).check()
  await page.getByRole('radio', { name: '血液及血液制品' }).check()
  await choose(page, '物品种类', '血液制品')
  await page.getByRole('radio', { name: '个人疾病预防、诊断、治疗' }).check()
  await page.getByRole('radio', { name: '不含病原微生物', exact: true }).check()
  await page.getByLabel('处方或说明书载明的数量').fill('10')
  // what only units are asked does not stand there
  assert.equal(await page.getByText('申请单位与物品的关系').count(), 0)
  await lookOver(page)
  await fillRest(page, {
    trade: {
      consignor: 'Northfield Biobank Ltd.',
      consignee: '岑安歌',
      country: '英国',
      day: '2026-12-21',
      address: '北京市朝阳区和平街 1 号',
    },
    row: [
      '静注人免疫球蛋白',
      'Human immunoglobulin for intravenous use',
      '12',
      '瓶',
      '2.5 g/瓶',
      '人免疫球蛋白，甘氨酸',
      '本人原发性免疫缺陷的替代治疗',
    ],
    says: ['静注人免疫球蛋白，人血浆蛋白制品。', '2～8 ℃ 冷藏运输。'],
    scans: ['医生处方、说明书等', '检测报告'],
  })
  await page.getByText('附表数量合计 12，超过处方或者说明书载明的 10').waitFor()
  await lookOver(page)
  await page.getByRole('button', { name: '附表' }).click()
  await page.getByRole('textbox', { name: '第 1 行 数量' }).fill('10')
  await page.getByRole('button', { name: '核对并提交' }).click()
  const number = await submit(page)

  const window = await enter(walk, '周雨桐')
  await openFromBench(window, number)
  await window.getByText('个人疾病预防、诊断、治疗').first().waitFor()
  await lookOver(window)
  await act(window, '受理')
  await expectStatus(window, '已受理（待初审）')
}

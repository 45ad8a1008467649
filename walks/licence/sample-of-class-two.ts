import type { Page } from 'playwright-core'
import { act, choose, enter, expectStatus, goTo, lookOver, openFromBench, pick } from '../desk.ts'
import type { Walk } from '../walk.ts'
import { begin, fillArticle, fillRest, submit } from './fill-in.ts'
import { download, readAsPixels } from './permit-seen.ts'

const country = '发货人应写明具体部门'
const address = '使用地址应写明房间号'

/** A class-2 pathogen whose samples a level-2 laboratory may test: from the form to the permit. */
export async function sampleOfClassTwo(walk: Walk): Promise<void> {
  const applicant = await enter(walk, '林知远')
  const number = await file(applicant)
  await correct(walk, applicant, number)
  await decide(walk, number)
  await goTo(applicant, '特殊物品审批')
  await applicant.getByRole('link', { name: number }).click()
  await expectStatus(applicant, '已审批')
  const permit = await download(applicant, /卫生检疫审批单/)
  readAsPixels(permit, ['京华大学医学部', '布鲁氏菌病患者血清样本'])
  await lookOver(applicant)
}

async function file(page: Page): Promise<string> {
  await begin(page)
  await fillArticle(page, { class: '微生物', kind: '细菌', purpose: '科研', pathogens: true })
  await choose(page, '病原微生物名称和实验活动', '布鲁氏菌属', '布鲁氏菌')
  await page.getByRole('combobox', { name: '布鲁氏菌属 实验活动' }).click()
  await pick(page, '样本检测')
  await page.getByText('第二类，需 BSL-2').waitFor()
  await choose(page, '使用的实验室', '微生物学实验室', '微生物')
  await lookOver(page)
  await fillRest(page, {
    trade: {
      consignor: 'Meridian Culture Collection',
      country: '法国',
      day: '2026-12-28',
      address: '北京市海淀区知新路 1 号医学楼',
    },
    row: [
      '布鲁氏菌病患者血清样本',
      'Serum samples of brucellosis patients',
      '30',
      '支',
      '0.5 ml/支',
      '经检测可能含布鲁氏菌的人血清，无防腐剂',
      '血清学检测方法的验证研究',
    ],
    says: ['布鲁氏菌样本。'],
    scans: [
      '省级以上卫生健康主管部门批准文件',
      '国内使用单位实验室生物安全等级说明',
      '科研项目立项书或者合作协议',
      '生物学特性说明（中英文对照）',
    ],
  })
  return submit(page)
}

/** The window names two fields; only these open, and the return is accepted. */
async function correct(walk: Walk, applicant: Page, number: string): Promise<void> {
  const window = await enter(walk, '周雨桐')
  await openFromBench(window, number)
  await act(window, '一次性告知补正', async (dialog) => {
    const place = dialog.getByRole('combobox', { name: '位置' })
    await place.first().click()
    await place.first().fill('发货人')
    await pick(window, '发货人')
    await dialog.getByRole('textbox', { name: '需要怎样补正' }).fill(country)
    await dialog.getByRole('button', { name: '再加一项' }).click()
    await place.nth(1).click()
    await place.nth(1).fill('存放地址')
    await pick(window, '生产、加工、使用、存放地址')
    await dialog.getByRole('textbox', { name: '需要怎样补正' }).nth(1).fill(address)
  })
  await expectStatus(window, '补正中')
  await openFromBench(applicant, number)
  await applicant.getByText('需补正 2 项').first().waitFor()
  await applicant.getByLabel('发货人').fill('Meridian Culture Collection, Serum Bank')
  await applicant
    .getByLabel('生产、加工、使用、存放地址')
    .fill('北京市海淀区知新路 1 号医学楼 B315')
  await applicant.getByRole('button', { name: '核对并提交' }).click()
  await act(applicant, '提交申请')
  await expectStatus(applicant, '待受理')
  await openFromBench(window, number)
  await window.getByRole('region', { name: '申请表' }).getByText('Serum Bank').waitFor()
  await act(window, '受理')
  await expectStatus(window, '已受理（待初审）')
}

/** Laboratory testing stops the clock; then one proposes and another decides. */
async function decide(walk: Walk, number: string): Promise<void> {
  const first = await enter(walk, '何建安')
  await openFromBench(first, number)
  await act(first, '启动特殊环节', async (dialog) => {
    await dialog.getByRole('radio', { name: '实验室检测' }).check()
    await dialog.getByLabel('预计需要').fill('3')
    await dialog.getByRole('textbox', { name: '原因' }).fill('抽样检测是否含活菌')
  })
  await first.getByText('暂停计时').waitFor()
  await first.getByRole('link', { name: '特殊环节时间告知书' }).waitFor()
  await act(first, '结束特殊环节', (dialog) =>
    dialog.getByRole('textbox', { name: '环节结果' }).fill('未检出活菌'),
  )
  await act(first, '初审提出意见', async (dialog) => {
    await dialog.getByRole('radio', { name: '拟准予许可' }).check()
    await dialog.getByRole('textbox', { name: '初审意见' }).fill('材料齐全属实，拟准予许可')
  })
  await expectStatus(first, '待复核')
  const second = await enter(walk, '郑书宁')
  await openFromBench(second, number)
  await act(second, '准予许可')
  await expectStatus(second, '已审批')
  await lookOver(second)
}

import { act, enter, expectStatus, lookOver, openFromBench } from '../desk.ts'
import type { Walk } from '../walk.ts'
import { begin, fillArticle, fillRest, submit } from './fill-in.ts'

/** Cells with human genetic resources leave the country: the approval for them is asked for. */
export async function outward(walk: Walk): Promise<void> {
  const page = await enter(walk, '苏苒')
  await begin(page)
  await page.getByRole('radio', { name: '生产企业', exact: true }).check()
  await fillArticle(page, {
    direction: '出境',
    standing: '出境：本单位生产、加工或者研究的物品',
    class: '人体组织',
    kind: '人体细胞',
    purpose: '科研',
    trade: '非商品',
  })
  const genetic = page.locator('[data-place=humanGenetic]')
  await genetic.getByRole('radio', { name: '是', exact: true }).check()
  await lookOver(page)
  await fillRest(page, {
    trade: {
      consignor: '北辰生物技术（北京）有限公司',
      consignee: 'Northfield Biobank Ltd.',
      country: '英国',
      destination: '伦敦',
      day: '2026-12-21',
      address: '北京经济技术开发区荣景路 18 号 3 号楼',
    },
    row: [
      '人外周血单个核细胞',
      'Human peripheral blood mononuclear cells',
      '40',
      '支',
      '1 ml/支，1×10⁷ 个细胞',
      '人外周血单个核细胞，含 10% DMSO 冻存液',
      '国际合作研究的中心实验室比对',
    ],
    says: ['人外周血单个核细胞，干冰运输。'],
    scans: ['人类遗传资源管理部门批准文件', '检测报告', '科研项目立项书或者合作协议'],
  })
  const number = await submit(page)

  const window = await enter(walk, '段青禾')
  await openFromBench(window, number)
  await act(window, '受理')
  await expectStatus(window, '已受理（待初审）')
  await lookOver(window)
}

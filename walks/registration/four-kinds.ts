import { goTo } from '../desk.ts'
import type { Walk } from '../walk.ts'
import { pass, showOriginals } from './at-window.ts'
import { enrol, register, type NewUnit } from './fill-in.ts'

const units: Record<'producer' | 'seller' | 'user', NewUnit> = {
  producer: {
    name: '晴岚生物制品（北京）有限公司',
    code: 801,
    activity: '生产',
    mailbox: 'qinglan@example.cn',
    nature: '企业',
    scope: '生产生物制品和诊断试剂',
  },
  seller: {
    name: '远岫试剂销售有限公司',
    code: 802,
    activity: '销售',
    mailbox: 'yuanxiu@example.cn',
    nature: '企业',
    scope: '批发生物制品、体外诊断试剂',
    sells: '体外诊断试剂',
  },
  user: {
    name: '听松医学检验所有限公司',
    code: 803,
    activity: '检验',
    mailbox: 'tingsong@example.cn',
    nature: '企业',
    scope: '医学检验服务',
  },
}

/** From the request to the day on which it may apply, all by pages: one kind of unit. */
function fromRequestToPassed(unit: NewUnit) {
  return async (walk: Walk): Promise<void> => {
    const page = await enrol(walk, unit)
    await register(page, unit)
    await showOriginals(walk, '周雨桐', unit.name)
    await pass(walk, unit.name, /^单位登记 DJ2026-/)
    await goTo(page, '特殊物品审批')
    await page.getByRole('link', { name: '新建申请' }).click()
    await page.getByRole('button', { name: '开始填写' }).click()
    await page.getByRole('heading', { name: '物品与风险' }).waitFor()
  }
}

export const producer = fromRequestToPassed(units.producer)
export const seller = fromRequestToPassed(units.seller)
export const user = fromRequestToPassed(units.user)

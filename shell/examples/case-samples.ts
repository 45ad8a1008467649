import type { Remark } from '#shell/parts/remark.ts'
import type { ShownField } from '#shell/parts/field-list.tsx'
import type { ShownFile, FileSlot } from '#shell/parts/file-slot.ts'

/** A filled application, as the form prints it. */
export const sampleFields: readonly ShownField[] = [
  { at: 'direction', title: '出入境方向', duty: 'S2-053', value: '入境' },
  { at: 'articleClass', title: '物品类别', duty: 'S2-013', value: '血液及血液制品' },
  { at: 'purpose', title: '用途', value: '科研' },
  {
    at: 'plannedDay',
    title: '计划入境日期',
    duty: 'S2-158',
    value: '2026年11月20日',
    before: '2026年10月30日',
  },
  {
    at: 'consignor',
    title: '发货人',
    duty: 'S2-151',
    value: 'Nordlund Biobank AB（瑞典）',
    wide: true,
  },
  { at: 'consignee', title: '收货人', duty: 'S2-152', value: '北京清源生物医药研究院', wide: true },
  {
    at: 'manufacturer',
    title: '生产厂家',
    duty: 'S2-153',
    value: 'Nordlund Biobank AB',
    before: 'Nordlund',
  },
  { at: 'country', title: '输出国家（地区）', value: '瑞典' },
  { at: 'contractNo', title: '合同号', duty: 'S2-148', value: '', notApplicable: true },
  { at: 'port', title: '入境口岸', duty: 'S2-156', value: '北京首都国际机场' },
  {
    at: 'useAddress',
    title: '使用、存放地址',
    duty: 'S2-157',
    value: '北京市海淀区永丰北路 9 号 3 号楼 402 室（BSL-2 实验室）',
    wide: true,
  },
  {
    at: 'remarks',
    title: '备注',
    duty: 'S2-150',
    value: '样本已经热灭活处理（56 ℃，30 min），随附供体传染病检测报告。',
    wide: true,
  },
]

export const sampleRemarks: readonly Remark[] = [
  {
    id: 'r1',
    at: 'manufacturer',
    text: '标签上是简称，请同时写明全称和简称。',
    who: '周明',
    when: '2026-09-16T02:00:00Z',
    settled: true,
  },
  {
    id: 'r2',
    at: 'useAddress',
    text: '请补充楼层平面图上的房间编号，与实验室登记一致。',
    who: '李敏',
    when: '2026-10-12T02:18:00Z',
    settled: false,
  },
]

const mb = 1024 * 1024

/** A slot every application has. */
export const descriptionSlot: FileSlot = {
  at: 'slot-description',
  title: '特殊物品描述性文件',
  duty: 'S2-170',
  why: '所有申请均需上传，用 Word 提供。',
  required: true,
  kinds: ['docx', 'doc'],
  mostBytes: 2 * mb,
  mostDuty: 'S2-161',
}

/** A slot asked for because of the article's class. */
export const reportSlot: FileSlot = {
  at: 'slot-report',
  title: '检测报告',
  duty: 'S2-183',
  why: '人体来源的物品，需提供检测报告以判明传染性风险。',
  required: true,
  kinds: ['pdf', 'jpeg', 'png'],
  mostBytes: 2 * mb,
  mostDuty: 'S2-161',
  many: true,
}

export const descriptionFiles: readonly ShownFile[] = [
  {
    id: 'f2',
    name: '特殊物品描述-人血清（补正）.docx',
    bytes: 1_240_000,
    at: '2026-09-17T07:40:00Z',
    by: '王晓彤',
    version: 2,
    href: '#f2',
    scan: 'clean',
  },
  {
    id: 'f1',
    name: '特殊物品描述-人血清.docx',
    bytes: 1_180_000,
    at: '2026-09-15T07:40:00Z',
    by: '王晓彤',
    version: 1,
    href: '#f1',
    scan: 'clean',
  },
]

export const reportFiles: readonly ShownFile[] = [
  {
    id: 'f3',
    name: '供体血清学检测报告（HBV、HCV、HIV、梅毒）.pdf',
    bytes: 860_000,
    at: '2026-09-15T07:44:00Z',
    by: '王晓彤',
    version: 1,
    href: '#f3',
    scan: 'unscanned',
  },
  {
    id: 'f4',
    name: '灭活验证报告.pdf',
    bytes: 412_000,
    at: '2026-09-15T07:45:00Z',
    by: '王晓彤',
    version: 1,
    href: '#f4',
    scan: 'waiting',
  },
]

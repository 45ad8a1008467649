import { Button } from 'antd'
import { ChartBox } from '#shell/parts/chart-box.tsx'
import { WorkbenchFrame, type WorkItem } from '#shell/parts/workbench-frame.tsx'

const review: readonly WorkItem[] = [
  {
    id: '1',
    title: '人血清 500 ml（10 支）',
    sub: '北京清源生物医药研究院，京特审〔2026〕000131 号',
    left: -1,
    due: '2026-10-09',
  },
  {
    id: '2',
    title: '结核分枝杆菌 H37Rv 菌株 2 支',
    sub: '北京同和临床检验所，京特审〔2026〕000128 号',
    left: 2,
    due: '2026-10-14',
  },
  {
    id: '3',
    title: '重组人白介素-2 抗体 120 µg',
    sub: '北京景山抗体技术有限公司，京特审〔2026〕000127 号',
    left: 3,
    due: '2026-10-15',
  },
  {
    id: '4',
    title: '脐带血单个核细胞 4 管',
    sub: '首都细胞工程中心，京特审〔2026〕000123 号',
    left: 13,
    due: '2026-10-29',
  },
].map((row) => ({
  ...row,
  href: '/parts/case',
  status: { words: '待初审', tone: 'progress' as const },
}))

const paused: readonly WorkItem[] = [
  {
    id: '5',
    href: '/parts/case',
    title: '含 SARS-CoV-2 灭活样本 60 管',
    sub: '专家资料审查，告知书 2026-10-08',
    left: 16,
    paused: true,
    status: { words: '特殊环节', tone: 'hold' },
  },
  {
    id: '6',
    href: '/parts/case',
    title: 'HEK293T 细胞系 1 支',
    sub: '等申请人补正，已 3 天',
    left: null,
    status: { words: '补正中', tone: 'warn' },
  },
]

/** The workbench of a first reviewer. */
export function WorkbenchExample() {
  return (
    <WorkbenchFrame
      title="工作台"
      hint="李敏，上午好。今天有 1 件超期、2 件三天内到期。"
      acts={<Button>导出本周情况</Button>}
      figures={[
        { key: 'mine', title: '待我初审', value: 12, unit: '件', href: '/parts/register' },
        {
          key: 'soon',
          title: '三天内到期',
          value: 2,
          unit: '件',
          href: '/parts/register',
          tone: 'warn',
        },
        {
          key: 'over',
          title: '已超期',
          value: 1,
          unit: '件',
          href: '/parts/register',
          tone: 'danger',
        },
        { key: 'step', title: '特殊环节中', value: 3, unit: '件', href: '/parts/register' },
        { key: 'usual', title: '近 30 天平均用时', value: '6.4', unit: '个工作日' },
      ]}
      lists={[
        {
          key: 'review',
          title: '等我办理',
          items: review,
          total: 12,
          more: '/parts/register',
          empty: { title: '没有等您办理的件' },
        },
        { key: 'paused', title: '我在等的', items: paused, empty: { title: '没有在等的件' } },
        {
          key: 'ends',
          title: '即将到期的许可',
          items: [],
          empty: {
            title: '一个月内没有到期的许可',
            hint: '到期前 30 天会列在这里，并通知申请单位。',
          },
        },
      ]}
      chart={
        <ChartBox
          title="这个月每周收了多少、办了多少？"
          data={{
            kind: 'bar',
            unit: '件',
            categories: ['第 37 周', '第 38 周', '第 39 周', '第 40 周', '第 41 周'],
            series: [
              { name: '受理', values: [18, 24, 9, 0, 21] },
              { name: '办结', values: [15, 22, 14, 0, 17] },
            ],
          }}
        />
      }
    />
  )
}

import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { DaysLeft } from '#shell/parts/clock.tsx'
import { FilterTable } from '#shell/parts/filter-table.tsx'
import { PageHead } from '#shell/parts/page-head.tsx'
import { Quantity } from '#shell/parts/quantity.tsx'
import { StatusTag } from '#shell/parts/status-tag.tsx'
import { registerSource, type SampleCase } from './register-samples.ts'
import { sampleStatuses } from './samples.ts'

/** A register of applications, searched in memory the way the server would. */
export function RegisterExample() {
  return (
    <>
      <PageHead title="申请台账" acts={<Button type="primary">新建申请</Button>} />
      <FilterTable<SampleCase>
        name="example"
        source={registerSource}
        rowKey={(row) => row.number}
        search="受理号、单位、物品名称"
        defaultSort="-received"
        size={20}
        filters={[
          {
            key: 'status',
            label: '状态',
            kind: 'choices',
            options: sampleStatuses.map((s) => ({ value: s.words, label: s.words })),
          },
          {
            key: 'grade',
            label: '风险等级',
            kind: 'choice',
            options: ['A', 'B', 'C'].map((g) => ({ value: g, label: g })),
          },
          { key: 'received', label: '受理日', kind: 'days' },
          { key: 'mine', label: '只看我经办的', kind: 'flag' },
        ]}
        columns={[
          {
            key: 'number',
            title: '受理号',
            always: true,
            render: (row) => (
              <Link to="/parts/case" className="nowrap">
                {row.number}
              </Link>
            ),
          },
          { key: 'article', title: '物品', render: (row) => row.article, width: 220 },
          { key: 'unit', title: '申请单位', render: (row) => row.unit, sort: true },
          { key: 'grade', title: '等级', render: (row) => row.grade, align: 'center' },
          {
            key: 'quantity',
            title: '数量',
            align: 'right',
            render: (row) => <Quantity value={row.quantity} unit={row.packing} />,
          },
          { key: 'received', title: '受理日', render: (row) => row.received, sort: true },
          {
            key: 'status',
            title: '状态',
            render: (row) => <StatusTag words={row.status.words} tone={row.status.tone} />,
          },
          { key: 'left', title: '时限', sort: true, render: (row) => <DaysLeft left={row.left} /> },
          { key: 'handler', title: '经办', hidden: true, render: (row) => row.handler },
        ]}
        exportHref={() => '#export'}
        empty={{ title: '还没有申请', hint: '第一份申请提交后会列在这里。' }}
      />
    </>
  )
}

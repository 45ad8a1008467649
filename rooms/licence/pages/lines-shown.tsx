import { Table } from 'antd'
import { useWord } from '#shell/language.tsx'
import { lineColumns, type ItemLine } from '../forms.ts'

/** 附表 as filed; long lists scroll inside. */
export function LinesShown({ lines }: { lines: readonly ItemLine[] }) {
  const word = useWord()
  return (
    <Table<ItemLine & { n: number }>
      size="small"
      pagination={lines.length > 50 ? { pageSize: 50 } : false}
      scroll={{ x: 'max-content' }}
      rowKey="n"
      dataSource={lines.map((l, i) => ({ ...l, n: i + 1 }))}
      columns={[
        { title: '#', dataIndex: 'n', width: 48 },
        ...lineColumns.map((c) => ({
          title: word(c.title),
          dataIndex: c.name,
          align: c.name === 'quantity' ? ('right' as const) : ('left' as const),
          render: (value: unknown) => (value === null || value === '' ? '—' : String(value)),
        })),
      ]}
    />
  )
}

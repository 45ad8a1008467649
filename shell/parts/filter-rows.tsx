import { Table } from 'antd'
import type { ReactNode } from 'react'
import { useWord, useWords } from '#shell/language.tsx'
import type { Column } from './table-column.ts'
import { tableWords } from './table-words.ts'
import './filter-table.css'

/** Rows one may choose, to act on several at once. */
export interface Choosing<Row> {
  can: (row: Row) => boolean
  /** What a row's box is called. */
  name: (row: Row) => string
  /** What can be done with those chosen. */
  acts: (rows: readonly Row[]) => ReactNode
}

/** The rows of a register on a wide window. */
export function FilterRows<Row>(props: {
  rows: readonly Row[]
  rowKey: (row: Row) => string
  choosing?: Choosing<Row> | undefined
  shown: readonly Column<Row>[]
  dense: boolean
  sort: string | undefined
  stale: boolean
  ask: (next: Record<string, string | undefined>) => void
  chosen: readonly Row[]
  setKeys: (keys: readonly string[]) => void
}) {
  const word = useWord()
  const words = useWords(tableWords)
  const { sort, choosing } = props
  const key = sort?.replace(/^-/, '')
  return (
    <div className="filter-table-rows card" data-stale={props.stale}>
      <Table<Row>
        dataSource={[...props.rows]}
        rowKey={props.rowKey}
        size={props.dense ? 'middle' : 'large'}
        pagination={false}
        showSorterTooltip={false}
        // long text is cut before the table is wider than its place; only then it scrolls
        scroll={{ x: leastWidth(props.shown, choosing ? 40 : 0) }}
        columns={props.shown.map((column) => ({
          key: column.key,
          title: word(column.title),
          render: (_: unknown, row: Row) => column.render(row),
          sorter: column.sort ?? false,
          sortOrder: key !== column.key ? null : sort?.startsWith('-') ? 'descend' : 'ascend',
          ...(column.width ? { width: column.width } : {}),
          align: column.align ?? 'left',
          ellipsis: column.cut ?? false,
        }))}
        onChange={(_pages, _filters, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter
          const sign = one?.order === 'descend' ? '-' : ''
          props.ask({ sort: one?.order ? `${sign}${String(one.columnKey)}` : undefined })
        }}
        {...(choosing
          ? {
              rowSelection: {
                // the usual box for all would also stand in a hidden row that measures, and take the focus there
                columnTitle: <span className="unseen">{words.choose}</span>,
                selectedRowKeys: props.chosen.map(props.rowKey),
                columnWidth: 40,
                getCheckboxProps: (row: Row) => ({ 'aria-label': choosing.name(row) }),
                renderCell: (_checked: boolean, row: Row, _at: number, box: ReactNode) =>
                  choosing.can(row) ? box : null,
                onChange: (keys: unknown[]) => props.setKeys(keys.map(String)),
              },
            }
          : {})}
      />
    </div>
  )
}

/** What the columns need at least, in pixels. */
function leastWidth<Row>(columns: readonly Column<Row>[], besides: number): number {
  return columns.reduce((sum, column) => sum + (column.width ?? 120), besides)
}

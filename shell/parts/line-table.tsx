import { Pagination } from 'antd'
import { useState, type ReactNode } from 'react'
import { useWord } from '#shell/language.tsx'
import { EmptyState } from './empty-state.tsx'
import './line-table.css'

/** One column of a small table. */
export interface LineColumn<Row> {
  key: string
  title: ReactNode
  render: (row: Row, index: number) => ReactNode
  align?: 'left' | 'right' | 'center'
  width?: number
}

/**
 * A small table inside a page, all of whose rows are already there: lines of a permit, movements, members.
 * For long registers that live on the server see FilterTable. In: `label` names it for screen readers.
 */
export function LineTable<Row>(props: {
  label: string
  columns: readonly LineColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  empty?: { title: string; hint?: ReactNode; action?: ReactNode }
  /** Rows on one page; 50 unless told. */
  size?: number
}) {
  const word = useWord()
  const [page, setPage] = useState(1)
  const { columns, rows, size = 50 } = props
  if (rows.length === 0)
    return (
      <EmptyState {...(props.empty ?? { title: word({ zh: '还没有记录', en: 'No rows yet' }) })} />
    )
  const last = Math.max(1, Math.ceil(rows.length / size))
  const at = Math.min(page, last)
  return (
    <div className="line-table">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table scrolls by keys */}
      <div className="line-table-scroll" tabIndex={0}>
        <table aria-label={props.label}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  align={column.align ?? 'left'}
                  style={widthOf(column)}
                >
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice((at - 1) * size, at * size).map((row, i) => (
              <tr key={props.rowKey(row)}>
                {columns.map((column) => (
                  <td key={column.key} align={column.align ?? 'left'}>
                    {column.render(row, (at - 1) * size + i)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > size && (
        <Pagination
          size="small"
          align="end"
          showSizeChanger={false}
          current={at}
          pageSize={size}
          total={rows.length}
          onChange={setPage}
        />
      )}
    </div>
  )
}

const widthOf = (column: { width?: number }) => (column.width ? { width: column.width } : {})

import { Pagination } from 'antd'
import { useState, type ReactNode } from 'react'
import { useWord } from '#shell/language.tsx'
import { EmptyState } from './empty-state.tsx'
import { useNarrow } from './narrow.ts'
import { TableCards } from './table-cards.tsx'
import './line-table.css'

/** One column of a small table. */
export interface LineColumn<Row> {
  key: string
  title: ReactNode
  render: (row: Row, index: number) => ReactNode
  align?: 'left' | 'right' | 'center'
  width?: number
  /** Names the row where it is shown as a card, on a phone; the first column unless told. */
  head?: boolean
}

/**
 * A small table inside a page, all of whose rows are already there: lines of a permit, movements, members;
 * cards on a phone. For long registers that live on the server see FilterTable. In: `label` names it for
 * screen readers.
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
  const narrow = useNarrow()
  const [page, setPage] = useState(1)
  const { columns, rows, size = 50 } = props
  if (rows.length === 0)
    return (
      <EmptyState {...(props.empty ?? { title: word({ zh: '还没有记录', en: 'No rows yet' }) })} />
    )
  const last = Math.max(1, Math.ceil(rows.length / size))
  const at = Math.min(page, last)
  const shown = rows.slice((at - 1) * size, at * size)
  const cards = (
    <TableCards
      plain
      label={props.label}
      columns={[...columns].sort((a, b) => Number(b.head ?? false) - Number(a.head ?? false))}
      rows={shown}
      rowKey={props.rowKey}
    />
  )
  return (
    <div className="line-table">
      {narrow ? cards : <Rows {...props} rows={shown} before={(at - 1) * size} />}
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

/** The rows of one page as a table. In: `before`, how many rows stand on earlier pages. */
function Rows<Row>(props: {
  label: string
  columns: readonly LineColumn<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  before: number
}) {
  const { columns, rows, before } = props
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table scrolls by keys
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
          {rows.map((row, i) => (
            <tr key={props.rowKey(row)}>
              {columns.map((column) => (
                <td key={column.key} align={column.align ?? 'left'}>
                  {column.render(row, before + i)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const widthOf = (column: { width?: number }) => (column.width ? { width: column.width } : {})

import type { ReactNode } from 'react'
import './table-cards.css'

/** What a card shows of one column. */
export interface CardColumn<Row> {
  key: string
  title: ReactNode
  render: (row: Row, index: number) => ReactNode
}

/**
 * The rows of a table as cards, for a phone: the first column is the head, the others are pairs. In: `plain`
 * for a table that stands in a card already.
 */
export function TableCards<Row>(props: {
  rows: readonly Row[]
  columns: readonly CardColumn<Row>[]
  rowKey: (row: Row) => string | number
  label?: string
  plain?: boolean
}) {
  const [head, ...rest] = props.columns
  if (!head) return null
  return (
    <ul className="table-cards" aria-label={props.label} data-plain={props.plain}>
      {props.rows.map((row, i) => (
        <li key={props.rowKey(row)} className={props.plain ? '' : 'card'}>
          <div className="table-card-head">{head.render(row, i)}</div>
          <dl>
            {rest.map((column) => (
              <div key={column.key}>
                <dt>{column.title}</dt>
                <dd>{column.render(row, i)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

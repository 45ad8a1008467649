import { useWord } from '#shell/language.tsx'
import type { Column } from './table-column.ts'

/** The rows of a register as cards, for a phone: the first column is the head, the others are pairs. */
export function TableCards<Row>(props: {
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
}) {
  const word = useWord()
  const [head, ...rest] = props.columns
  if (!head) return null
  return (
    <ul className="table-cards">
      {props.rows.map((row) => (
        <li key={props.rowKey(row)} className="card">
          <div className="table-card-head">{head.render(row)}</div>
          <dl>
            {rest.map((column) => (
              <div key={column.key}>
                <dt>{word(column.title)}</dt>
                <dd>{column.render(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

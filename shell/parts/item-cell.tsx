import { memo, type KeyboardEvent } from 'react'
import { useWord } from '#shell/language.tsx'
import type { CellFinding } from './grid-findings.ts'
import type { GridColumn, GridValue } from './item-rows.ts'

interface Props {
  row: number
  column: GridColumn
  /** The id under which what is offered for the column stands. */
  offersId: string
  value: GridValue
  error: CellFinding | undefined
  disabled: boolean
  label: string
  set: (row: number, name: string, text: string) => void
}

/** One cell. Memoised: a key typed in one cell redraws that cell alone. */
export const ItemCell = memo(function ItemCell(props: Props) {
  const word = useWord()
  const { row, column, error, disabled, label } = props
  const text = props.value === null || props.value === undefined ? '' : String(props.value)
  const say = {
    'aria-label': label,
    'aria-invalid': error?.severity === 'error' ? true : undefined,
    'data-cell': `${row}.${column.name}`,
    title: error?.message,
    disabled,
  }
  const choices = column.choices ?? {}
  if (column.kind === 'choice')
    return (
      <select
        {...say}
        className="item-cell"
        value={text}
        onChange={(e) => props.set(row, column.name, e.target.value)}
      >
        <option value="">{choices[''] ? word(choices['']) : '—'}</option>
        {Object.entries(choices).map(
          ([code, words]) =>
            code !== '' && (
              <option key={code} value={code}>
                {word(words)}
              </option>
            ),
        )}
        {text !== '' && !(text in choices) && <option value={text}>{text}</option>}
      </select>
    )
  if (column.offers)
    return (
      <input
        {...say}
        className="item-cell"
        list={`${props.offersId}${column.name}`}
        autoComplete="off"
        value={text}
        onChange={(e) => props.set(row, column.name, e.target.value)}
      />
    )
  return (
    <textarea
      {...say}
      className="item-cell"
      rows={1}
      spellCheck={false}
      inputMode={column.kind === 'integer' ? 'numeric' : 'text'}
      data-align={column.kind === 'integer' ? 'right' : 'left'}
      value={text}
      onChange={(e) => props.set(row, column.name, e.target.value)}
      onKeyDown={keepEnter}
    />
  )
})

// Enter moves on to the next row (see the grid); Alt+Enter is a line break, as in a sheet.
function keepEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== 'Enter' || !event.altKey) return
  event.preventDefault()
  event.stopPropagation()
  event.currentTarget.setRangeText(
    '\n',
    event.currentTarget.selectionStart,
    event.currentTarget.selectionEnd,
    'end',
  )
  event.currentTarget.dispatchEvent(new Event('input', { bubbles: true }))
}

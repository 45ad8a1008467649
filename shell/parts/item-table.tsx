import { CopyOutlined, DeleteOutlined } from '@ant-design/icons'
import {
  memo,
  useCallback,
  useMemo,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
} from 'react'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { DutyChip } from './duty-chip.tsx'
import { ItemCell } from './item-cell.tsx'
import { byCell, type CellFinding } from './grid-findings.ts'
import { parseCells, type GridColumn, type GridError, type GridRow } from './item-rows.ts'
import { itemWords } from './item-words.ts'
import { cellOf, goToCell, itemRowHeight } from './place.ts'

export interface ItemTableProps {
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
  errors: readonly GridError[]
  disabled: boolean
  offersId: string
  set: (row: number, name: string, text: string) => void
  remove: (row: number) => void
  copy: (row: number) => void
  paste: (cells: string[][], row: number, column: number) => void
}

// all rows are equally high, so that only those in sight need to be drawn
const rowHeight = itemRowHeight
const spare = 8
const mostHeight = 560

/** The list as a table of which only the rows in sight exist. */
export function ItemTable(props: ItemTableProps) {
  const words = useWords(itemWords)
  const word = useWord()
  const [top, setTop] = useState(0)
  const { more, look, frame } = useMoreAtRight()
  const { columns, rows } = props
  const inSight = Math.ceil(mostHeight / rowHeight)
  const first = Math.max(0, Math.min(Math.floor(top / rowHeight) - spare, rows.length - inSight))
  const last = Math.min(rows.length, first + inSight + 2 * spare)
  const wrong = useMemo(() => byCell(props.errors), [props.errors])

  function press(event: KeyboardEvent) {
    const cell = cellOf(event.target)
    if (!cell || (event.target as HTMLElement).tagName === 'SELECT') return
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || event.altKey || event.nativeEvent.isComposing) return
    const { row, name } = cell
    event.preventDefault()
    if (row + step >= 0 && row + step < rows.length) goToCell(row + step, name)
  }
  function take(event: ClipboardEvent) {
    const cell = cellOf(event.target)
    const text = event.clipboardData.getData('text/plain')
    if (!cell || props.disabled || !/[\t\n]/.test(text.trimEnd())) return
    event.preventDefault()
    props.paste(
      parseCells(text),
      cell.row,
      columns.findIndex((c) => c.name === cell.name),
    )
  }

  return (
    <div className="item-frame" data-more={more}>
      <div
        className="item-scroll"
        ref={frame}
        style={{ maxHeight: mostHeight, scrollPaddingLeft: 44 + (columns[0]?.width ?? 150) }}
        onScroll={(e) => {
          setTop(e.currentTarget.scrollTop)
          look(e.currentTarget)
        }}
      >
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys and paste of the cells inside */}
        <table
          className="item-table"
          aria-label={words.grid}
          aria-rowcount={rows.length + 1}
          onKeyDown={press}
          onPaste={take}
        >
          <colgroup>
            <col style={{ width: 44 }} />
            {columns.map((c) => (
              <col key={c.name} style={{ width: c.width ?? 150 }} />
            ))}
            <col style={{ width: 68 }} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{words.rowNo}</th>
              {columns.map((c) => (
                <th key={c.name} scope="col" title={c.hint && word(c.hint)}>
                  {word(c.title)}
                  {c.required && <span className="form-required item-required">*</span>}
                  {c.duty && <DutyChip duty={c.duty} />}
                </th>
              ))}
              <th scope="col">{words.rowActs}</th>
            </tr>
          </thead>
          <tbody>
            {first > 0 && <tr aria-hidden="true" style={{ height: first * rowHeight }} />}
            {rows.slice(first, last).map((row, i) => (
              <ItemRow
                key={first + i}
                index={first + i}
                row={row}
                columns={columns}
                errors={errorsOf(wrong, columns, first + i)}
                disabled={props.disabled}
                offersId={props.offersId}
                set={props.set}
                remove={props.remove}
                copy={props.copy}
              />
            ))}
            {last < rows.length && (
              <tr aria-hidden="true" style={{ height: (rows.length - last) * rowHeight }} />
            )}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** Whether columns are hidden beyond the right edge, so that the edge can say so. */
function useMoreAtRight() {
  const [more, setMore] = useState(false)
  const look = useCallback((box: HTMLElement) => {
    setMore(box.scrollLeft + box.clientWidth < box.scrollWidth - 1)
  }, [])
  const frame = useCallback(
    (box: HTMLDivElement) => {
      const watch = new ResizeObserver(() => look(box))
      watch.observe(box)
      return () => watch.disconnect()
    },
    [look],
  )
  return { more, look, frame }
}

/** The faults of one row as one text, so that an unchanged row compares equal. */
function errorsOf(
  wrong: Map<string, CellFinding>,
  columns: readonly GridColumn[],
  row: number,
): string {
  if (wrong.size === 0) return ''
  return JSON.stringify(columns.map((c) => wrong.get(`${row}.${c.name}`) ?? null))
}

const ItemRow = memo(function ItemRow(props: {
  index: number
  row: GridRow
  columns: readonly GridColumn[]
  errors: string
  disabled: boolean
  offersId: string
  set: (row: number, name: string, text: string) => void
  remove: (row: number) => void
  copy: (row: number) => void
}) {
  const words = useWords(itemWords)
  const word = useWord()
  const { index, row, columns, disabled } = props
  const errors = props.errors ? (JSON.parse(props.errors) as (CellFinding | null)[]) : []
  const n = index + 1
  return (
    <tr aria-rowindex={n + 1} data-place={`line-${index}`}>
      <th scope="row">{n}</th>
      {columns.map((column, k) => (
        <td key={column.name} data-wrong={errors[k]?.severity}>
          <ItemCell
            row={index}
            column={column}
            value={row[column.name]}
            error={errors[k] ?? undefined}
            offersId={props.offersId}
            disabled={disabled}
            label={fill(words.cell, { n, what: word(column.title) })}
            set={props.set}
          />
        </td>
      ))}
      <td className="item-acts">
        <button
          type="button"
          className="plain"
          disabled={disabled}
          aria-label={fill(words.copy, { n })}
          title={fill(words.copy, { n })}
          onClick={() => props.copy(index)}
        >
          <CopyOutlined />
        </button>
        <button
          type="button"
          className="plain"
          disabled={disabled}
          aria-label={fill(words.remove, { n })}
          title={fill(words.remove, { n })}
          onClick={() => props.remove(index)}
        >
          <DeleteOutlined />
        </button>
      </td>
    </tr>
  )
})

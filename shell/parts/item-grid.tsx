import { Button, Upload } from 'antd'
import { useCallback, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { EmptyState } from './empty-state.tsx'
import { ItemCards } from './item-cards.tsx'
import { ItemErrors } from './item-errors.tsx'
import {
  cellValue,
  isBlankRow,
  pasteInto,
  type GridColumn,
  type GridError,
  type GridRow,
} from './item-rows.ts'
import { readSheet } from './item-sheet.ts'
import { ItemTable } from './item-table.tsx'
import { itemWords } from './item-words.ts'
import { useNarrow } from './narrow.ts'
import './form-fields.css'
import './item-grid.css'

export interface ItemGridProps<Row extends GridRow = GridRow> {
  columns: readonly GridColumn[]
  rows: readonly Row[]
  change: (rows: Row[]) => void
  errors?: readonly GridError[]
  /** The most rows taken. */
  most: number
  /** The place of the list on the page, `lines` unless told: reasons name a cell `lines.0.quantity`. */
  at?: string
  disabled?: boolean
  /** Address of an empty sheet with the headings. */
  templateHref?: string
  /** More ways to fill rows, beside adding and importing. */
  tools?: ReactNode
}

/**
 * An item list to type, paste or import: thousands of rows, errors at their cells, keys as in a sheet. On a
 * phone each row opens as a small form. In: the rows as the page keeps them and `change`.
 */
export function ItemGrid<Row extends GridRow>(typed: ItemGridProps<Row>) {
  // inside, a row is what its columns name; outside it keeps the page's own type
  const props = typed as unknown as ItemGridProps
  const words = useWords(itemWords)
  const word = useWord()
  const narrow = useNarrow()
  const [note, setNote] = useState('')
  const now = useRef(props)
  useLayoutEffect(() => {
    now.current = props
  })
  const { columns, rows, most, disabled = false } = props

  const blank = useCallback(
    (): GridRow =>
      Object.fromEntries(
        now.current.columns.map((c) => [c.name, c.kind === 'integer' ? null : '']),
      ),
    [],
  )
  // stable, so that memoised cells are not redrawn
  const set = useCallback((row: number, name: string, text: string) => {
    const { columns: all, rows: old, change } = now.current
    const column = all.find((c) => c.name === name)!
    const value = column.kind === 'integer' ? cellValue(column, text) : text
    change(old.map((r, i) => (i === row ? { ...r, [name]: value } : r)))
  }, [])
  const paste = useCallback(
    (cells: string[][], row: number, column: number) => {
      const at = { row, column, most: now.current.most, blank }
      const {
        rows: next,
        taken,
        left,
      } = pasteInto(now.current.rows, now.current.columns, cells, at)
      now.current.change(next)
      const done = fill(words.pasted, { n: taken })
      setNote(left > 0 ? fill(words.tooMany, { most: at.most, n: left }) : done)
    },
    [blank, words],
  )
  const remove = useCallback((row: number) => {
    now.current.change(now.current.rows.filter((_, i) => i !== row))
  }, [])
  const copy = useCallback((row: number) => {
    const { rows: old, change } = now.current
    if (old.length < now.current.most)
      change([...old.slice(0, row + 1), { ...old[row] }, ...old.slice(row + 1)])
  }, [])

  async function importFile(file: File) {
    try {
      const filled = now.current.rows.filter((r) => !isBlankRow(r))
      now.current.change([...filled])
      paste(await readSheet(file), filled.length, 0)
    } catch {
      setNote(words.badFile)
    }
  }

  const shared = { columns, rows, errors: props.errors ?? [], disabled, set, remove, copy }
  return (
    <div className="item-grid" data-place={props.at ?? 'lines'}>
      <div className="item-tools no-print">
        <Button
          disabled={disabled || rows.length >= most}
          onClick={() => props.change([...rows, blank()])}
        >
          {words.add}
        </Button>
        <Upload
          accept=".xlsx"
          showUploadList={false}
          disabled={disabled}
          beforeUpload={(file) => {
            void importFile(file)
            return false
          }}
        >
          <Button disabled={disabled}>{words.import}</Button>
        </Upload>
        {props.templateHref && (
          <Button type="link" href={props.templateHref} download>
            {words.template}
          </Button>
        )}
        {!disabled && props.tools}
        <output className="quiet small">
          {fill(words.count, { n: rows.length })}
          {note && `，${note}`}
        </output>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={words.empty} hint={words.emptyHint} />
      ) : narrow ? (
        <ItemCards {...shared} />
      ) : (
        <ItemTable {...shared} paste={paste} />
      )}
      {!narrow && rows.length > 0 && !disabled && <p className="form-hint">{words.pasteHint}</p>}
      <ItemErrors errors={props.errors ?? []} columns={columns} title={word} />
    </div>
  )
}

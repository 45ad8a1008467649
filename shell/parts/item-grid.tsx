import { Alert, App, Button } from 'antd'
import {
  useCallback,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type ReactNode,
} from 'react'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { EmptyState } from './empty-state.tsx'
import { FindingBar } from './finding-bar.tsx'
import { inOrder } from './grid-findings.ts'
import { ImportSheet } from './import-sheet.tsx'
import { ItemCards } from './item-cards.tsx'
import { ItemErrors } from './item-errors.tsx'
import { pasteInto, readCells } from './item-paste.ts'
import { cellValue, type GridColumn, type GridError, type GridRow } from './item-rows.ts'
import { ItemTable } from './item-table.tsx'
import { itemWords } from './item-words.ts'
import { useNarrow } from './narrow.ts'
import { cellOf, goToCell } from './place.ts'
import './form-fields.css'
import './item-grid.css'
import './item-findings.css'

export interface ItemGridProps<Row extends GridRow = GridRow> {
  /** The columns that are shown. */
  columns: readonly GridColumn[]
  /** Every column a heading may name, where some are not shown. */
  known?: readonly GridColumn[]
  rows: readonly Row[]
  change: (rows: Row[]) => void
  /** What is found in the cells; without it nothing is said of findings. */
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

const noErrors: readonly GridError[] = []

/**
 * An item list to type, paste or import: thousands of rows, findings at their cells, keys as in a sheet. On a
 * phone each row opens as a small form. In: the rows as the page keeps them and `change`.
 */
export function ItemGrid<Row extends GridRow>(typed: ItemGridProps<Row>) {
  // inside, a row is what its columns name; outside it keeps the page's own type
  const props = typed as unknown as ItemGridProps
  const words = useWords(itemWords)
  const word = useWord()
  const { modal } = App.useApp()
  const narrow = useNarrow()
  const offersId = useId()
  const [note, setNote] = useState<{ text: string; loud?: boolean }>()
  const [before, setBefore] = useState<readonly GridRow[]>()
  const [reach, setReach] = useState<{ row: number } | null>(null)
  const cell = useRef<{ row: number; name: string } | null>(null)
  const [shown, setShown] = useState<{ row: number; name: string } | null>(null)
  const now = useRef(props)
  useLayoutEffect(() => {
    now.current = props
  })
  const { columns, rows, most, disabled = false } = props
  const known = props.known ?? columns
  const found = useMemo(() => inOrder(props.errors ?? noErrors, columns), [props.errors, columns])

  const blank = useCallback(
    (): GridRow =>
      Object.fromEntries(
        (now.current.known ?? now.current.columns).map((c) => [
          c.name,
          c.kind === 'integer' ? null : '',
        ]),
      ),
    [],
  )
  /** A change that can be taken back as a whole. */
  const replace = useCallback((next: GridRow[], text: string, loud = false) => {
    setBefore(now.current.rows)
    setNote({ text, loud })
    now.current.change(next)
  }, [])
  // stable, so that memoised cells are not redrawn
  const set = useCallback((row: number, name: string, text: string) => {
    const { columns: all, rows: old, change } = now.current
    const column = all.find((c) => c.name === name)!
    const value = column.kind === 'integer' ? cellValue(column, text) : text
    change(old.map((r, i) => (i === row ? { ...r, [name]: value } : r)))
    setBefore(undefined)
  }, [])
  const paste = useCallback(
    (cells: string[][], row: number, column: number) => {
      const { columns: all, known: named = all, rows: old, most: limit } = now.current
      const at = { row, column, most: limit, blank }
      const done = pasteInto(old, all, readCells(named, cells), at)
      const text = fill(words.pasted, { n: done.taken })
      const over = fill(words.tooMany, { most: limit, n: done.left })
      const put = () => replace(done.rows, done.left > 0 ? over : text, done.left > 0)
      if (done.overwritten === 0) return put()
      modal.confirm({
        title: words.overTitle,
        content: fill(words.overText, { n: done.overwritten }),
        okText: words.over,
        cancelText: words.cancel,
        onOk: put,
      })
    },
    [blank, modal, replace, words],
  )
  const remove = useCallback(
    (row: number) => {
      const left = now.current.rows.filter((_, i) => i !== row)
      replace(left, fill(words.removed, { n: row + 1 }))
    },
    [replace, words],
  )
  const copy = useCallback((row: number) => {
    const { rows: old, change } = now.current
    if (old.length >= now.current.most) return
    change([...old.slice(0, row + 1), { ...old[row] }, ...old.slice(row + 1)])
    setBefore(undefined)
  }, [])
  const goTo = useCallback((row: number, name: string) => {
    setReach({ row })
    goToCell(row, name)
  }, [])
  function lookAt(event: FocusEvent) {
    const place = cellOf(event.target)
    if (!place) return
    cell.current = place
    setShown(place)
  }

  const undo = before && (
    <Button
      size="small"
      onClick={() => {
        props.change([...before])
        setBefore(undefined)
        setNote({ text: words.undone })
      }}
    >
      {words.undo}
    </Button>
  )
  const shared = { columns, rows, errors: found, disabled, offersId, set, remove, copy }
  return (
    <div className="item-grid" data-place={props.at ?? 'lines'} onFocus={lookAt}>
      <div className="item-tools no-print">
        <Button
          disabled={disabled || rows.length >= most}
          onClick={() => {
            props.change([...rows, blank()])
            // undoing an earlier replacement would take this row away
            setBefore(undefined)
            setReach({ row: rows.length })
          }}
        >
          {words.add}
        </Button>
        <ImportSheet {...{ columns: known, rows, most, disabled, blank }} take={replace} />
        {props.templateHref && (
          <Button type="link" href={props.templateHref} download>
            {words.template}
          </Button>
        )}
        {!disabled && props.tools}
        <output className="quiet small">
          {fill(words.count, { n: rows.length })}
          {note && !note.loud && `，${note.text}`}
        </output>
        {!note?.loud && undo}
      </div>
      {note?.loud && (
        <Alert className="item-note" type="warning" showIcon title={note.text} action={undo} />
      )}
      {props.errors && rows.length > 0 && (
        <FindingBar {...{ findings: found, columns, cell, shown, goTo }} />
      )}
      {rows.length === 0 ? (
        <EmptyState title={words.empty} hint={words.emptyHint} />
      ) : narrow ? (
        <ItemCards {...shared} reach={reach} />
      ) : (
        <ItemTable {...shared} paste={paste} />
      )}
      {columns.map(
        (column) =>
          column.offers && (
            // what is offered is what the form takes, in the form's language
            <datalist key={column.name} id={`${offersId}${column.name}`} lang="zh-CN">
              {column.offers.map((text) => (
                <option key={text} value={text}>
                  {text}
                </option>
              ))}
            </datalist>
          ),
      )}
      {!narrow && rows.length > 0 && !disabled && <p className="form-hint">{words.pasteHint}</p>}
      <ItemErrors errors={found} columns={columns} title={word} goTo={goTo} />
    </div>
  )
}

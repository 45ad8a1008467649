import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { byCell } from './grid-findings.ts'
import type { GridColumn, GridError, GridRow } from './item-rows.ts'
import { ItemCell } from './item-cell.tsx'
import { itemWords } from './item-words.ts'

// a phone draws so many forms without a wait
const step = 20

/** The item list on a phone: one small form a row, twenty at a time. */
export function ItemCards(props: {
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
  errors: readonly GridError[]
  disabled: boolean
  offersId: string
  /** The row that was asked for last: it is shown. */
  reach: { row: number } | null
  set: (row: number, name: string, text: string) => void
  remove: (row: number) => void
  copy: (row: number) => void
}) {
  const words = useWords(itemWords)
  const word = useWord()
  const [from, setFrom] = useState(0)
  const [reached, setReached] = useState(props.reach)
  const found = useMemo(() => byCell(props.errors), [props.errors])
  const count = props.rows.length
  if (props.reach !== reached) {
    setReached(props.reach)
    if (props.reach) setFrom(Math.floor(props.reach.row / step) * step)
  }
  // rows may have gone meanwhile
  const first = Math.min(from, Math.floor(Math.max(0, count - 1) / step) * step)
  const last = Math.min(count, first + step)
  const turn = count > step && (
    <div className="item-turn">
      <Button disabled={first === 0} onClick={() => setFrom(first - step)}>
        {words.rowsBefore}
      </Button>
      <span className="quiet small">
        {fill(words.rowsShown, { first: first + 1, last, n: count })}
      </span>
      <Button disabled={last === count} onClick={() => setFrom(first + step)}>
        {words.rowsAfter}
      </Button>
    </div>
  )
  return (
    <>
      {turn}
      <ul className="item-cards">
        {props.rows.slice(first, last).map((row, k) => {
          const i = first + k
          return (
            <li key={i} className="card">
              <header>
                <b>{fill(words.row, { n: i + 1 })}</b>
                <Button disabled={props.disabled} onClick={() => props.copy(i)}>
                  {word({ zh: '复制', en: 'Copy' })}
                </Button>
                <Button danger disabled={props.disabled} onClick={() => props.remove(i)}>
                  {word({ zh: '删除', en: 'Delete' })}
                </Button>
              </header>
              {props.columns.map((column) => {
                const error = found.get(`${i}.${column.name}`)
                return (
                  <div key={column.name} className="item-card-field" data-wrong={error?.severity}>
                    <span>{word(column.title)}</span>
                    <ItemCell
                      row={i}
                      column={column}
                      value={row[column.name]}
                      error={error}
                      offersId={props.offersId}
                      disabled={props.disabled}
                      label={fill(words.cell, { n: i + 1, what: word(column.title) })}
                      set={props.set}
                    />
                    {error && (
                      <p className="item-card-finding" data-severity={error.severity}>
                        {error.message}
                      </p>
                    )}
                  </div>
                )
              })}
            </li>
          )
        })}
      </ul>
      {turn}
    </>
  )
}

import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { byCell } from './grid-findings.ts'
import type { GridColumn, GridError, GridRow } from './item-rows.ts'
import { ItemCell } from './item-cell.tsx'
import { itemWords } from './item-words.ts'

const step = 50

/** The item list on a phone: one small form a row, fifty at a time. */
export function ItemCards(props: {
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
  errors: readonly GridError[]
  disabled: boolean
  offersId: string
  /** The furthest row that was asked for: it is shown. */
  reach: number
  set: (row: number, name: string, text: string) => void
  remove: (row: number) => void
  copy: (row: number) => void
}) {
  const words = useWords(itemWords)
  const word = useWord()
  const [asked, setAsked] = useState(step)
  const shown = Math.max(asked, Math.ceil((props.reach + 1) / step) * step)
  const found = useMemo(() => byCell(props.errors), [props.errors])
  return (
    <ul className="item-cards">
      {props.rows.slice(0, shown).map((row, i) => (
        // rows have no identity of their own: their place is their name
        // oxlint-disable-next-line react/no-array-index-key
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
      ))}
      {props.rows.length > shown && (
        <Button onClick={() => setAsked(shown + step)}>{words.moreRows}</Button>
      )}
    </ul>
  )
}

import type { Words } from '#frame/kernel/lifecycle.ts'
import { fill, useWords } from '#shell/language.tsx'
import { DutyChip } from './duty-chip.tsx'
import type { GridColumn, GridError } from './item-rows.ts'
import { goToCell } from './place.ts'
import { itemWords } from './item-words.ts'

const most = 50

/** All faults of an item list in order; each leads to its cell. */
export function ItemErrors(props: {
  errors: readonly GridError[]
  columns: readonly GridColumn[]
  title: (words: Words) => string
}) {
  const words = useWords(itemWords)
  const { errors, columns } = props
  if (errors.length === 0) return null
  const sorted = [...errors].sort((a, b) => a.row - b.row)
  return (
    <div className="item-errors">
      <p>{fill(words.errors, { n: errors.length })}</p>
      <ul>
        {sorted.slice(0, most).map((e) => {
          const column = columns.find((c) => c.name === e.name)
          return (
            <li key={`${e.row}.${e.name}.${e.message}`}>
              <button type="button" className="plain" onClick={() => goToCell(e.row, e.name)}>
                {fill(words.errorAt, {
                  n: e.row + 1,
                  what: column ? props.title(column.title) : e.name,
                })}
              </button>
              <span>{e.message}</span>
              {e.duty && <DutyChip duty={e.duty} />}
            </li>
          )
        })}
      </ul>
      {errors.length > most && <p className="quiet">…</p>}
    </div>
  )
}

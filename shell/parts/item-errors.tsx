import type { Words } from '#frame/kernel/lifecycle.ts'
import { fill, useWords } from '#shell/language.tsx'
import { DutyChip } from './duty-chip.tsx'
import { severities, severityOf } from './grid-findings.ts'
import type { GridColumn, GridError } from './item-rows.ts'
import { itemWords } from './item-words.ts'

const most = 50

/** All that is found in an item list in order, the gravest first; each leads to its cell. */
export function ItemErrors(props: {
  /** In the order of their cells. */
  errors: readonly GridError[]
  columns: readonly GridColumn[]
  title: (words: Words) => string
  goTo: (row: number, name: string) => void
}) {
  const words = useWords(itemWords)
  const { errors, columns } = props
  return severities.map((severity) => {
    const some = errors.filter((e) => severityOf(e) === severity)
    if (some.length === 0) return null
    return (
      <section key={severity} className="item-errors" data-severity={severity}>
        <p>{fill(words[severity], { n: some.length })}</p>
        <ul>
          {some.slice(0, most).map((e) => {
            const column = columns.find((c) => c.name === e.name)
            return (
              <li key={`${e.row}.${e.name}.${e.message}`}>
                <button type="button" className="plain" onClick={() => props.goTo(e.row, e.name)}>
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
        {some.length > most && (
          <p className="quiet">{fill(words.moreFound, { n: some.length - most })}</p>
        )}
      </section>
    )
  })
}

import { Button } from 'antd'
import { useEffect, type RefObject } from 'react'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { DutyChip } from './duty-chip.tsx'
import { nextFinding, severities, severityOf } from './grid-findings.ts'
import { itemWords } from './item-words.ts'
import type { GridColumn, GridError, GridSeverity } from './item-rows.ts'

interface Cell {
  row: number
  name: string
}

/**
 * How much is found in an item list, by how grave it is; what is found in the cell one stands in; and the way
 * from one to the next (F8, Shift+F8). In: findings in order, and how to go to a cell.
 */
export function FindingBar(props: {
  findings: readonly GridError[]
  columns: readonly GridColumn[]
  /** The cell that has the focus, or had it last. */
  cell: RefObject<Cell | null>
  /** The same for drawing. */
  shown: Cell | null
  goTo: (row: number, name: string) => void
}) {
  const words = useWords(itemWords)
  const word = useWord()
  const { findings, columns, cell, shown, goTo } = props
  const of = (severity: GridSeverity) => findings.filter((f) => severityOf(f) === severity)
  // what must be mended comes first; while there is any, the others are not walked
  const worst = severities.find((severity) => of(severity).length > 0)

  function walk(step: 1 | -1, among: readonly GridError[]) {
    const next = nextFinding(among, cell.current, step, columns)
    if (next) goTo(next.row, next.name)
  }
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key !== 'F8' || event.altKey || event.ctrlKey || event.metaKey || !worst) return
      event.preventDefault()
      walk(event.shiftKey ? -1 : 1, of(worst))
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })

  if (!worst)
    return (
      <p className="finding-bar" data-severity="none">
        {words.noErrors}
      </p>
    )
  const here = shown && findings.filter((f) => f.row === shown.row && f.name === shown.name)
  return (
    <div className="finding-bar no-print" data-severity={worst}>
      <div className="finding-counts">
        {severities.map((severity) => {
          const some = of(severity)
          return (
            some.length > 0 && (
              <button
                key={severity}
                type="button"
                className="finding-count"
                data-severity={severity}
                onClick={() => walk(1, some)}
              >
                {fill(words[severity], { n: some.length })}
              </button>
            )
          )
        })}
        <span className="finding-steps">
          <Button title="Shift+F8" onClick={() => walk(-1, of(worst))}>
            {words.before}
          </Button>
          <Button title="F8" onClick={() => walk(1, of(worst))}>
            {words.next}
          </Button>
        </span>
      </div>
      <div className="finding-here" aria-live="polite">
        {here && here.length > 0 ? (
          here.map((f) => (
            <p key={f.message}>
              <b>
                {fill(words.errorAt, {
                  n: f.row + 1,
                  what: word(columns.find((c) => c.name === f.name)?.title ?? f.name),
                })}
              </b>
              {'：'}
              {f.message}
              {f.duty && <DutyChip duty={f.duty} />}
            </p>
          ))
        ) : (
          <p className="quiet">{words.walkHint}</p>
        )}
      </div>
    </div>
  )
}

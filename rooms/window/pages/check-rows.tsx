import { Button } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import { fill, useWord, useWords } from '#shell/language.tsx'
import { DutyChip } from '#shell/parts/duty-chip.tsx'
import { Refusal } from '#shell/parts/refusal.tsx'
import { formRow, mustBeSeen } from '../counter-rows.ts'
import type { VisitView } from '../views.ts'
import type { ShownTick, Ticking } from './use-ticks.ts'
import { visitWords } from './visit-words.ts'

type Row = VisitView['rows'][number]

/** What the list tells the page. */
export interface CheckRowsProps {
  view: VisitView
  ticking: Ticking
  /** The row one is at. */
  here: string
  go: (slot: string) => void
  /** Ticking is possible now. */
  open: boolean
  /** What stands under the row one is at, on a phone. */
  children: ReactNode
}

/**
 * S2-025 the list of originals, to be gone through with keys alone: J and K (or the arrows) move, 1 and 2
 * tick, 0 takes back. The keys act only while the focus is in the list.
 */
export function CheckRows(props: CheckRowsProps) {
  const words = useWords(visitWords)
  const { view, ticking, here, go, open } = props
  const asked = view.rows.filter(mustBeSeen)
  const done = asked.filter((r) => ticking.of(r) !== null).length
  const rest = asked.filter((r) => r.slot !== formRow && ticking.of(r) === null)

  function move(from: string, by: number) {
    const at = view.rows.findIndex((r) => r.slot === from) + by
    const next = view.rows[Math.max(0, Math.min(view.rows.length - 1, at))]
    if (!next) return
    go(next.slot)
    focusRow(next.slot)
  }

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key]
    const outcome = { '1': 'seen', '2': 'wanting', '0': null }[event.key] as
      | ShownTick['outcome']
      | null
      | undefined
    if (step !== undefined) move(here, step)
    else if (outcome !== undefined && open) {
      ticking.tick(here, outcome)
      if (outcome === 'seen') move(here, 1)
      if (outcome === 'wanting') focusRemark()
    } else return
    event.preventDefault()
  }

  return (
    <section className="card check-list" aria-labelledby="check-list-title">
      <header>
        <h2 id="check-list-title">{words.rows}</h2>
        <span className="small quiet" aria-live="polite">
          {ticking.busy ? words.saving : fill(words.progress, { done, all: asked.length })}
        </span>
      </header>
      {open && <p className="small quiet check-keys">{words.keys}</p>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys are a shortcut; the buttons inside do the same */}
      <ol onKeyDown={press}>
        {view.rows.map((row) => (
          <OneRow key={row.slot} {...props} row={row} tick={ticking.of(row)} />
        ))}
      </ol>
      {open && rest.length > 0 && (
        <Button
          className="check-rest"
          title={words.restHint}
          onClick={() => {
            for (const row of rest) ticking.tick(row.slot, 'wanting', visitWords.restPhrase.zh)
          }}
        >
          {words.restMissing}
        </Button>
      )}
    </section>
  )
}

function OneRow(props: CheckRowsProps & { row: Row; tick: ShownTick | null }) {
  const words = useWords(visitWords)
  const word = useWord()
  const { row, tick, here, go, open, ticking } = props
  const title = word(row.title)
  const current = here === row.slot
  const press = (outcome: ShownTick['outcome']) => {
    go(row.slot)
    ticking.tick(row.slot, tick?.outcome === outcome ? null : outcome)
    if (outcome === 'wanting' && tick?.outcome !== 'wanting') focusRemark()
  }
  return (
    <li data-here={current} data-outcome={tick?.outcome} data-place={`row.${row.slot}`}>
      <button
        type="button"
        className="plain check-row"
        data-row={row.slot}
        aria-current={current ? 'true' : undefined}
        tabIndex={current ? 0 : -1}
        onClick={() => go(row.slot)}
      >
        {title}
        {mustBeSeen(row) && <span className="form-required"> *</span>}
        {!row.required && row.file && <span className="small quiet"> {words.optional}</span>}
      </button>
      <DutyChip duty={row.duty} />
      {open ? (
        <span className="check-ticks">
          <button
            type="button"
            aria-pressed={tick?.outcome === 'seen'}
            aria-label={fill(words.seenOf, { what: title })}
            onClick={() => press('seen')}
          >
            {words.seen}
          </button>
          <button
            type="button"
            aria-pressed={tick?.outcome === 'wanting'}
            aria-label={fill(words.wantingOf, { what: title })}
            onClick={() => press('wanting')}
          >
            {words.wanting}
          </button>
        </span>
      ) : (
        <span className="small check-said">{tick ? words[tick.outcome] : words.notLooked}</span>
      )}
      {tick?.remark && <p className="small check-remark">{tick.remark}</p>}
      {row.tick?.fileChanged && <p className="small is-over">{words.fileChanged}</p>}
      {ticking.refused?.slot === row.slot && <Refusal error={ticking.refused.error} />}
      {current && props.children}
    </li>
  )
}

const isTyping = (target: EventTarget) =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** Puts the focus on a row; it may be drawn only in the next frame. */
export function focusRow(slot: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(slot)}"]`)?.focus(),
  )
}

/** Puts the focus into the remark of the row one is at. */
function focusRemark(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('.row-remark textarea')?.focus(),
    ),
  )
}

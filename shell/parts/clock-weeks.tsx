import { useRef, useState, type KeyboardEvent } from 'react'
import type { ClockDay } from '#frame/calendar/clock.ts'
import { addDays, weekday } from '#frame/calendar/day.ts'
import { showDay, showWeekday } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { clockWords } from './clock-words.ts'

interface Props {
  days: readonly ClockDay[]
  asOf: string
  dueDay: string | null
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** The days of a clock week by week; the line below tells of the day one points at. */
export function ClockWeeks({ days, asOf, dueDay }: Props) {
  const words = useWords(clockWords)
  const word = useWord()
  const { language } = useLanguage()
  const table = useRef<HTMLTableElement>(null)
  const byDay = new Map(days.map((d) => [d.day, d]))
  const [at, setAt] = useState(() => (byDay.has(asOf) ? asOf : (days.at(-1)?.day ?? asOf)))
  const chosen = byDay.get(at)

  function move(event: KeyboardEvent) {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = addDays(at, step)
    if (!byDay.has(next)) return
    setAt(next)
    table.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
  }

  const say = (d: ClockDay) =>
    [
      showDay(d.day, language),
      showWeekday(d.day, language),
      d.day === asOf ? words.today : null,
      d.day === dueDay ? words.dueDay : null,
      d.n === null ? null : fill(words.nth, { n: d.n }),
      word(d.reason),
      d.provisional ? words.provisional : null,
    ]
      .filter(Boolean)
      .join(language === 'zh' ? '，' : ', ')

  return (
    <div className="clock-weeks">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the day buttons inside */}
      <table ref={table} aria-label={words.weeks} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{words.month}</span>
            </th>
            {[
              '2024-01-01',
              '2024-01-02',
              '2024-01-03',
              '2024-01-04',
              '2024-01-05',
              '2024-01-06',
              '2024-01-07',
            ].map((d) => (
              <th key={d} scope="col">
                {showWeekday(d, language).replace('周', '')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((monday, i) => (
            <tr key={monday}>
              <MonthCell label={monthLabel(monday, i === 0, language)} />
              {Array.from({ length: 7 }, (_, k) => addDays(monday, k)).map((day) => {
                const d = byDay.get(day)
                return (
                  <td key={day}>
                    {d && (
                      <button
                        type="button"
                        className="plain clock-day"
                        data-day={day}
                        data-kind={d.kind}
                        data-n={d.n ?? undefined}
                        data-ahead={d.projected}
                        data-due={day === dueDay}
                        data-today={day === asOf}
                        data-makeup={d.kind === 'counted' && weekday(day) > 5}
                        tabIndex={day === at ? 0 : -1}
                        aria-label={say(d)}
                        onFocus={() => setAt(day)}
                        onMouseEnter={() => setAt(day)}
                      >
                        {Number(day.slice(8))}
                      </button>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="clock-say" aria-hidden="true">
        {chosen ? say(chosen) : ''}
      </p>
      <ul className="clock-legend small" aria-hidden="true">
        <li data-kind="counted">{words.kindCounted}</li>
        <li data-kind="step">{words.kindStep}</li>
        <li data-kind="weekend">{words.kindRest}</li>
        <li data-due="true">{words.dueDay}</li>
      </ul>
    </div>
  )
}

function MonthCell({ label }: { label: string }) {
  const words = useWords(clockWords)
  return label ? (
    <th scope="row">{label}</th>
  ) : (
    <td>
      <span className="unseen">{words.sameMonth}</span>
    </td>
  )
}

/** The Mondays of all weeks that have a day of the clock. */
function weeksOf(days: readonly ClockDay[]): string[] {
  return [...new Set(days.map((d) => addDays(d.day, 1 - weekday(d.day))))]
}

function monthLabel(monday: string, first: boolean, language: 'zh' | 'en'): string {
  const sunday = addDays(monday, 6)
  const starts = sunday.slice(5, 7) !== monday.slice(5, 7) || monday.endsWith('-01')
  if (!first && !starts) return ''
  const month = Number((first ? monday : sunday).slice(5, 7))
  return language === 'zh' ? `${month}月` : showDay(first ? monday : sunday, 'en').split(' ')[1]!
}

import { useRef, useState, type KeyboardEvent } from 'react'
import type { z } from 'zod'
import { showDay, showWeekday } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { addDays, monthOf, weekday } from '../day.ts'
import type { calendarDay } from '../doors.ts'
import { calendarWords } from '../labels.ts'

export type ShownDay = z.output<typeof calendarDay>

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
// Any week serves to name the weekdays; this one begins on a Monday.
const anyWeek = Array.from({ length: 7 }, (_, i) => addDays('2024-01-01', i))

/** The days month by month, and below them what is to be said of the day one points at. */
export function Months({ days, today }: { days: readonly ShownDay[]; today: string }) {
  const box = useRef<HTMLDivElement>(null)
  const byDay = new Map(days.map((day) => [day.day, day]))
  const [asked, setAsked] = useState(today)
  const at = byDay.has(asked) ? asked : byDay.has(today) ? today : (days[0]?.day ?? today)
  const months = [...new Set(days.map((day) => day.day.slice(0, 7)))]

  function move(event: KeyboardEvent) {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = addDays(at, step)
    if (!byDay.has(next)) return
    setAsked(next)
    box.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
  }

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the day buttons inside */}
      <div className="calendar-months" ref={box} onKeyDown={move}>
        {months.map((month) => (
          <Month key={month} month={month} byDay={byDay} today={today} at={at} point={setAsked} />
        ))}
      </div>
      <DayWords day={byDay.get(at)} today={today} />
    </>
  )
}

function Month(props: {
  month: string
  byDay: ReadonlyMap<string, ShownDay>
  today: string
  at: string
  point: (day: string) => void
}) {
  const words = useWords(calendarWords)
  const { language } = useLanguage()
  const { month, byDay } = props
  const { from, to } = monthOf(`${month}-01`)
  const monday = addDays(from, 1 - weekday(from))
  const weeks = Array.from({ length: 6 }, (_, i) => addDays(monday, i * 7)).filter((d) => d <= to)
  const name = monthName(month, language)
  const workdays = [...byDay.values()].filter((d) => d.day.startsWith(month) && d.workday).length
  return (
    <section className="calendar-month card">
      <header>
        <h2>{name}</h2>
        <span className="quiet small">{fill(words.monthDays, { n: workdays })}</span>
      </header>
      <table aria-label={fill(words.gridHint, { month: name })}>
        <thead>
          <tr>
            {anyWeek.map((day) => (
              <th key={day} scope="col">
                {showWeekday(day, language).replace('周', '')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((first) => (
            <tr key={first}>
              {Array.from({ length: 7 }, (_, i) => addDays(first, i)).map((day) => {
                const shown = day.startsWith(month) ? byDay.get(day) : undefined
                return (
                  <td key={day}>
                    {shown && (
                      <DayButton
                        day={shown}
                        today={day === props.today}
                        chosen={day === props.at}
                        point={() => props.point(day)}
                      />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function DayButton(props: { day: ShownDay; today: boolean; chosen: boolean; point: () => void }) {
  const words = useWords(calendarWords)
  const say = useSentence()
  const { day } = props
  const mark = day.kind === 'holiday' ? words.rest : day.kind === 'makeup' ? words.work : null
  return (
    <button
      type="button"
      className="plain calendar-day"
      data-day={day.day}
      data-kind={day.kind}
      data-provisional={day.provisional}
      data-today={props.today}
      data-chosen={props.chosen}
      data-mark={mark ?? undefined}
      tabIndex={props.chosen ? 0 : -1}
      aria-label={say(day, props.today)}
      onFocus={props.point}
      onMouseEnter={props.point}
    >
      {Number(day.day.slice(8))}
    </button>
  )
}

/** The line below the months: day, reason, source. */
function DayWords({ day, today }: { day: ShownDay | undefined; today: string }) {
  const words = useWords(calendarWords)
  const say = useSentence()
  return (
    <p className="calendar-say" aria-hidden="true">
      {day ? (
        <>
          <b>{say(day, day.day === today)}</b>
          {day.source && <span className="quiet">{day.source}</span>}
        </>
      ) : (
        words.pick
      )}
    </p>
  )
}

function useSentence(): (day: ShownDay, today: boolean) => string {
  const words = useWords(calendarWords)
  const word = useWord()
  const { language } = useLanguage()
  return (day, today) =>
    [
      showDay(day.day, language),
      showWeekday(day.day, language),
      today ? words.today : null,
      word(day.reason),
      day.workday ? words.counted : words.notCounted,
    ]
      .filter(Boolean)
      .join(language === 'zh' ? '，' : ', ')
}

function monthName(month: string, language: 'zh' | 'en'): string {
  const [year, m] = month.split('-')
  if (language === 'zh') return `${year}年${Number(m)}月`
  return `${showDay(`${month}-01`, 'en').split(' ')[1]} ${year}`
}

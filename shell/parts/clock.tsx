import { useState } from 'react'
import type { ClockDay, ClockProjection } from '#frame/calendar/clock.ts'
import { stepKinds } from '#frame/calendar/clock-entries.ts'
import { showDay } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { ClockWeeks } from './clock-weeks.tsx'
import { clockWords } from './clock-words.ts'
import { EmptyState } from './empty-state.tsx'
import './clock.css'

/**
 * A clock as the law counts it: days left, due day, and every day with the reason why it counts or not.
 * In: the projection and its days as the calendar gives them, and `asOf`, the legal day of today.
 * `compact` leaves the weeks folded until asked for.
 */
export function Clock(props: {
  projection: ClockProjection
  days: readonly ClockDay[]
  asOf: string
  compact?: boolean
}) {
  const { projection: p, days, asOf } = props
  const words = useWords(clockWords)
  const word = useWord()
  const { language } = useLanguage()
  const [open, setOpen] = useState(!props.compact)
  if (p.startDay === null) {
    const waiting = p.state === 'correcting' ? words.correcting : words.waiting
    if (!props.compact) return <EmptyState title={waiting} hint={words.waitingHint} />
    return (
      <div className="clock">
        <p>{waiting}</p>
        <p className="small quiet">{words.waitingHint}</p>
      </div>
    )
  }
  return (
    <div className="clock" data-mood={moodOf(p)}>
      <p className="clock-left">
        <Left projection={p} />
      </p>
      <dl className="clock-facts">
        {p.dueDay && (
          <div>
            <dt>{words.due}</dt>
            <dd>
              {showDay(p.dueDay, language)}
              {p.runsOn && <span className="quiet">{words.willMove}</span>}
              {p.provisional && <span className="clock-provisional">{words.provisional}</span>}
            </dd>
          </div>
        )}
        {p.usualDueDay && p.state !== 'ended' && (
          <div>
            <dt>{words.usual}</dt>
            <dd>{showDay(p.usualDueDay, language)}</dd>
          </div>
        )}
        <div>
          <dt>{words.used}</dt>
          <dd>{fill(words.usedOf, { used: p.usedDays, total: p.totalDays })}</dd>
        </div>
      </dl>
      <div className="clock-bar" aria-hidden="true">
        <i style={{ width: `${Math.min(100, (100 * p.usedDays) / Math.max(1, p.totalDays))}%` }} />
      </div>
      {p.steps.length > 0 && (
        <ul className="clock-steps">
          {p.steps.map((step) => (
            <li key={step.step}>
              {step.from} {words.until} {step.to ?? words.openEnd}
              {'　'}
              {word(stepKinds[step.kind])}
            </li>
          ))}
        </ul>
      )}
      {props.compact && (
        <button
          type="button"
          className="plain clock-toggle no-print"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? words.fold : words.unfold}
        </button>
      )}
      {open && <ClockWeeks days={days} asOf={asOf} dueDay={p.dueDay} />}
    </div>
  )
}

function Left({ projection: p }: { projection: ClockProjection }) {
  const words = useWords(clockWords)
  if (p.state === 'ended') return <b>{words.ended}</b>
  const text = p.overdue ? words.overdue : p.state === 'paused' ? words.paused : words.left
  const n = Math.abs(p.leftDays)
  const [before = '', after = ''] = text.split('{n}')
  return (
    <>
      {before}
      <b>{n}</b>
      {fill(after, { n })}
    </>
  )
}

/** How urgent a clock is: three working days are the last warning. */
function moodOf(
  p: Pick<ClockProjection, 'state' | 'overdue' | 'leftDays'>,
): 'calm' | 'soon' | 'over' | 'hold' | 'done' {
  if (p.state === 'ended') return 'done'
  if (p.overdue) return 'over'
  if (p.state === 'paused') return 'hold'
  return p.leftDays <= 3 ? 'soon' : 'calm'
}

/** Days left as a short word for lists: `剩 3 天`, `超 2 天`, `已办结`. */
export function DaysLeft(props: {
  left: number | null
  state?: ClockProjection['state']
  due?: string | null
}) {
  const words = useWords(clockWords)
  const { left, state = 'running' } = props
  if (left === null) return <span className="quiet">—</span>
  const mood = moodOf({ state, overdue: left < 0, leftDays: left })
  const text =
    mood === 'done'
      ? words.ended
      : fill(left < 0 ? words.overShort : mood === 'hold' ? words.holdShort : words.leftShort, {
          n: Math.abs(left),
        })
  return (
    <span className="days-left" data-mood={mood} title={props.due ?? undefined}>
      {text}
    </span>
  )
}

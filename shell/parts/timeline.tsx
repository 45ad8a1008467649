import type { ReactNode } from 'react'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { showInstant } from '#shell/format.ts'
import { useWord, useWords } from '#shell/language.tsx'
import { DutyChip } from './duty-chip.tsx'
import { EmptyState } from './empty-state.tsx'
import type { Tone } from './status-tag.tsx'
import './timeline.css'

/** One thing that happened: when, who in which role, what, with its papers and words. */
export interface TimelineEvent {
  id: string
  at: Date | string
  what: Words | string
  who?: string
  role?: Words | string
  tone?: Tone
  duty?: string
  detail?: ReactNode
  papers?: readonly { name: string; href: string }[]
}

const timelineWords = {
  empty: { zh: '还没有办理记录', en: 'Nothing has happened yet' },
  hint: {
    zh: '提交之后，每一步的时间、经办人和文书都会列在这里。',
    en: 'Every step will stand here.',
  },
} as const

/** What happened to a case, newest first unless `oldestFirst`. */
export function Timeline(props: { events: readonly TimelineEvent[]; oldestFirst?: boolean }) {
  const words = useWords(timelineWords)
  const word = useWord()
  if (props.events.length === 0) return <EmptyState title={words.empty} hint={words.hint} />
  const events = [...props.events].sort((a, b) => Number(new Date(b.at)) - Number(new Date(a.at)))
  if (props.oldestFirst) events.reverse()
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li key={event.id} data-tone={event.tone ?? 'progress'}>
          <time dateTime={new Date(event.at).toISOString()}>{showInstant(event.at)}</time>
          <div className="timeline-body">
            <p>
              <b>{word(event.what)}</b>
              {event.who && <span className="timeline-who">{event.who}</span>}
              {event.role && <span className="quiet small">{word(event.role)}</span>}
              {event.duty && <DutyChip duty={event.duty} />}
            </p>
            {event.detail && <div className="timeline-detail">{event.detail}</div>}
            {event.papers && event.papers.length > 0 && (
              <ul className="timeline-papers">
                {event.papers.map((paper) => (
                  <li key={paper.href}>
                    <a href={paper.href}>《{paper.name}》</a>
                  </li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

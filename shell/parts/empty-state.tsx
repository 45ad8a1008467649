import type { ReactNode } from 'react'
import './states.css'

/**
 * Says that there is nothing here and what to do next. In: `title`, a sentence of help, and an act.
 * Every list and every page that can be empty shows one.
 */
export function EmptyState(props: { title: string; hint?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <svg viewBox="0 0 64 48" width="64" height="48" aria-hidden="true">
        <g fill="none" stroke="currentColor" strokeWidth="1.6">
          <path d="M12 18 18 6h28l6 12v22a2 2 0 0 1-2 2H14a2 2 0 0 1-2-2Z" />
          <path d="M12 18h12c0 5 3 8 8 8s8-3 8-8h12" />
        </g>
      </svg>
      <p className="empty-state-title">{props.title}</p>
      {props.hint && <p className="empty-state-hint">{props.hint}</p>}
      {props.action && <div className="empty-state-action">{props.action}</div>}
    </div>
  )
}

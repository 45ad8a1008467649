import type { ReactNode } from 'react'
import { useWindowTitle } from '#shell/window-title.ts'
import './page-head.css'

/**
 * The head of a page: what it is, in which status, a line of facts, and the main acts at the right.
 * Sets the window's title. In: `title`, `tag` (a StatusTag), `facts` as short label/value pairs, `acts`.
 */
export function PageHead(props: {
  title: string
  tag?: ReactNode
  facts?: readonly { label: string; value: ReactNode }[]
  hint?: ReactNode
  acts?: ReactNode
}) {
  useWindowTitle(props.title)
  return (
    <header className="page-head">
      <div className="page-head-main">
        <h1 tabIndex={-1}>{props.title}</h1>
        {props.tag}
      </div>
      {props.acts && <div className="page-head-acts no-print">{props.acts}</div>}
      {props.facts && props.facts.length > 0 && (
        <dl className="page-head-facts">
          {props.facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {props.hint && <p className="page-head-hint">{props.hint}</p>}
    </header>
  )
}

import { useId, type ReactNode } from 'react'
import './section.css'

/** A titled card of a page that is no case: balance, movements, papers. `acts` stand at its head. */
export function Section(props: {
  title: string
  hint?: ReactNode
  acts?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="card section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{props.title}</h2>
        {props.acts && <div className="section-acts no-print">{props.acts}</div>}
      </header>
      {props.hint && <p className="section-hint">{props.hint}</p>}
      {props.children}
    </section>
  )
}

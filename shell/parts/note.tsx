import { useId, type ReactNode } from 'react'
import './note.css'

/** A box that asks for attention beside the work: what must be corrected, what has changed meanwhile. */
export function Note(props: {
  title: string
  tone?: 'calm' | 'warn' | 'danger'
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="note" data-mood={props.tone ?? 'warn'} aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      {props.children}
    </section>
  )
}

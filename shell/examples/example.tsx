import type { ReactNode } from 'react'
import './examples.css'

/** One example with its name; `bare` leaves out the card around it. */
export function Example(props: { name: string; bare?: boolean; children: ReactNode }) {
  return (
    <section className="example">
      <h2>{props.name}</h2>
      {props.bare ? props.children : <div className="card example-box">{props.children}</div>}
    </section>
  )
}

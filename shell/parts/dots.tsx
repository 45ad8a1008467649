import { Fragment, type ReactNode } from 'react'

/** Short facts in a row with a thin dot between them; empty ones are left out. */
export function Dots(props: { of: readonly ReactNode[] }) {
  const shown = props.of.filter(
    (part) => part !== null && part !== undefined && part !== '' && part !== false,
  )
  return (
    <span className="dots">
      {shown.map((part, i) => (
        // the facts of one line keep their places
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={i}>{i > 0 ? <span>{part}</span> : part}</Fragment>
      ))}
    </span>
  )
}

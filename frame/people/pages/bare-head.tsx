import type { ReactNode } from 'react'
import { useWindowTitle } from '#shell/window-title.ts'

/** Title and one sentence on top of a card in the middle; sets the window's title. */
export function BareHead(props: { title: string; lead?: ReactNode }) {
  useWindowTitle(props.title)
  return (
    <>
      <h1 className="bare-title" tabIndex={-1}>
        {props.title}
      </h1>
      {props.lead && <p className="bare-lead">{props.lead}</p>}
    </>
  )
}

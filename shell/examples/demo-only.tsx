import type { ReactNode } from 'react'
import { signInStateDoor } from '#frame/people/sign-in/doors.ts'
import { NotFound } from '#shell/parts/full-pages.tsx'
import { Loaded } from '#shell/parts/loaded.tsx'
import { useRead } from '#shell/query.ts'

/** Shows what stands in it only in a demonstration; elsewhere there is no such page. */
export function DemoOnly({ children }: { children: ReactNode }) {
  const read = useRead(signInStateDoor, {})
  return <Loaded read={read}>{({ demo }) => (demo ? children : <NotFound />)}</Loaded>
}

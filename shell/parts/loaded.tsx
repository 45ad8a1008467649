import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { asCallError } from '#shell/call-error.ts'
import { Fault } from './fault.tsx'
import { Forbidden, NotFound } from './full-pages.tsx'
import { Waiting } from './waiting.tsx'

/**
 * What a read brought: waiting lines at first, then the page; an error when there is nothing to show.
 * Old data stays in sight while newer is on its way or fails. In: the result of `useRead` and a function
 * from data to page; `page` makes "not there" and "not for you" whole pages.
 */
export function Loaded<T>(props: {
  read: Pick<UseQueryResult<T, unknown>, 'data' | 'error' | 'refetch'>
  page?: boolean
  rows?: number
  children: (data: T) => ReactNode
}) {
  const { data, error, refetch } = props.read
  if (data !== undefined) return props.children(data)
  if (error === null) return <Waiting rows={props.rows ?? 4} />
  const kind = asCallError(error).kind
  if (props.page && kind === 'absent') return <NotFound />
  if (props.page && kind === 'forbidden') return <Forbidden />
  return <Fault error={error} retry={() => void refetch()} />
}

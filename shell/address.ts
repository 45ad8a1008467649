import { useNavigate, useParams, useRouterState, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** The state a page keeps in its address: plain text by key. */
export type Search = Record<string, string>

/** Reads `?a=1&b=2` as plain text; a key given twice is joined with commas. */
export function parseSearch(text: string): Search {
  const search: Search = {}
  for (const [key, value] of new URLSearchParams(text)) {
    search[key] = key in search ? `${search[key]},${value}` : value
  }
  return search
}

/** Writes what {@link parseSearch} reads; empty values are left out. */
export function writeSearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search))
    if (value !== undefined && value !== null && value !== '')
      params.set(key, typeof value === 'string' ? value : JSON.stringify(value))
  // Commas and colons are legal in a query and easier to read.
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
  return text ? `?${text}` : ''
}

/** A parameter of the path. Errors: throws when the page's path has no such parameter. */
export function usePathParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new Error(`the path of this page has no $${name}`)
  return value
}

/** The state in the address, and how to change parts of it; `push` makes a step of the history. */
export function useAddress(): {
  search: Search
  change: (next: Record<string, string | undefined>, push?: boolean) => void
} {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (next: Record<string, string | undefined>, push = false) => {
      void navigate({
        to: '.',
        search: (old: Search) => ({ ...old, ...next }),
        replace: !push,
        resetScroll: false,
      })
    },
    [navigate],
  )
  return { search, change }
}

/** The path shown now, without the query. */
export function usePath(): string {
  return useRouterState({ select: (state) => state.location.pathname })
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Grant } from '#frame/people/actor.ts'
import type { Role } from '#frame/people/roles.ts'
import { errorOf, offlineError } from './call-error.ts'

/** Who is signed in, as the web needs it. */
export interface Me {
  accountId: string
  name: string
  /** The unit, branch or agency under whose name the person works. */
  body: string
  grants: readonly Grant[]
}

const meKey = ['me'] as const

async function fetchMe(): Promise<Me | null> {
  const response = await fetch('/api/me', { headers: { accept: 'application/json' } }).catch(() => {
    throw offlineError()
  })
  if (response.status === 401) return null
  if (!response.ok) throw await errorOf(response)
  return (await response.json()) as Me
}

/** The person signed in; `me` is null when nobody is and undefined while it is not known yet. */
export function useMe(): { me: Me | null | undefined; refresh(): Promise<unknown> } {
  const client = useQueryClient()
  const { data } = useQuery({ queryKey: meKey, queryFn: fetchMe, staleTime: 60_000, retry: 1 })
  return { me: data, refresh: () => client.invalidateQueries({ queryKey: meKey }) }
}

/** Asks the server again who is signed in, past every cache. */
export async function whoAmI(): Promise<Me | null> {
  return fetchMe()
}

/** Whether the person holds any of the roles; `signed-in` is true of everybody who is. */
export function holds(me: Me | null | undefined, who: 'signed-in' | readonly Role[]): boolean {
  if (!me) return false
  return who === 'signed-in' || me.grants.some((grant) => who.includes(grant.role))
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { meDoor } from '#frame/people/own/doors.ts'
import { signInStateDoor } from '#frame/people/sign-in/doors.ts'
import type { Role } from '#frame/people/roles.ts'
import { asCallError } from './call-error.ts'
import { call } from './call.ts'
import { keyOf } from './query.ts'

/** Who is signed in, as the web needs it. */
export type Me = z.output<typeof meDoor.reply>

/**
 * Asks the server who is signed in, past every cache. Out: null when nobody is. The public door is asked
 * first, so that a visitor's first page is not an error in the browser's log.
 */
export async function whoAmI(signal?: AbortSignal): Promise<Me | null> {
  const how = { ownSession: true, ...(signal ? { signal } : {}) }
  try {
    const { stage } = await call(signInStateDoor, {}, how)
    return stage === 'full' ? await call(meDoor, {}, how) : null
  } catch (error) {
    if (asCallError(error).kind === 'unauthenticated') return null
    throw error
  }
}

/** The person signed in; `me` is null when nobody is and undefined while it is not known yet. */
export function useMe(): {
  me: Me | null | undefined
  error: unknown
  refresh: () => Promise<unknown>
} {
  const client = useQueryClient()
  const { data, error } = useQuery({
    queryKey: keyOf(meDoor),
    queryFn: ({ signal }) => whoAmI(signal),
    staleTime: 60_000,
    retry: 1,
  })
  return { me: data, error, refresh: () => client.invalidateQueries({ queryKey: keyOf(meDoor) }) }
}

/** Whether the person holds any of the roles; `signed-in` is true of everybody who is. */
export function holds(me: Me | null | undefined, who: 'signed-in' | readonly Role[]): boolean {
  if (!me) return false
  return who === 'signed-in' || me.grants.some((grant) => who.includes(grant.role))
}

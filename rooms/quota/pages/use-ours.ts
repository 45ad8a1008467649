import { unitRoles } from '#frame/people/roles.ts'
import { useMe } from '#shell/me.ts'

/** Whether this person works for a unit: everything he sees is its own, its name says nothing new. */
export function useOurs(): boolean {
  const { me } = useMe()
  return me?.grants.some((g) => unitRoles.some((r) => r === g.role)) ?? false
}

import { roles, type Role } from '../roles.ts'

/**
 * The bodies a person works for, as keys: colleagues are those who share one. Customs and the Mechanism
 * Office are one body each; units and agencies go by id.
 */
export function bodiesOf(
  grants: readonly { role: Role; unitId: string | null; agencyId: string | null }[],
): Set<string> {
  const bodies = new Set<string>()
  for (const { role, unitId, agencyId } of grants) {
    const { scope } = roles[role]
    if (scope === 'unit' && unitId) bodies.add(`unit:${unitId}`)
    if (scope === 'agency' && agencyId) bodies.add(`agency:${agencyId}`)
    if (role.startsWith('customs-')) bodies.add('customs')
    if (role.startsWith('office-')) bodies.add('office')
  }
  return bodies
}

import { todayInBeijing } from '#frame/calendar/day.ts'
import { identityOf } from '#frame/catalogue/unit-identity.ts'
import type { House } from '#frame/house.ts'
import type { Actor } from '../actor.ts'
import { holdsAny, reachOf, withinSql } from '../policy.ts'
import { roleCodes, roles, unitRoles, type Role } from '../roles.ts'

const unitsShown = 30

const named = (b: { id: string; name_zh: string; name_en: string; kind: string }) => ({
  id: b.id,
  name: { zh: b.name_zh, en: b.name_en },
  kind: b.kind,
})

/**
 * What somebody may choose from when he gives a role: the roles he may give, and the bodies they can reach.
 * Units only within his own reach, found by name or code.
 */
export async function choices(house: House, actor: Actor, search: string) {
  const { db, clock } = house
  const today = todayInBeijing(clock.now())
  const security = holdsAny(actor, ['security-admin'])
  const legal = holdsAny(actor, ['customs-accounts', 'unit-legal'])
  const ofUnits: readonly Role[] = legal ? unitRoles : unitRoles.filter((r) => r !== 'unit-legal')
  const given = security ? roleCodes : ofUnits
  const reach = reachOf(actor, ['security-admin', 'customs-accounts', ...unitRoles])
  let units = db
    .selectFrom('unit')
    .select(['id', 'name_zh', 'uscc', 'person_document'])
    .where('status', '<>', 'closed')
    .where(withinSql(reach, { unit: 'unit.id', branch: 'unit.branch_id' }))
    .orderBy('name_zh')
    .limit(unitsShown)
  if (search) {
    const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
    units = units.where((e) => e.or([e('name_zh', 'ilike', like), e('uscc', 'ilike', like)]))
  }
  const bodies = async (table: 'branch' | 'agency') =>
    security
      ? db
          .selectFrom(table)
          .select(['id', 'name_zh', 'name_en', 'kind'])
          .where('valid_from', '<=', today)
          .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>=', today)]))
          .orderBy('code')
          .execute()
      : []
  return {
    today,
    roles: given.map((role) => ({ role, scope: roles[role].scope })),
    units: (await units.execute()).map((u) => ({
      id: u.id,
      name: u.name_zh,
      code: identityOf(u).code,
    })),
    branches: (await bodies('branch')).map(named),
    agencies: (await bodies('agency')).map(named),
  }
}

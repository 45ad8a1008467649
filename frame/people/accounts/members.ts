import type { Day } from '#frame/calendar/day.ts'
import type { Database } from '#frame/db/connect.ts'
import { unitRoles } from '../roles.ts'

type UnitRole = (typeof unitRoles)[number]

/** One person of a unit: what he is there and since when. Ways to reach him are not part of it. */
export interface Member {
  accountId: string
  name: string
  status: 'invited' | 'active' | 'suspended'
  roles: { role: UnitRole; from: Day; to: Day | null }[]
}

/** The people who hold a role in a unit now or from a later day on, by name; ended accounts left out. */
export async function membersOf(db: Database, unitId: string, today: Day): Promise<Member[]> {
  const rows = await db
    .selectFrom('role_grant as g')
    .innerJoin('account as a', 'a.id', 'g.account_id')
    .select(['a.id', 'a.name', 'a.status', 'g.role', 'g.valid_from', 'g.valid_to'])
    .where('g.unit_id', '=', unitId)
    .where('g.role', 'in', [...unitRoles])
    .where('a.status', '!=', 'ended')
    .where((e) => e.or([e('g.valid_to', 'is', null), e('g.valid_to', '>=', today)]))
    .orderBy('a.name')
    .orderBy('a.id')
    .orderBy('g.valid_from')
    .execute()
  const members = new Map<string, Member>()
  for (const row of rows) {
    const member = members.get(row.id) ?? {
      accountId: row.id,
      name: row.name,
      status: row.status as Member['status'],
      roles: [],
    }
    member.roles.push({ role: row.role as UnitRole, from: row.valid_from, to: row.valid_to })
    members.set(row.id, member)
  }
  return [...members.values()]
}

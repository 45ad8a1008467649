import type { Database } from '#frame/db/connect.ts'

/** Something that says where a grant reaches. */
interface Placed {
  unitId: string | null
  branchId: string | null
  agencyId: string | null
}

/** Names of the units, branches and agencies of some grants. Out: a function from a grant to its body's name. */
export async function bodyNames(
  db: Database,
  grants: readonly Placed[],
): Promise<(grant: Placed) => string | null> {
  const names = new Map<string, string>()
  const ids = (of: (g: Placed) => string | null) => [
    ...new Set(grants.map(of).filter((id) => id !== null)),
  ]
  const read = async (table: 'unit' | 'branch' | 'agency', wanted: string[]) => {
    if (wanted.length === 0) return
    const rows = await db
      .selectFrom(table)
      .select(['id', 'name_zh'])
      .where('id', 'in', wanted)
      .execute()
    for (const { id, name_zh } of rows) names.set(id, name_zh)
  }
  await read(
    'unit',
    ids((g) => g.unitId),
  )
  await read(
    'branch',
    ids((g) => g.branchId),
  )
  await read(
    'agency',
    ids((g) => g.agencyId),
  )
  return ({ unitId, branchId, agencyId }) => names.get(unitId ?? branchId ?? agencyId ?? '') ?? null
}

/** The body of a role that names none: customs headquarters, the Mechanism Office, the house itself. */
export function defaultBody(role: string): string {
  if (role.startsWith('customs-')) return '北京海关'
  if (role.startsWith('office-')) return '联合监管机制办公室'
  return ''
}

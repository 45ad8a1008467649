import { sql, type Expression, type SqlBool } from 'kysely'
import type { Actor, Grant } from './actor.ts'
import { roles, type Role } from './roles.ts'

/** What the policy asks of a row: whose it is. */
export interface Owned {
  unitId: string | null
  branchId: string | null
  agencyId?: string | null
}

/** How far an actor sees or acts with a set of roles: everything, or these units, branches and agencies. */
export interface Reach {
  all: boolean
  unitIds: string[]
  branchIds: string[]
  agencyIds: string[]
}

/**
 * How far an actor reaches with any of the given roles. One table for the yes/no and for the row filter,
 * so that a list can never show what a single look would refuse.
 */
export function reachOf(actor: Actor, who: readonly Role[]): Reach {
  const reach: Reach = { all: actor.kind === 'system', unitIds: [], branchIds: [], agencyIds: [] }
  for (const grant of actor.grants) if (who.includes(grant.role)) widen(reach, grant)
  return reach
}

function widen(reach: Reach, grant: Grant): void {
  const scope = roles[grant.role].scope
  if (scope === 'house') reach.all = true
  else if (scope === 'unit' && grant.unitId) reach.unitIds.push(grant.unitId)
  // S2-067 officers see the cases of their branch; a branch role without a branch is at headquarters
  else if (scope === 'branch' && grant.branchId) reach.branchIds.push(grant.branchId)
  else if (scope === 'branch') reach.all = true
  else if (scope === 'agency' && grant.agencyId) reach.agencyIds.push(grant.agencyId)
}

/** Whether one row is within reach. */
export function within(reach: Reach, row: Owned): boolean {
  return (
    reach.all ||
    (row.unitId !== null && reach.unitIds.includes(row.unitId)) ||
    (row.branchId !== null && reach.branchIds.includes(row.branchId)) ||
    (row.agencyId != null && reach.agencyIds.includes(row.agencyId))
  )
}

/** Whether the actor holds any of the roles at all, wherever it reaches. */
export function holdsAny(actor: Actor, who: readonly Role[]): boolean {
  return actor.kind === 'system' || actor.grants.some((g) => who.includes(g.role))
}

/**
 * The same reach as an SQL condition over a table alias that has unit_id and branch_id.
 * In: column references as written in the query, null where the table has no such column.
 */
export function withinSql(
  reach: Reach,
  columns: { unit: string | null; branch: string | null; agency?: string | null },
): Expression<SqlBool> {
  if (reach.all) return sql<SqlBool>`true`
  const parts: Expression<SqlBool>[] = []
  const add = (column: string | null | undefined, ids: string[]) => {
    if (column && ids.length) parts.push(sql<SqlBool>`${sql.ref(column)} = any(${ids}::uuid[])`)
  }
  add(columns.unit, reach.unitIds)
  add(columns.branch, reach.branchIds)
  add(columns.agency, reach.agencyIds)
  return parts.length ? sql<SqlBool>`(${sql.join(parts, sql` or `)})` : sql<SqlBool>`false`
}

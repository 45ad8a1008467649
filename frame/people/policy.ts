import { sql, type Expression, type SqlBool } from 'kysely'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import type { Actor, Grant } from './actor.ts'
import { roles, type Role } from './roles.ts'

/** What the policy asks of a row: whose it is. */
export interface Owned {
  unitId: string | null
  branchId: string | null
  agencyId?: string | null
  /** The person it belongs to (role `self`). */
  accountId?: string | null
  /** Its own id, for those invited to this one case or holding its key. */
  id?: string | null
}

/** How far an actor reaches with a set of roles: everything, or what belongs to these. */
export interface Reach {
  all: boolean
  unitIds: string[]
  branchIds: string[]
  agencyIds: string[]
  accountIds: string[]
  subjectIds: string[]
}

/** Who may pass, as a door or a move says it. */
export type Admitted = 'public' | 'signed-in' | readonly Role[]

/** One row of the policy: a name, and who may. Every door is one. */
export interface Rule {
  permission: string
  who: Admitted
}

const nothing = (): Reach => ({
  all: false,
  unitIds: [],
  branchIds: [],
  agencyIds: [],
  accountIds: [],
  subjectIds: [],
})

/**
 * How far an actor reaches with any of the given roles. One table for the yes/no and for the row filter,
 * so that a list can never show what a single look would refuse.
 */
export function reachOf(actor: Actor, who: Admitted): Reach {
  const reach = nothing()
  if (who === 'public' || actor.kind === 'system') return { ...reach, all: true }
  const admitted: readonly Role[] = who === 'signed-in' ? ['self'] : who
  for (const grant of actor.grants) if (admitted.includes(grant.role)) widen(reach, grant)
  if (admitted.includes('self') && actor.accountId) reach.accountIds.push(actor.accountId)
  if (admitted.includes('key-holder') && actor.visiting) reach.subjectIds.push(actor.visiting)
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
  else if (scope === 'invitation' && grant.subjectId) reach.subjectIds.push(grant.subjectId)
}

const holds = (ids: readonly string[], id: string | null | undefined) =>
  id !== null && id !== undefined && ids.includes(id)

/** Whether one row is within reach. */
export function within(reach: Reach, row: Owned): boolean {
  return (
    reach.all ||
    holds(reach.unitIds, row.unitId) ||
    holds(reach.branchIds, row.branchId) ||
    holds(reach.agencyIds, row.agencyId) ||
    holds(reach.accountIds, row.accountId) ||
    holds(reach.subjectIds, row.id)
  )
}

/** Whether the actor holds any of the roles at all, wherever it reaches. */
export function holdsAny(actor: Actor, who: readonly Role[]): boolean {
  if (actor.kind === 'system') return true
  if (actor.accountId !== null && who.includes('self')) return true
  if (actor.visiting !== undefined && who.includes('key-holder')) return true
  return actor.grants.some((g) => who.includes(g.role))
}

/** Column references as written in a query; null or absent where the table has no such column. */
export interface OwnedColumns {
  unit: string | null
  branch: string | null
  agency?: string | null
  account?: string | null
  id?: string | null
}

/** The same reach as an SQL condition. In: the columns that say whose a row is. */
export function withinSql(reach: Reach, columns: OwnedColumns): Expression<SqlBool> {
  if (reach.all) return sql<SqlBool>`true`
  const parts: Expression<SqlBool>[] = []
  const add = (column: string | null | undefined, ids: string[]) => {
    if (column && ids.length) parts.push(sql<SqlBool>`${sql.ref(column)} = any(${ids}::uuid[])`)
  }
  add(columns.unit, reach.unitIds)
  add(columns.branch, reach.branchIds)
  add(columns.agency, reach.agencyIds)
  add(columns.account, reach.accountIds)
  add(columns.id, reach.subjectIds)
  return parts.length ? sql<SqlBool>`(${sql.join(parts, sql` or `)})` : sql<SqlBool>`false`
}

/**
 * Whether the actor may pass by this rule, for this row when there is one.
 * Out: the reasons against it in Chinese, empty when he may.
 */
export function may(actor: Actor, rule: Rule, row?: Owned): Reason[] {
  if (rule.who === 'public') return []
  if (actor.kind === 'public' && actor.visiting === undefined) return [signInReason]
  if (rule.who !== 'signed-in' && !holdsAny(actor, rule.who)) return [noRoleReason(rule.who)]
  if (row && !within(reachOf(actor, rule.who), row)) return [outOfReachReason]
  return []
}

/** The same rule as a row filter for lists, counts and exports. */
export function filter(actor: Actor, rule: Rule, columns: OwnedColumns): Expression<SqlBool> {
  return withinSql(reachOf(actor, rule.who), columns)
}

/**
 * The grant by which the actor passes for this row: his own before one he holds as deputy. Out: null when
 * none does. The ledger names `deputyFor` from it.
 */
export function grantUsed(actor: Actor, who: readonly Role[], row: Owned): Grant | null {
  const usable = actor.grants.filter((grant) => {
    const reach = nothing()
    if (who.includes(grant.role)) widen(reach, grant)
    return within(reach, row)
  })
  return usable.find((g) => !g.deputyFor) ?? usable[0] ?? null
}

const signInReason = reason(
  null,
  'sign-in',
  '您还没有登录，或登录已超时。请重新登录，已填写的内容不会丢失。',
)

function noRoleReason(who: readonly Role[]): Reason {
  const names = who.filter((r) => r !== 'self').map((r) => roles[r].zh)
  return reason(
    null,
    'no-role',
    `这项业务由${names.join('、')}办理，您的岗位不含此项。如需办理，请向安全管理员申请相应岗位。`,
  )
}

const outOfReachReason = reason(
  null,
  'out-of-reach',
  '这件业务不属于您的单位、关区或机构，您不能办理。请核对编号，或转交主管的同事。',
)

import { sql, type Expression, type SqlBool } from 'kysely'
import type { Actor } from '../actor.ts'
import { filter, holdsAny, may, type Owned, type Rule } from '../policy.ts'
import { unitRoles } from '../roles.ts'

/** Who looks at accounts: those who keep them, a unit's own people, and the audit administrator. */
export const accountReading: Rule = {
  permission: 'people.list',
  who: ['security-admin', 'audit-admin', 'customs-accounts', ...unitRoles],
}

const seesAll = (actor: Actor) => holdsAny(actor, ['security-admin', 'audit-admin'])

/**
 * Whether an account may be seen. S2-065 customs' account administrator looks after units alone: officers'
 * accounts are hidden from him even at headquarters. In: whose the account is, as `ownerOf` says.
 */
export function seesAccount(actor: Actor, owner: Owned): boolean {
  if (may(actor, accountReading, owner).length > 0) return false
  return seesAll(actor) || owner.unitId !== null
}

/** The same as a row filter. In: the columns that hold the owner's unit and branch. */
export function seesAccountSql(actor: Actor, unit: string, branch: string): Expression<SqlBool> {
  const reach = filter(actor, accountReading, { unit, branch })
  if (seesAll(actor)) return reach
  return sql<SqlBool>`(${reach} and ${sql.ref(unit)} is not null)`
}

import { sql } from 'kysely'
import type { Day } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { Facts, Subject } from '#frame/kernel/act.ts'
import { absent } from '#frame/kernel/reason.ts'
import { isSamePerson, type Actor } from '../actor.ts'
import { reachOf, within, type Owned } from '../policy.ts'
import { proposedRoles } from '../proposals/proposed-roles.ts'
import { isAdministrator, roles, unitRoles, type Role } from '../roles.ts'

/** A grant of an account as the rules look at it. */
export interface HeldGrant {
  id: string
  role: Role
  unitId: string | null
  branchId: string | null
  agencyId: string | null
  validFrom: Day
  validTo: Day | null
}

/** An account with everything it holds now or later. */
export interface AccountFacts extends Facts {
  subject: Subject
  login: string
  name: string
  mailbox: string
  grants: HeldGrant[]
  /** Administrator roles waiting for a second person. */
  proposed: Role[]
  /** Administrator roles that nobody else holds without end. */
  solelyHeld: Role[]
}

/**
 * An account, locked: whoever gives it a role or takes one waits here, so that two administrators at once
 * cannot bring about what neither alone may. Errors: Refused when there is none.
 */
export async function loadAccount(tx: Tx, id: string, today: Day): Promise<AccountFacts> {
  const account = await tx
    .selectFrom('account')
    .select(['id', 'login', 'name', 'mailbox', 'status', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!account) throw absent()
  const grants = await grantsOf(tx, id, today)
  const held = grants.map((g) => g.role).filter(isAdministrator)
  return {
    subject: {
      kind: 'account',
      id,
      status: account.status,
      version: account.version,
      ...(await ownerOf(tx, grants)),
      accountId: id,
    },
    login: account.login,
    name: account.name,
    mailbox: account.mailbox,
    grants,
    proposed: await proposedRoles(tx, id),
    solelyHeld: held.length > 0 ? await solelyHeldBy(tx, id, held, today) : [],
  }
}

/**
 * The same for somebody who is to act on it. S2-065 whoever is not security administrator looks after the
 * accounts of units alone, his own excepted; all others do not exist for him, not even at headquarters,
 * which reaches every branch.
 */
export async function loadAccountFor(
  tx: Tx,
  id: string,
  { actor, today }: { actor: Actor; today: Day },
): Promise<AccountFacts> {
  const facts = await loadAccount(tx, id, today)
  const security = actor.grants.some((g) => g.role === 'security-admin')
  if (security || isSamePerson(actor, id)) return facts
  const kept = within(reachOf(actor, ['customs-accounts', ...unitRoles]), facts.subject)
  if (facts.subject.unitId === null || !kept) throw absent()
  return facts
}

async function grantsOf(tx: Tx, accountId: string, today: Day): Promise<HeldGrant[]> {
  const rows = await tx
    .selectFrom('role_grant')
    .select(['id', 'role', 'unit_id', 'branch_id', 'agency_id', 'valid_from', 'valid_to'])
    .where('account_id', '=', accountId)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>=', today)]))
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    role: r.role as Role,
    unitId: r.unit_id,
    branchId: r.branch_id,
    agencyId: r.agency_id,
    validFrom: r.valid_from,
    validTo: r.valid_to,
  }))
}

/**
 * Whose an account is for the policy: the unit's when it works for that unit alone (then its colleagues and
 * the branch that looks after it may act), else nobody's but the security administrator's.
 */
async function ownerOf(
  tx: Tx,
  grants: readonly { role: Role; unitId: string | null }[],
): Promise<Pick<Owned, 'unitId' | 'branchId'>> {
  const units = new Set(grants.map((g) => (roles[g.role].scope === 'unit' ? g.unitId : null)))
  const [unitId] = units
  if (units.size !== 1 || !unitId) return { unitId: null, branchId: null }
  return { unitId, branchId: await branchOf(tx, unitId) }
}

/** S2-067 the branch that supervises a unit. Errors: Refused when there is no such unit. */
export async function branchOf(tx: Tx, unitId: string): Promise<string> {
  const unit = await tx
    .selectFrom('unit')
    .select('branch_id')
    .where('id', '=', unitId)
    .executeTakeFirst()
  if (!unit) throw absent()
  return unit.branch_id
}

/**
 * Administrator roles of which this account is the last holder in use and without end. All holders are
 * locked in one order, so that two administrators cannot remove each other at the same moment.
 */
async function solelyHeldBy(tx: Tx, accountId: string, held: Role[], today: Day): Promise<Role[]> {
  const rows = await tx
    .selectFrom('role_grant')
    .select(['role', 'account_id'])
    .where('role', 'in', held)
    .where('valid_from', '<=', today)
    .where('valid_to', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  const inUse = await tx
    .selectFrom('account')
    .select('id')
    .where('id', '=', sql<string>`any(${rows.map((r) => r.account_id)}::uuid[])`)
    .where('status', '=', 'active')
    .execute()
  const living = new Set(inUse.map((a) => a.id))
  const others = rows.filter((r) => r.account_id !== accountId && living.has(r.account_id))
  return held.filter((role) => !others.some((o) => o.role === role))
}

import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import { act, type Facts, type SaveContext } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { absent, decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { addRoleGrant } from '../add-account.ts'
import type { Owned } from '../policy.ts'
import { isAdministrator, roles, type Role } from '../roles.ts'
import { endSessionsOf } from '../sign-in/sessions.ts'
import { branchOf, loadAccountFor, type AccountFacts } from '../accounts/facts.ts'
import { grantForm, reasonField, type GrantForm } from '../accounts/forms.ts'
import { otherLoginsOf, strictLogin } from '../accounts/one-login.ts'
import {
  granterReasons,
  oneLoginReasons,
  scopeReasons,
  separationReasons,
} from '../accounts/rules.ts'
import { mayBeConfirmed } from './second-person.ts'
import { grantMove } from './states.ts'

const grantInput = z.strictObject({ accountId: z.uuid(), grant: grantForm, reason: reasonField })
type GrantInput = z.output<typeof grantInput>

interface GrantFacts extends Facts {
  subject: null
  owner: Owned
  account: AccountFacts
  otherLogins: number
  oneLoginPerUnit: boolean
  confirmable: boolean
}

/**
 * S1-041, S2-067 gives a person a role from day to day. An administrator role waits for a second person,
 * every other is in force at once. His sessions end, so that nobody goes on under old rights.
 */
export const grantRole = act<GrantFacts, GrantInput, GrantInput>({
  name: 'role.grant',
  move: grantMove('role.grant'),
  input: grantInput,
  async load(tx, { accountId, grant }, ctx) {
    const { actor, today } = ctx
    const account = await loadAccountFor(tx, accountId, ctx)
    const { unitId } = grant
    return {
      subject: null,
      owner: { unitId, branchId: unitId ? await branchOf(tx, unitId) : null },
      account,
      otherLogins: unitId ? await otherLoginsOf(tx, unitId, accountId, today) : 0,
      oneLoginPerUnit: await strictLogin(tx, today),
      confirmable: await mayBeConfirmed(tx, actor, accountId, today),
    }
  },
  decide({ account, otherLogins, oneLoginPerUnit }, input, { actor }) {
    const { grant } = input
    const held = [...account.grants.map((g) => g.role), ...account.proposed]
    const reasons: Reason[] = [
      ...granterReasons(actor, grant, input.accountId),
      ...scopeReasons(grant),
      ...separationReasons(held, grant.role),
      ...oneLoginReasons(oneLoginPerUnit, otherLogins),
    ]
    if (account.subject.status === 'ended')
      reasons.push(reason(null, 'ended', '这个账号已注销，不能再授予岗位。请为此人另建账号。'))
    if (holdsAlready(account, grant))
      reasons.push(
        reason(null, 'held', `此人在这段时间已有“${roles[grant.role].zh}”，不必重复授予。`, 'role'),
      )
    return decided(reasons, () => input)
  },
  async save(tx, facts, next, ctx) {
    const given = await writeGrant(
      tx,
      next.accountId,
      next.grant,
      next.reason,
      facts.confirmable,
      ctx,
    )
    if (given.status === 'active') await endSessionsOf(tx, next.accountId)
    ctx.record({ account: next.accountId, role: next.grant.role, ...given, reason: next.reason })
    return { id: given.id, status: given.status, version: 1 }
  },
})

function holdsAlready({ grants, proposed }: AccountFacts, wanted: GrantForm): boolean {
  if (proposed.includes(wanted.role)) return true
  return grants.some(
    (g) =>
      g.role === wanted.role &&
      g.unitId === wanted.unitId &&
      g.branchId === wanted.branchId &&
      g.agencyId === wanted.agencyId &&
      roles[g.role].scope !== 'invitation' &&
      (g.validTo === null || g.validTo >= wanted.validFrom) &&
      (wanted.validTo === null || g.validFrom <= wanted.validTo),
  )
}

/** Writes a grant, or a proposal for one of the three administrators when somebody is there to confirm it. */
export async function writeGrant(
  tx: Tx,
  accountId: string,
  grant: GrantForm,
  why: string,
  confirmable: boolean,
  { actor, now, eventId }: SaveContext,
): Promise<{ id: string; status: 'active' | 'proposed'; founding: boolean }> {
  if (actor.accountId === null) throw absent()
  const administrator = isAdministrator(grant.role)
  if (administrator && confirmable) {
    const id = newId()
    await tx
      .insertInto('account_proposal')
      .values({
        id,
        account_id: accountId,
        role: grant.role satisfies Role,
        valid_from: grant.validFrom,
        valid_to: grant.validTo,
        reason: why,
        proposed_by: actor.accountId,
        audit_event_id: eventId,
        created_at: now,
      })
      .execute()
    return { id, status: 'proposed', founding: false }
  }
  const by = { now, grantedBy: actor.accountId, founding: administrator, eventId }
  const id = await addRoleGrant(tx, accountId, { ...grant, reason: why }, by)
  return { id, status: 'active', founding: administrator }
}

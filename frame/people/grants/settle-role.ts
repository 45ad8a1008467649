import { sql } from 'kysely'
import type { Day } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import { act, type Facts, type Subject } from '#frame/kernel/act.ts'
import { absent, decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { addRoleGrant } from '../add-account.ts'
import type { Actor } from '../actor.ts'
import { roles, type Role } from '../roles.ts'
import { endSessionsOf } from '../sign-in/sessions.ts'
import { loadAccount, type AccountFacts } from '../accounts/facts.ts'
import { onRowWithReason, seen } from '../accounts/forms.ts'
import { separationReasons } from '../accounts/rules.ts'
import { grantMove } from './states.ts'

interface ProposalFacts extends Facts {
  subject: Subject
  account: AccountFacts
  role: Role
  validFrom: Day
  validTo: Day | null
  why: string
  proposedBy: string
}

async function load(tx: Tx, { id }: { id: string }, { today }: { today: Day }) {
  const row = await tx
    .selectFrom('role_proposal')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw absent()
  const facts: ProposalFacts = {
    subject: {
      kind: 'role',
      id,
      unitId: null,
      branchId: null,
      status: row.status,
      version: row.version,
    },
    account: await loadAccount(tx, row.account_id, today),
    role: row.role as Role,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    why: row.reason,
    proposedBy: row.proposed_by,
  }
  return facts
}

/** Four eyes: neither who proposed it nor whom it concerns. */
export function secondPersonReasons(
  { role, proposedBy, concerned }: { role: Role; proposedBy: string; concerned: string },
  actor: Actor,
): Reason[] {
  if (actor.accountId === proposedBy)
    return [
      reason(
        null,
        'four-eyes',
        `任命“${roles[role].zh}”须由第二位管理员确认，提议人本人不能确认。请另一位管理员办理。`,
      ),
    ]
  if (actor.accountId === concerned)
    return [reason(null, 'four-eyes', '不能确认对自己的任命。请另一位管理员办理。')]
  return []
}

const eyes = (facts: ProposalFacts, { actor }: { actor: Actor }) =>
  secondPersonReasons({ ...facts, concerned: facts.account.subject.id }, actor)

async function settle(
  tx: Tx,
  { subject }: ProposalFacts,
  status: 'confirmed' | 'refused' | 'withdrawn',
  by: { actor: Actor; now: Date; eventId: string },
): Promise<number> {
  const { version } = await tx
    .updateTable('role_proposal')
    .set({
      status,
      settled_by: by.actor.accountId,
      settled_at: by.now,
      version: sql<number>`version + 1`,
      audit_event_id: by.eventId,
    })
    .where('id', '=', subject.id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

type Settling = { id: string; version: number; reason: string }

/** A second administrator confirms one of the three; only now is it in force. */
export const confirmRole = act<ProposalFacts, Settling, Settling>({
  name: 'role.confirm',
  move: grantMove('role.confirm'),
  input: onRowWithReason,
  seen,
  load,
  ready: eyes,
  decide(facts, input, { today }) {
    const held = facts.account.grants.map((g) => g.role)
    const reasons = separationReasons(held, facts.role)
    if (facts.account.subject.status === 'ended')
      reasons.push(reason(null, 'ended', '这个账号已注销，不能再任命。请不同意这项提议。'))
    if (facts.validTo !== null && facts.validTo < today)
      reasons.push(reason(null, 'past', '这项任命的结束日期已过。请撤回后重新提议。'))
    return decided(reasons, () => input)
  },
  async save(tx, facts, next, ctx) {
    const { subject, account, role, validFrom, validTo, why, proposedBy } = facts
    const version = await settle(tx, facts, 'confirmed', ctx)
    const given = await addRoleGrant(
      tx,
      account.subject.id,
      { role, validFrom: validFrom < ctx.today ? ctx.today : validFrom, validTo, reason: why },
      {
        now: ctx.now,
        grantedBy: proposedBy,
        confirmedBy: ctx.actor.accountId,
        eventId: ctx.eventId,
      },
    )
    await endSessionsOf(tx, account.subject.id)
    ctx.record({ account: account.subject.id, role, grant: given, proposedBy, reason: next.reason })
    return { id: subject.id, status: 'active', version }
  },
})

/** A second administrator refuses it. */
export const refuseRole = act<ProposalFacts, Settling, Settling>({
  name: 'role.refuse',
  move: grantMove('role.refuse'),
  input: onRowWithReason,
  seen,
  load,
  ready: eyes,
  decide: (_facts, input) => decided([], () => input),
  async save(tx, facts, next, ctx) {
    const version = await settle(tx, facts, 'refused', ctx)
    ctx.record({ account: facts.account.subject.id, role: facts.role, reason: next.reason })
    return { id: facts.subject.id, status: 'refused', version }
  },
})

/** Who proposed it takes it back. */
export const withdrawRole = act<ProposalFacts, Settling, Settling>({
  name: 'role.withdraw',
  move: grantMove('role.withdraw'),
  input: onRowWithReason,
  seen,
  load,
  decide: (_facts, input) => decided([], () => input),
  async save(tx, facts, next, ctx) {
    const version = await settle(tx, facts, 'withdrawn', ctx)
    ctx.record({ account: facts.account.subject.id, role: facts.role, reason: next.reason })
    return { id: facts.subject.id, status: 'withdrawn', version }
  },
})

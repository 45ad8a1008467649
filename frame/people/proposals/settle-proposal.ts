import { sql } from 'kysely'
import type { Day } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import { act, type Facts, type SaveContext, type Subject } from '#frame/kernel/act.ts'
import { absent, decided, reason } from '#frame/kernel/reason.ts'
import { personal } from '#frame/ledger/personal.ts'
import { loadAccount, type AccountFacts } from '../accounts/facts.ts'
import { onRowWithReason, seen } from '../accounts/forms.ts'
import { separationReasons } from '../accounts/rules.ts'
import { setMailbox } from '../accounts/set-mailbox.ts'
import type { Actor } from '../actor.ts'
import { addRoleGrant } from '../add-account.ts'
import type { Role } from '../roles.ts'
import { endSessionsOf } from '../sign-in/sessions.ts'
import { fourEyesReasons } from './four-eyes.ts'
import { proposalMove } from './states.ts'

interface ProposedRole {
  role: Role
  validFrom: Day
  validTo: Day | null
}

interface ProposalFacts extends Facts {
  subject: Subject
  account: AccountFacts
  what: ProposedRole | { mailbox: string }
  why: string
  proposedBy: string
}

async function load(tx: Tx, { id }: { id: string }, { today }: { today: Day }) {
  const found = await tx
    .selectFrom('account_proposal')
    .select('account_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw absent()
  // The account first, as everywhere, so that two acts on one person never wait for each other crosswise.
  const account = await loadAccount(tx, found.account_id, today)
  const row = await tx
    .selectFrom('account_proposal')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const facts: ProposalFacts = {
    subject: {
      kind: 'proposal',
      id,
      unitId: null,
      branchId: null,
      status: row.status,
      version: row.version,
    },
    account,
    what:
      row.mailbox === null
        ? { role: row.role as Role, validFrom: row.valid_from!, validTo: row.valid_to }
        : { mailbox: row.mailbox },
    why: row.reason,
    proposedBy: row.proposed_by,
  }
  return facts
}

const eyes = ({ what, proposedBy, account }: ProposalFacts, { actor }: { actor: Actor }) =>
  fourEyesReasons({ what, proposedBy, concerned: account.subject.id }, actor)

async function settle(
  tx: Tx,
  { subject, account, what }: ProposalFacts,
  status: 'confirmed' | 'refused' | 'withdrawn',
  why: string,
  ctx: SaveContext,
) {
  const { version } = await tx
    .updateTable('account_proposal')
    .set({
      status,
      settled_by: ctx.actor.accountId,
      settled_at: ctx.now,
      version: sql<number>`version + 1`,
      audit_event_id: ctx.eventId,
    })
    .where('id', '=', subject.id)
    .returning('version')
    .executeTakeFirstOrThrow()
  const named = 'role' in what ? { role: what.role } : { mailbox: personal(what.mailbox) }
  ctx.record({ account: account.subject.id, ...named, reason: why })
  return { id: subject.id, status, version }
}

type Settling = { id: string; version: number; reason: string }

const common = { input: onRowWithReason, seen, load }

/** A second administrator confirms what another proposed; only now is it in force. */
export const confirmProposal = act<ProposalFacts, Settling, string>({
  ...common,
  name: 'proposal.confirm',
  move: proposalMove('confirm'),
  ready: eyes,
  decide({ account, what }, input, { today }) {
    const held = account.grants.map((g) => g.role)
    const reasons = 'role' in what ? separationReasons(held, what.role) : []
    if (account.subject.status === 'ended')
      reasons.push(reason(null, 'ended', '这个账号已注销，不能再办。请不同意这项提议。'))
    if ('role' in what && what.validTo !== null && what.validTo < today)
      reasons.push(reason(null, 'past', '这项任命的结束日期已过。请撤回后重新提议。'))
    return decided(reasons, () => input.reason)
  },
  async save(tx, facts, why, ctx) {
    const { account, what, proposedBy } = facts
    const reply = await settle(tx, facts, 'confirmed', why, ctx)
    ctx.record({ proposedBy })
    if ('role' in what) await putRoleInForce(tx, facts, what, ctx)
    else await setMailbox(tx, { ...account, id: account.subject.id }, what.mailbox, ctx)
    return reply
  },
})

async function putRoleInForce(
  tx: Tx,
  { account, why, proposedBy }: ProposalFacts,
  { role, validFrom, validTo }: ProposedRole,
  ctx: SaveContext,
): Promise<void> {
  const { id } = account.subject
  const from = validFrom < ctx.today ? ctx.today : validFrom
  const grant = await addRoleGrant(
    tx,
    id,
    { role, validFrom: from, validTo, reason: why },
    {
      now: ctx.now,
      grantedBy: proposedBy,
      confirmedBy: ctx.actor.accountId,
      eventId: ctx.eventId,
    },
  )
  await endSessionsOf(tx, id)
  ctx.record({ grant })
}

/** A second administrator refuses it. */
export const refuseProposal = act<ProposalFacts, Settling, string>({
  ...common,
  name: 'proposal.refuse',
  move: proposalMove('refuse'),
  ready: eyes,
  decide: (_facts, input) => decided([], () => input.reason),
  save: (tx, facts, why, ctx) => settle(tx, facts, 'refused', why, ctx),
})

/** Who keeps accounts takes it back. */
export const withdrawProposal = act<ProposalFacts, Settling, string>({
  ...common,
  name: 'proposal.withdraw',
  move: proposalMove('withdraw'),
  decide: (_facts, input) => decided([], () => input.reason),
  save: (tx, facts, why, ctx) => settle(tx, facts, 'withdrawn', why, ctx),
})

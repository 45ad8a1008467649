import { sql } from 'kysely'
import type { Tx } from '#frame/db/connect.ts'
import { act, type DecideContext, type SaveContext } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { notify } from '#frame/notify/notify.ts'
import { isSamePerson } from '../actor.ts'
import { factorReset } from '../notices.ts'
import { roles } from '../roles.ts'
import { forgetDevices } from '../sign-in/devices.ts'
import { removeFactor } from '../sign-in/second-factor.ts'
import { endSessionsOf } from '../sign-in/sessions.ts'
import { closeGrant } from '../grants/end-role.ts'
import { withdrawProposals } from '../proposals/propose-mailbox.ts'
import { loadAccountFor, type AccountFacts } from './facts.ts'
import { onRowWithReason, seen } from './forms.ts'
import { sendInvitation } from './invitation.ts'
import { lastHolderReasons } from './rules.ts'
import { accountMove } from './states.ts'

type Step = { id: string; version: number; reason: string }

const load = (tx: Tx, { id }: Step, ctx: DecideContext) => loadAccountFor(tx, id, ctx)

const common = { input: onRowWithReason, seen, load }

/** Writes the new status and version. */
async function moveAccount(
  tx: Tx,
  { subject }: AccountFacts,
  status: string,
  why: string,
  ctx: SaveContext,
) {
  const row = await tx
    .updateTable('account')
    .set({ status, version: sql<number>`version + 1`, audit_event_id: ctx.eventId })
    .where('id', '=', subject.id)
    .returning('version')
    .executeTakeFirstOrThrow()
  ctx.record({ reason: why })
  return { id: subject.id, status, version: row.version }
}

/** Nobody removes himself by mistake, and the last of the three administrators stays. */
function removalReasons(facts: AccountFacts, actor: Parameters<typeof isSamePerson>[0]): Reason[] {
  const reasons = lastHolderReasons(facts.solelyHeld)
  if (isSamePerson(actor, facts.subject.id))
    reasons.push(
      reason(null, 'own-account', '不能停用或注销自己的账号。请由另一位有权的同事办理。'),
    )
  return reasons
}

/** Bars a person at once; his sessions end. */
export const suspendAccount = act<AccountFacts, Step, string>({
  ...common,
  name: 'account.suspend',
  move: accountMove('account.suspend'),
  decide: (facts, { reason }, { actor }) => decided(removalReasons(facts, actor), () => reason),
  async save(tx, facts, why, ctx) {
    await endSessionsOf(tx, facts.subject.id)
    return moveAccount(tx, facts, 'suspended', why, ctx)
  },
})

/** Lets a person in again. */
export const resumeAccount = act<AccountFacts, Step, string>({
  ...common,
  name: 'account.resume',
  move: accountMove('account.resume'),
  decide: (_facts, { reason }) => decided([], () => reason),
  save: (tx, facts, why, ctx) => moveAccount(tx, facts, 'active', why, ctx),
})

/** Ends an account for good: roles, sessions, deputies, open links and the second factor go with it. */
export const endAccount = act<AccountFacts, Step, string>({
  ...common,
  name: 'account.end',
  move: accountMove('account.end'),
  decide: (facts, { reason }, { actor }) => decided(removalReasons(facts, actor), () => reason),
  async save(tx, facts, why, ctx) {
    const { id } = facts.subject
    for (const grant of facts.grants)
      await closeGrant(tx, grant.id, { by: ctx.actor.accountId, at: ctx.now, reason: why })
    await withdrawProposals(tx, id, 'all', ctx)
    await tx
      .updateTable('deputy')
      .set({ status: 'ended', version: sql<number>`version + 1` })
      .where((e) => e.or([e('absent_id', '=', id), e('deputy_id', '=', id)]))
      .where('status', '=', 'active')
      .execute()
    await tx
      .deleteFrom('mail_link')
      .where('account_id', '=', id)
      .where('used_at', 'is', null)
      .execute()
    await tx.deleteFrom('auth_password').where('account_id', '=', id).execute()
    await removeFactor(tx, id)
    await endSessionsOf(tx, id)
    await forgetDevices(tx, id)
    ctx.record({ roles: facts.grants.map((g) => g.role) })
    return moveAccount(tx, facts, 'ended', why, ctx)
  },
})

/** S2-069 sends the invitation again; the earlier link ends. */
export const inviteAgain = act<AccountFacts, Step, string>({
  ...common,
  name: 'account.invite-again',
  move: accountMove('account.invite-again'),
  decide: (_facts, { reason }) => decided([], () => reason),
  async save(tx, facts, why, ctx) {
    const role = facts.grants[0]?.role ?? facts.proposed[0] ?? 'self'
    await sendInvitation(tx, { accountId: facts.subject.id, role: roles[role] }, ctx)
    return moveAccount(tx, facts, 'invited', why, ctx)
  },
})

/** Throws a person out everywhere, e.g. after a lost device. */
export const endAllSessions = act<AccountFacts, Step, string>({
  ...common,
  name: 'account.end-sessions',
  move: accountMove('account.end-sessions'),
  decide: (_facts, { reason }) => decided([], () => reason),
  async save(tx, facts, why, ctx) {
    ctx.record({ ended: await endSessionsOf(tx, facts.subject.id) })
    await forgetDevices(tx, facts.subject.id)
    return moveAccount(tx, facts, facts.subject.status, why, ctx)
  },
})

/** Takes the second factor away after a lost phone; the next sign-in sets up a new one. */
export const resetFactor = act<AccountFacts, Step, string>({
  ...common,
  name: 'account.reset-factor',
  move: accountMove('account.reset-factor'),
  decide(facts, input, { actor }) {
    const own = isSamePerson(actor, facts.subject.id)
    const reasons = own
      ? [
          reason(
            null,
            'own-factor',
            '不能重置自己的动态口令。请用恢复码登录，或由另一位安全管理员办理。',
          ),
        ]
      : []
    return decided(reasons, () => input.reason)
  },
  async save(tx, facts, why, ctx) {
    const { id } = facts.subject
    await removeFactor(tx, id)
    await endSessionsOf(tx, id)
    await notify(tx, { to: { accountIds: [id] }, kind: factorReset, params: {}, now: ctx.now })
    return moveAccount(tx, facts, facts.subject.status, why, ctx)
  },
})

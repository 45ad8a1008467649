import { todayInBeijing } from '#frame/calendar/day.ts'
import type { House } from '#frame/house.ts'
import type { Subject } from '#frame/kernel/act.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import type { Actor } from '../actor.ts'
import type { Role } from '../roles.ts'
import { accountNames } from '../accounts/names.ts'
import { fourEyesReasons } from './four-eyes.ts'
import { confirmProposal, refuseProposal, withdrawProposal } from './settle-proposal.ts'
import { proposalLife } from './states.ts'

/**
 * What was proposed: for one person whom the actor may see, or for the administrators all that waits and
 * the last that was settled. The new mailbox stands in full also for those who else see it blurred: they
 * must be able to ask the person whether it is the right one.
 */
export async function proposalLines(
  { db, clock }: House,
  actor: Actor,
  asked: { accountId?: string } = {},
) {
  const now = clock.now()
  const ctx = { actor, now, today: todayInBeijing(now) }
  let query = db
    .selectFrom('account_proposal as p')
    .innerJoin('account as a', 'a.id', 'p.account_id')
    .selectAll('p')
    .select(['a.name', 'a.login'])
    .orderBy((e) => e.case().when('p.status', '=', 'proposed').then(0).else(1).end())
    .orderBy('p.created_at', 'desc')
    .limit(50)
  if (asked.accountId) query = query.where('p.account_id', '=', asked.accountId)
  const rows = await query.execute()
  const who = await accountNames(
    db,
    rows.flatMap((r) => [r.proposed_by, r.settled_by]),
  )
  return rows.map((r) => {
    const subject: Subject = {
      kind: 'proposal',
      id: r.id,
      status: r.status,
      version: r.version,
      unitId: null,
      branchId: null,
    }
    // The screen asks the rule of four eyes itself: the facts here are lighter than those of the acts.
    const what = r.mailbox === null ? { role: r.role as Role } : { mailbox: r.mailbox }
    const eyes = fourEyesReasons(
      { what, proposedBy: r.proposed_by, concerned: r.account_id },
      actor,
    )
    const settling = [confirmProposal, refuseProposal].map(({ name, move }) => ({
      name,
      move,
      ready: () => eyes,
    }))
    const { name, move } = withdrawProposal
    return {
      id: r.id,
      accountId: r.account_id,
      name: r.name,
      login: r.login,
      role: r.role as Role | null,
      mailbox: r.mailbox,
      from: r.valid_from,
      to: r.valid_to,
      reason: r.reason,
      by: who(r.proposed_by) ?? '',
      at: r.created_at.toISOString(),
      status: r.status as 'proposed' | 'confirmed' | 'refused' | 'withdrawn',
      settledBy: who(r.settled_by),
      version: r.version,
      acts:
        r.status === 'proposed'
          ? canDo(proposalLife, [...settling, { name, move }], { subject }, ctx)
          : [],
    }
  })
}

import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import { act, type DecideContext, type Facts } from '#frame/kernel/act.ts'
import { moveOf } from '#frame/kernel/lifecycle.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { holdsAny, reachOf, withinSql } from '#frame/people/policy.ts'
import { roles, type Role } from '#frame/people/roles.ts'
import { inHandsOf } from '../held.ts'
import { loadCase } from '../load-case.ts'
import { reviewers } from '../states.ts'
import { handFacts, isHeld, takeInHand, type HandFacts } from './take-case.ts'
import { caseHandLife } from './states.ts'

/** Cases looked at in one pull: more colleagues than this do not pull in the same instant. */
const mostTried = 60

interface PullFacts extends Facts {
  subject: HandFacts['subject'] | null
  found: HandFacts | null
}

const input = z.strictObject({ role: z.enum(reviewers as [Role, ...Role[]]) })

/**
 * S2-028 the most urgent case that waits for a role within the officer's reach and that nobody has in hand.
 * Two who pull at once never get the same one: each locks a case before he looks whether it is free, and
 * passes over one that is locked.
 */
export const pullNextAct = act<PullFacts, z.output<typeof input>, HandFacts>({
  name: 'case-hand.pull',
  move: moveOf(caseHandLife, 'case-hand.pull'),
  input,
  async load(tx, { role }, ctx) {
    const found = await firstFree(tx, role, ctx)
    return { subject: found?.subject ?? null, found }
  },
  decide: ({ found }, { role }, { actor }) => {
    const reasons: Reason[] = holdsAny(actor, [role]) ? nothing(found, role) : [otherRole(role)]
    return decided(reasons, () => found!)
  },
  save: (tx, _facts, found, ctx) => takeInHand(tx, found, found.role!, ctx),
})

function nothing(found: HandFacts | null, role: Role): Reason[] {
  if (found) return []
  const words = `现在没有无人经办、等“${roles[role].zh}”办理的件。新到的件会列在工作台和列表中，请稍后再取。`
  return [reason(null, 'nothing-waits', words)]
}

const otherRole = (role: Role) =>
  reason(
    null,
    'other-role',
    `您没有“${roles[role].zh}”岗位，不能取这个岗位的件。请按自己的岗位领取。`,
  )

async function firstFree(tx: Tx, role: Role, ctx: DecideContext): Promise<HandFacts | null> {
  for (const at of await waiting(tx, role, ctx)) {
    const locked = await tx
      .selectFrom('licence_case')
      .select('id')
      .where('unit_id', '=', at.unit_id)
      .where('id', '=', at.id)
      .where('status', '=', at.status)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!locked || (await isHeld(tx, { unitId: at.unit_id, id: at.id }, role))) continue
    const facts = await loadCase(tx, at.id, ctx.today)
    if (facts) return handFacts(facts, false)
  }
  return null
}

/** Where an officer has something to do; while the applicant corrects, nobody waits for him. */
const pulledIn = (role: Role) =>
  Object.entries(inHandsOf)
    .filter(([status, whose]) => whose === role && status !== 'correcting')
    .map(([status]) => status)

/** What waits for a role within reach and is with nobody, the most urgent first. */
function waiting(tx: Tx, role: Role, { actor }: DecideContext) {
  return (
    tx
      .selectFrom('licence_case')
      .leftJoin('clock', (j) =>
        j
          .onRef('clock.unit_id', '=', 'licence_case.unit_id')
          .onRef('clock.subject_id', '=', 'licence_case.id')
          .on('clock.subject_kind', '=', 'licence')
          .on('clock.kind', '=', 'decision')
          .on('clock.state', '!=', 'ended'),
      )
      .select(['licence_case.unit_id', 'licence_case.id', 'licence_case.status'])
      .where('licence_case.status', 'in', pulledIn(role))
      .where(
        withinSql(reachOf(actor, [role]), {
          unit: 'licence_case.unit_id',
          branch: 'licence_case.branch_id',
        }),
      )
      .where((e) =>
        e.not(
          e.exists(
            e
              .selectFrom('task_holder as holder')
              .select('holder.account_id')
              .whereRef('holder.unit_id', '=', 'licence_case.unit_id')
              .where('holder.subject_kind', '=', 'licence')
              .whereRef('holder.subject_id', '=', 'licence_case.id')
              .where('holder.role', '=', role),
          ),
        ),
      )
      // S2-037 whoever proposed does not decide
      .where((e) =>
        e.or([
          e.val(role !== 'customs-second'),
          e('licence_case.first_reviewer', 'is distinct from', actor.accountId),
        ]),
      )
      .orderBy(sql`clock.due_day asc nulls last`)
      .orderBy('licence_case.id')
      .limit(mostTried)
      .execute()
  )
}

import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import {
  act,
  type DecideContext,
  type Facts,
  type SaveContext,
  type Subject,
} from '#frame/kernel/act.ts'
import { moveOf } from '#frame/kernel/lifecycle.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { takeTask, holderOf } from '#frame/people/holders.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { roles, type Role } from '#frame/people/roles.ts'
import { accountOf, load } from '../act-parts.ts'
import type { LicenceFacts } from '../facts.ts'
import { inHandsOf, standOf } from '../held.ts'
import { caseNotes } from '../step-notes.ts'
import { writeStep } from '../write-case.ts'
import { caseHandLife } from './states.ts'

/** A case that somebody may take. */
export interface HandFacts extends Facts {
  subject: Subject
  /** Whose turn it is; null where nobody has the case in hand. */
  role: Role | null
  /** The status of the case itself. */
  caseStatus: string
  /** Accounts that did an earlier part and may not do this one. */
  barred: readonly string[]
}

/**
 * An officer takes a case that waits for his role before he first acts on it, so that colleagues see that it
 * is being worked on.
 */
export const takeCaseAct = act<HandFacts, { id: string }, Role>({
  name: 'case-hand.take',
  move: moveOf(caseHandLife, 'case-hand.take'),
  input: z.strictObject({ id: z.uuid() }),
  async load(tx, input, ctx) {
    const facts = await load(tx, input, ctx)
    return handFacts(facts, await isHeld(tx, facts.subject, inHandsOf[facts.subject.status]))
  },
  ready: mayTake,
  decide: (facts) => decided([], () => facts.role!),
  save: takeInHand,
})

/** What taking must know. In: the case, and whether somebody has it in hand for the role whose turn it is. */
export function handFacts({ subject, ...facts }: LicenceFacts, held: boolean): HandFacts {
  const role = inHandsOf[subject.status] ?? null
  return {
    subject: { ...subject, kind: 'case-hand', status: held ? 'held' : 'free' },
    role,
    caseStatus: subject.status,
    barred: role ? standOf({ ...facts, subject }).barred(role) : [],
  }
}

/** Whether somebody has a case in hand in a role. */
export async function isHeld(
  tx: Pick<Tx, 'selectFrom'>,
  { unitId, id }: Pick<Subject, 'unitId' | 'id'>,
  role: Role | undefined,
): Promise<boolean> {
  return (
    role !== undefined &&
    (await holderOf(tx, { kind: 'licence', id, unitId: unitId! }, role)) !== null
  )
}

/** Everything against taking a case, for the act and for the button alike. */
function mayTake({ subject, role, barred }: HandFacts, { actor }: DecideContext): Reason[] {
  if (role === null)
    return [
      reason(
        null,
        'nobody-s-turn',
        '这件业务现在不在任何审批岗位手中，不必领取。请刷新页面查看现在的状态。',
      ),
    ]
  if (!within(reachOf(actor, [role]), { unitId: subject.unitId, branchId: subject.branchId }))
    return [
      reason(
        null,
        'other-role',
        `这件业务现在由“${roles[role].zh}”办理，您没有这个岗位。请等它转到您的岗位再领取。`,
      ),
    ]
  // S2-037 whoever proposed does not decide
  if (actor.accountId !== null && barred.includes(actor.accountId))
    return [
      reason(
        'S2-037',
        'four-eyes',
        '您办理了这件业务的初审，复核须由另一人办理。请由其他复核人员领取。',
      ),
    ]
  return []
}

/** Notes who has the case in hand, and says so in its history to officers. */
export async function takeInHand(tx: Tx, facts: HandFacts, role: Role, ctx: SaveContext) {
  const { subject, caseStatus } = facts
  const unitId = subject.unitId!
  const held = { kind: 'licence', id: subject.id, unitId, branchId: subject.branchId }
  await takeTask(tx, held, role, accountOf(ctx), ctx.now)
  await writeStep(
    tx,
    { unitId, caseId: subject.id, from: caseStatus, to: caseStatus, role },
    { inner: caseNotes.note('taken', { role }) },
    ctx,
  )
  ctx.record({ role })
  return { id: subject.id, status: 'held', version: subject.version }
}

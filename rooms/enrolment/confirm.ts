import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import { act, type SaveContext } from '#frame/kernel/act.ts'
import { absent, granted } from '#frame/kernel/reason.ts'
import { openFirstRegistration } from '#rooms/registration/public.ts'
import type { EnrolmentFacts } from './facts.ts'
import { classesOf } from './forms.ts'
import { loadEnrolment } from './load-enrolment.ts'
import { move } from './states.ts'
import { moveEnrolment } from './write-enrolment.ts'

/**
 * S2-071 the link was opened and a password set: the account is valid. A unit finds its registration begun
 * (S2-072); a natural person registers no further (C-42).
 */
export const confirmAct = act({
  name: 'enrolment.confirm',
  move: move('confirm'),
  input: z.strictObject({ id: z.uuid() }),
  async load(tx, { id }, { actor, today }): Promise<EnrolmentFacts> {
    const facts = await loadEnrolment(tx, id, { actor, today, lock: true })
    if (!facts) throw absent()
    return facts
  },
  decide: () => granted(null),
  async save(tx, facts, _next, ctx) {
    if (facts.kind === 'person') await register(tx, facts.unitId!, ctx)
    else await beginRegistration(tx, facts, ctx)
    const { step: _step, ...reply } = await moveEnrolment(tx, facts, 'valid', {}, null, ctx)
    return reply
  },
})

async function register(tx: Tx, unitId: string, ctx: SaveContext): Promise<void> {
  await tx
    .updateTable('unit')
    .set((e) => ({
      status: 'registered',
      registered_at: ctx.now,
      version: e('version', '+', 1),
      audit_event_id: ctx.eventId,
    }))
    .where('id', '=', unitId)
    .execute()
}

async function beginRegistration(tx: Tx, facts: EnrolmentFacts, ctx: SaveContext): Promise<void> {
  const { nameZh = '', activities = [], contact = '', mobile = '', mailbox = '' } = facts.form
  await openFirstRegistration(
    tx,
    {
      unitId: facts.unitId!,
      branchId: facts.branchId!,
      accountId: facts.account!.id,
      form: { nameZh, classes: classesOf(activities), contact, mobile, email: mailbox },
    },
    ctx,
  )
}

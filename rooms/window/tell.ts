import type { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import type { NoticeKind } from '#frame/notify/kind.ts'
import { notify } from '#frame/notify/notify.ts'
import type { VisitFacts } from './facts.ts'

/**
 * Tells the members of the unit something about their visit. In: `key`, so that what is asked for twice is
 * told once.
 */
export async function tellUnit<S extends z.core.$ZodType>(
  tx: Tx,
  { subject, registration }: Pick<VisitFacts, 'subject' | 'registration'>,
  told: { kind: NoticeKind<S>; params: z.input<S>; key?: string },
  now: Date,
): Promise<void> {
  await notify(tx, {
    ...told,
    to: { unitMembers: subject.unitId },
    subject: { kind: 'visit', id: subject.id, unitId: subject.unitId },
    path: `/window/book/${registration.id}`,
    now,
  })
}

import type { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import type { NoticeKind } from '#frame/notify/kind.ts'
import { notify } from '#frame/notify/notify.ts'
import { changedNotice, type BookingChange } from './changed-notice.ts'
import type { BookedTime, VisitFacts } from './facts.ts'

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

/** S2-006 tells the unit what an officer did to its booking. In: the time that was booked. */
export async function tellChange(
  tx: Tx,
  facts: Pick<VisitFacts, 'subject' | 'registration'>,
  what: BookingChange,
  { day, from }: Pick<BookedTime, 'day' | 'from'>,
  now: Date,
): Promise<void> {
  const params = { what, day, from, number: facts.registration.number ?? '' }
  await tellUnit(tx, facts, { kind: changedNotice, params }, now)
}

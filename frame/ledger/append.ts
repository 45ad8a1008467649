import { randomBytes } from 'node:crypto'
import type { Tx } from '#frame/db/connect.ts'
import type { Actor } from '#frame/people/actor.ts'
import { eventBytes } from './event.ts'
import { liftPersonal } from './personal.ts'

/** One event as an act hands it over. Personal data in `body` is marked with `personal(value)`. */
export interface NewEvent {
  id: string
  /** Instant of the act. */
  at: Date
  actor: Pick<Actor, 'kind' | 'accountId'>
  /** Name of the act, e.g. 'licence.submit'. */
  act: string
  subject: { kind: string; id: string } | null
  unitId: string | null
  body: Record<string, unknown>
}

/**
 * Writes an event and its queue row inside the caller's transaction: both exist if and only if it commits.
 * The sequencer gives the event its place in the tree within a fraction of a second after that.
 * Errors: throws for a body that JSON cannot say, or an id used before.
 */
export async function appendEvent(tx: Tx, event: NewEvent): Promise<void> {
  const { body, lifted } = liftPersonal(event.body, '/body')
  const bytes = eventBytes({ ...event, body, salt: randomBytes(16) })
  // One statement: every act waits for this round trip.
  await tx
    .with('written', (w) =>
      w
        .insertInto('audit_event')
        .values({
          id: event.id,
          unit_id: event.unitId,
          at: event.at,
          actor_kind: event.actor.kind,
          actor_id: event.actor.accountId,
          act: event.act,
          subject_kind: event.subject?.kind ?? null,
          subject_id: event.subject?.id ?? null,
          body: bytes,
          body_json: bytes.toString(),
        })
        .returning('id'),
    )
    .insertInto('audit_queue')
    .columns(['event_id'])
    .expression((e) => e.selectFrom('written').select('id'))
    .execute()
  if (lifted.length > 0)
    await tx
      .insertInto('audit_personal')
      .values(lifted.map((value) => ({ event_id: event.id, ...value })))
      .execute()
}

/**
 * Erases the personal data of events for good: value and salt go, the hash in the event stays and the
 * ledger still verifies. In: the events' ids. Out: how many values were erased. Source: 个人信息保护法 art. 47.
 */
export async function erasePersonal(tx: Tx, eventIds: readonly string[]): Promise<number> {
  if (eventIds.length === 0) return 0
  const done = await tx
    .deleteFrom('audit_personal')
    .where('event_id', 'in', eventIds)
    .executeTakeFirst()
  return Number(done.numDeletedRows)
}

import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import type { DecideContext } from '#frame/kernel/act.ts'
import { absent } from '#frame/kernel/reason.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import type { EnrolmentFacts } from './facts.ts'
import { loadEnrolment } from './load-enrolment.ts'
import { keepers } from './states.ts'

/** What every act on an existing request is told: which, and the version the person saw. */
export const onRequest = { id: z.uuid(), version: z.int().positive() }

/** The version seen, for the standard check. */
export const seen = (input: { version: number }) => input.version

/** What an administrator writes for the requester to read. In: the words that ask for it. */
export const toTheRequester = (ask: string) =>
  z.string().trim().min(4, ask).max(500, '最多 500 个字，请缩短')

/** Loads and locks the request; one that this person may not see is absent to him. */
export async function load(
  tx: Tx,
  { id }: { id: string },
  { actor, today }: DecideContext,
): Promise<EnrolmentFacts> {
  const facts = await loadEnrolment(tx, id, { actor, today, lock: true })
  if (!facts || !maySee(facts, actor)) throw absent()
  return facts
}

/** Whether this is the holder of the request's key. */
export function holdsKey(
  { subject }: Pick<EnrolmentFacts, 'subject'>,
  actor: DecideContext['actor'],
) {
  return actor.visiting === subject.id
}

/** Who may look at a request: whoever holds its key, and the account administrators once it was filed. */
export function maySee(
  facts: Pick<EnrolmentFacts, 'subject' | 'number'>,
  actor: DecideContext['actor'],
): boolean {
  if (holdsKey(facts, actor) || actor.kind === 'system') return true
  return facts.number !== null && within(reachOf(actor, keepers), facts.subject)
}

import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import type { DecideContext, SaveContext } from '#frame/kernel/act.ts'
import { absent } from '#frame/kernel/reason.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import type { RegistrationFacts } from './facts.ts'
import { loadRegistration } from './load-registration.ts'
import { handedOver, officerReaders } from './states.ts'

/** What every act on an existing registration is told: which, and the version the person saw. */
export const onRegistration = { id: z.uuid(), version: z.int().positive() }

/** The version seen, for the standard check. */
export const seen = (input: { version: number }) => input.version

/** What somebody writes for the unit to read. In: the words that ask for it. */
export const toTheUnit = (ask: string) =>
  z.string().trim().min(4, ask).max(500, '最多 500 个字，请缩短')

/** Loads and locks the registration; one that this person may not see is absent to him. */
export async function load(
  tx: Tx,
  input: { id: string },
  ctx: DecideContext,
): Promise<RegistrationFacts> {
  const facts = await loadRegistration(tx, input.id, ctx.today, true)
  if (!facts || !maySee(facts, ctx)) throw absent()
  return facts
}

/** Who may look at a registration at all: its own unit, and officers within reach once it was handed over. */
export function maySee(
  { subject, number }: Pick<RegistrationFacts, 'subject' | 'number'>,
  { actor }: Pick<DecideContext, 'actor'>,
): boolean {
  const own = within(reachOf(actor, unitRoles), subject)
  return own || (handedOver(number) && within(reachOf(actor, officerReaders), subject))
}

/** The account behind an act of a person. Errors: throws for the system, which files nothing here. */
export function accountOf(ctx: Pick<SaveContext, 'actor'>): string {
  if (ctx.actor.accountId === null) throw new Error('this act is done by a person')
  return ctx.actor.accountId
}

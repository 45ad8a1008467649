import { z } from 'zod'
import type { DecideContext, SaveContext } from '#frame/kernel/act.ts'
import type { Tx } from '#frame/db/connect.ts'
import { absent } from '#frame/kernel/reason.ts'
import type { LicenceFacts } from './facts.ts'
import { loadCase } from './load-case.ts'
import { officerReaders, hiddenFromOfficers } from './states.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { reachOf, within } from '#frame/people/policy.ts'

/** What every act on an existing case is told: which case, and the version the person saw. */
export const onCase = { id: z.uuid(), version: z.int().positive() }

/** The version seen, for the standard check. */
export const seen = (input: { version: number }) => input.version

/** Loads and locks the case; one that this person may not see is absent to him. */
export async function load(
  tx: Tx,
  input: { id: string },
  ctx: DecideContext,
): Promise<LicenceFacts> {
  const facts = await loadCase(tx, input.id, ctx.today, true)
  if (!facts || !maySee(facts, ctx)) throw absent()
  return facts
}

/** Who may look at a case at all: its own unit, and officers within reach once it has been filed. */
export function maySee(facts: Pick<LicenceFacts, 'subject'>, ctx: DecideContext): boolean {
  const own = within(reachOf(ctx.actor, unitRoles), facts.subject)
  const officer = within(reachOf(ctx.actor, officerReaders), facts.subject)
  return own || (officer && !hiddenFromOfficers.includes(facts.subject.status))
}

/** The account behind an act of a person. Errors: throws for the system, which files nothing here. */
export function accountOf(ctx: Pick<SaveContext, 'actor'>): string {
  if (ctx.actor.accountId === null) throw new Error('this act is done by a person')
  return ctx.actor.accountId
}

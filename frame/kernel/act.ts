import type { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import type { Actor } from '#frame/people/actor.ts'
import type { Owned } from '#frame/people/policy.ts'
import type { Day } from '#frame/calendar/day.ts'
import type { Move } from './lifecycle.ts'
import type { Decision, Reason } from './reason.ts'

/** The thing an act changes: what the standard checks need to know of it. */
export interface Subject extends Owned {
  kind: string
  id: string
  status: string
  version: number
}

/** What `load` brings. `subject` is null when the act creates it; `owner` then says whose it will be. */
export interface Facts {
  subject: Subject | null
  owner?: Owned
}

/** What `decide` may know besides facts and input. No clock, no SQL. */
export interface DecideContext {
  actor: Actor
  /** The instant of the act. */
  now: Date
  /** The same instant as a legal day in Beijing. */
  today: Day
}

/** What `save` may use besides the transaction. */
export interface SaveContext extends DecideContext {
  /** The act itself: its name and the row of the transition table. */
  act: { name: string; move: Move }
  /** Ledger event of this act; a saved business row carries it as audit_event_id. */
  eventId: string
  /** Plans a job in the same transaction; it runs after commit, at least once. */
  plan(job: string, data: unknown, key?: string): Promise<void>
  /** Adds facts to the ledger event of this act. */
  record(facts: Record<string, unknown>): void
}

/** What an act answers: the subject as it now is. */
export interface ActReply {
  id: string
  status: string
  version: number
}

/**
 * One act: the whole law of one step on one page. `I` is what the person says, `F` what the house knows,
 * `O` what was decided. `ready` holds the reasons that do not depend on the input; the screen asks it to
 * say beforehand why a button is disabled.
 */
export interface Act<F extends Facts, I, O, R extends ActReply = ActReply> {
  name: string
  move: Move
  /** Strict: an unknown key is refused. */
  input: z.ZodType<I>
  load(tx: Tx, input: NoInfer<I>, ctx: DecideContext): Promise<F>
  ready?(facts: NoInfer<F>, ctx: DecideContext): Reason[]
  decide(facts: NoInfer<F>, input: NoInfer<I>, ctx: DecideContext): Decision<O>
  save(tx: Tx, facts: NoInfer<F>, next: NoInfer<O>, ctx: SaveContext): Promise<R>
  /** A draft being typed: nothing of legal weight, so nothing of it goes to the ledger. */
  quiet?: boolean
  /** The version the person saw, checked against the subject's; undefined when the act needs none. */
  seen?(input: NoInfer<I>): number | undefined
}

/** Declares an act; only fixes the types. */
export function act<F extends Facts, I, O, R extends ActReply = ActReply>(
  definition: Act<F, I, O, R>,
): Act<F, I, O, R> {
  return definition
}

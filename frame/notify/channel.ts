import type { House } from '#frame/house.ts'
import type { HeldMessage, Outcome } from './message-state.ts'

/** What a channel is given for one attempt. */
export interface Handing {
  /**
   * Called right before the text goes out, when everything before it (connection, sign-in, envelope) has
   * succeeded. After it, an end without an answer means: unknown.
   */
  handOver(): Promise<void>
  signal: AbortSignal
}

/** A way out of the house. Null when this house has none set up. It never throws for a failed attempt. */
export type Send = (
  house: House,
  held: HeldMessage,
  handing: Handing,
) => Promise<Exclude<Outcome, { state: 'kept' }>>

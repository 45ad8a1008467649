import type { Tx } from '#frame/db/connect.ts'
import type { ActReply, SaveContext } from '#frame/kernel/act.ts'

/** What the window found. */
export interface CheckOutcome {
  visitId: string
  /** Whether every original was seen and agrees. */
  complete: boolean
  /** What is wanting, by place: a field or 'slot.<code>'. At least one when not complete. */
  remarks: readonly { at: string; what: string }[]
}

/**
 * S2-129, S2-137 the originals were looked at: the registration is checked, or goes back with every
 * reason. Done in the transaction of the window's act. Out: the registration as it now is.
 * Errors: refused when it does not wait for its originals.
 */
export function settleCheck(
  _tx: Tx,
  _registrationId: string,
  _outcome: CheckOutcome,
  _ctx: SaveContext,
): Promise<ActReply> {
  return Promise.reject(new Error('to follow'))
}

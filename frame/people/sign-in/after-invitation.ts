import type { Tx } from '#frame/db/connect.ts'
import type { Actor } from '../actor.ts'

/** An invitation or confirmation that has just been accepted, inside its transaction. */
export interface AcceptedInvitation {
  accountId: string
  /** The person himself. */
  actor: Actor
  now: Date
  requestId: string
}

/** What a room does in the same transaction when somebody begins to use his account. */
type AfterInvitation = (tx: Tx, accepted: AcceptedInvitation) => Promise<void>

const followers: AfterInvitation[] = []

/** Adds what follows an accepted invitation. Errors of it undo the acceptance. */
export function afterInvitation(follow: AfterInvitation): void {
  followers.push(follow)
}

/** Does all that rooms have added. */
export async function followInvitation(tx: Tx, accepted: AcceptedInvitation): Promise<void> {
  for (const follow of followers) await follow(tx, accepted)
}

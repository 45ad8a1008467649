import { reason, type Reason } from '#frame/kernel/reason.ts'
import type { Actor } from '../actor.ts'
import { roles, type Role } from '../roles.ts'

/** What is proposed for an account. */
export type Proposed = { role: Role } | { mailbox: string }

const inWords = (what: Proposed) => ('role' in what ? `任命“${roles[what.role].zh}”` : '更换邮箱')

/** Four eyes: neither who proposed it nor whom it concerns. */
export function fourEyesReasons(
  { what, proposedBy, concerned }: { what: Proposed; proposedBy: string; concerned: string },
  actor: Actor,
): Reason[] {
  if (actor.accountId === proposedBy)
    return [
      reason(
        null,
        'four-eyes',
        `${inWords(what)}须由第二位管理员确认，提议人本人不能确认。请另一位管理员办理。`,
      ),
    ]
  if (actor.accountId === concerned)
    return [reason(null, 'four-eyes', `不能确认对自己账号的${inWords(what)}。请另一位管理员办理。`)]
  return []
}

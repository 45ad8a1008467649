import type { Tx } from '#frame/db/connect.ts'
import { notify } from '#frame/notify/notify.ts'
import { mailboxChanged } from '../notices.ts'
import { withdrawProposals } from '../proposals/propose-mailbox.ts'

/** An account as it stands before its mailbox changes. */
export interface MailboxOwner {
  id: string
  login: string
  mailbox: string
}

/**
 * Puts another mailbox in force, which the person or a second person has confirmed. The old one learns of
 * it: who controls the mailbox can set a new password. Links on their way to the old mailbox open nothing
 * any more, and nothing else that was proposed may change it afterwards.
 */
export async function setMailbox(
  tx: Tx,
  owner: MailboxOwner,
  mailbox: string,
  at: { now: Date; eventId: string },
): Promise<void> {
  await tx
    .updateTable('account')
    .set((e) => ({ mailbox, version: e('version', '+', 1), audit_event_id: at.eventId }))
    .where('id', '=', owner.id)
    .execute()
  await tx
    .deleteFrom('mail_link')
    .where('account_id', '=', owner.id)
    .where('used_at', 'is', null)
    .execute()
  await withdrawProposals(tx, owner.id, 'mailbox', at)
  await notify(tx, {
    to: { mailbox: { address: owner.mailbox } },
    kind: mailboxChanged,
    params: { login: owner.login },
    now: at.now,
  })
}

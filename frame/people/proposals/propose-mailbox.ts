import { sql } from 'kysely'
import type { Tx } from '#frame/db/connect.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { absent } from '#frame/kernel/reason.ts'
import { personal } from '#frame/ledger/personal.ts'
import { notify } from '#frame/notify/notify.ts'
import { mailboxProposed } from '../notices.ts'

/**
 * Another mailbox for an account in use waits for a second person: whoever reads the mailbox can set the
 * password. The person learns of it at the old one, before anything has changed. A proposal that waits for
 * another mailbox is withdrawn; one for the same goes on waiting.
 */
export async function proposeMailbox(
  tx: Tx,
  accountId: string,
  { mailbox, reason }: { mailbox: string; reason: string },
  ctx: SaveContext,
): Promise<void> {
  const { actor, now } = ctx
  if (actor.accountId === null) throw absent()
  const waiting = await tx
    .selectFrom('account_proposal')
    .select('mailbox')
    .where('account_id', '=', accountId)
    .where('status', '=', 'proposed')
    .where('mailbox', 'is not', null)
    .executeTakeFirst()
  if (waiting?.mailbox === mailbox) return
  await withdrawProposals(tx, accountId, 'mailbox', ctx)
  const id = newId()
  await tx
    .insertInto('account_proposal')
    .values({
      id,
      account_id: accountId,
      mailbox,
      reason,
      proposed_by: actor.accountId,
      audit_event_id: ctx.eventId,
      created_at: now,
    })
    .execute()
  await notify(tx, {
    to: { accountIds: [accountId] },
    kind: mailboxProposed,
    params: { mailbox },
    now,
  })
  ctx.record({ proposal: id, mailboxProposed: personal(mailbox) })
}

/** Withdraws what waits for an account: all of it, or another mailbox only. */
export async function withdrawProposals(
  tx: Tx,
  accountId: string,
  what: 'all' | 'mailbox',
  { now, eventId }: { now: Date; eventId: string },
): Promise<void> {
  await tx
    .updateTable('account_proposal')
    .set({
      status: 'withdrawn',
      settled_at: now,
      version: sql<number>`version + 1`,
      audit_event_id: eventId,
    })
    .where('account_id', '=', accountId)
    .where('status', '=', 'proposed')
    .$if(what === 'mailbox', (q) => q.where('mailbox', 'is not', null))
    .execute()
}

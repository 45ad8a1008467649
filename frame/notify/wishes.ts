import type { Database } from '#frame/db/connect.ts'
import { absent } from '#frame/kernel/reason.ts'
import type { Wishes } from './forms.ts'
import { digestNotice } from './digest.ts'
import { allNoticeKinds } from './kind.ts'

/** The wishes of an account with everything there is to choose from. Errors: absent. */
export async function wishesOf(db: Database, accountId: string) {
  const row = await db
    .selectFrom('account')
    .leftJoin('notice_wish', 'notice_wish.account_id', 'account.id')
    .select(['account.mailbox', 'mail_off', 'digest', 'notice_wish.language'])
    .where('account.id', '=', accountId)
    .executeTakeFirst()
  if (!row) throw absent()
  const wishes: Wishes = {
    mailOff: row.mail_off ?? [],
    digest: row.digest ?? false,
    language: row.language as Wishes['language'],
  }
  const kinds = allNoticeKinds()
    .filter((kind) => kind.channels.includes('mail') && kind.kind !== digestNotice.kind)
    .map(({ kind, words, always }) => ({ kind, words, always }))
  return { wishes, mailbox: row.mailbox, kinds }
}

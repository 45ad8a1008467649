import type { House } from '#frame/house.ts'
import { isSignInEvent, signInWords } from '../labels.ts'

/** The sign-in log, newest first. In: one account only, and the id after which the page goes on. */
export async function signInLog(
  { db }: House,
  asked: { account?: string | undefined; after?: string | undefined; size: number },
) {
  let query = db
    .selectFrom('sign_in_log as l')
    .leftJoin('account as a', 'a.id', 'l.account_id')
    .select(['l.id', 'l.at', 'l.what', 'l.address', 'l.agent', 'l.account_id', 'a.login', 'a.name'])
    // ids are made in order of time
    .orderBy('l.id', 'desc')
    .limit(asked.size + 1)
  if (asked.account) query = query.where('l.account_id', '=', asked.account)
  if (asked.after) query = query.where('l.id', '<', asked.after)
  const found = await query.execute()
  const rows = found.slice(0, asked.size)
  return {
    rows: rows.map(({ at, account_id, ...row }) => ({
      ...row,
      at: at.toISOString(),
      accountId: account_id,
      words: isSignInEvent(row.what) ? signInWords[row.what] : { zh: row.what, en: row.what },
    })),
    next: found.length > asked.size ? (rows.at(-1)?.id ?? null) : null,
  }
}

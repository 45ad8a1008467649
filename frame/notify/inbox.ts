import { sql } from 'kysely'
import type { z } from 'zod'
import type { Database } from '#frame/db/connect.ts'
import type { inboxLine } from './doors.ts'
import { kindWords, noticeText } from './kind.ts'

/** What of an in-box is asked for. */
export interface InboxAsk {
  accountId: string
  limit: number
  unreadOnly: boolean
  /** Continues after this line: its `at` and id, as `next` gave them. */
  after?: { at: Date; id: string }
}

/** One page of an in-box, newest first. Out: the rows, and where the next page begins. */
export async function inboxPage(db: Database, ask: InboxAsk) {
  const { after, limit } = ask
  const rows = await db
    .selectFrom('notice')
    .select(['id', 'kind', 'params', 'path', 'created_at', 'read_at'])
    .where('account_id', '=', ask.accountId)
    .$if(ask.unreadOnly, (q) => q.where('read_at', 'is', null))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(created_at, id) < (${after?.at}, ${after?.id}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    rows: page.map(lineOf),
    next: last ? `${last.created_at.toISOString()}~${last.id}` : null,
  }
}

function lineOf(row: {
  id: string
  kind: string
  params: unknown
  path: string | null
  created_at: Date
  read_at: Date | null
}): z.input<typeof inboxLine> {
  const zh = noticeText(row.kind, row.params, 'zh')
  const en = noticeText(row.kind, row.params, 'en')
  return {
    id: row.id,
    at: row.created_at.toISOString(),
    kind: kindWords(row.kind),
    title: { zh: zh.title, en: en.title },
    lines: { zh: zh.lines, en: en.lines },
    href: row.path,
    read: row.read_at !== null,
  }
}

/** How many notices of an account are unread. */
export async function unreadCount(db: Database, accountId: string): Promise<number> {
  const row = await db
    .selectFrom('notice')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}

/**
 * Marks notices of an account as read; no rule is asked and nothing is recorded, for reading changes no
 * case. In: ids, or null for all. Out: how many are left unread. Ids of others are silently nobody's.
 */
export async function markRead(
  db: Database,
  accountId: string,
  ids: readonly string[] | null,
  now: Date,
): Promise<number> {
  if (ids === null || ids.length > 0)
    await db
      .updateTable('notice')
      .set({ read_at: now })
      .where('account_id', '=', accountId)
      .where('read_at', 'is', null)
      .$if(ids !== null, (q) => q.where('id', 'in', [...(ids ?? [])]))
      .execute()
  return unreadCount(db, accountId)
}

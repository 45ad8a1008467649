import type { Database, Tx } from '#frame/db/connect.ts'
import { newId } from '#frame/kernel/id.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'
import { isInvitation, type LinkKind } from './link-kinds.ts'
import { hashToken, newToken } from './tokens.ts'

/** A link to be made. */
export interface NewLink {
  kind: LinkKind
  accountId: string | null
  /** The new mailbox that the link confirms. */
  mailbox?: string
  minutes: number
  createdBy: string | null
  now: Date
}

/**
 * Makes a link that works once and ends by itself; an earlier one for the same purpose ends now. Only its
 * hash is stored. Out: the path to mail; the token stands behind `#`, so that no log and no other site sees it.
 */
export async function makeLink(tx: Tx, link: NewLink): Promise<{ path: string; until: Date }> {
  const { kind, accountId, now } = link
  await tx
    .deleteFrom('mail_link')
    .where('kind', 'in', isInvitation(kind) ? ['invite', 'confirm'] : [kind])
    .where('account_id', 'is not distinct from', accountId)
    .where('used_at', 'is', null)
    .execute()
  const token = newToken()
  const until = new Date(now.getTime() + link.minutes * 60_000)
  await tx
    .insertInto('mail_link')
    .values({
      id: newId(),
      kind,
      account_id: accountId,
      token_hash: hashToken(token),
      mailbox: link.mailbox ?? null,
      expires_at: until,
      created_by: link.createdBy,
      created_at: now,
    })
    .execute()
  return { path: `/link#${token}`, until }
}

/** A link as found: still good at this instant. */
export interface FoundLink {
  id: string
  kind: LinkKind
  accountId: string | null
  mailbox: string | null
  expiresAt: Date
}

/** The link of a token without using it. Errors: {@link Refused} when it is unknown, used or over. */
export async function peekLink(db: Database | Tx, token: string, now: Date): Promise<FoundLink> {
  const row = await db
    .selectFrom('mail_link')
    .select(['id', 'kind', 'account_id', 'mailbox', 'expires_at'])
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!row) throw deadLink()
  return found(row)
}

/** Uses a link up: of two at once one gets it. Errors: {@link Refused} when it is unknown, used or over. */
export async function takeLink(tx: Tx, token: string, now: Date): Promise<FoundLink> {
  const row = await tx
    .updateTable('mail_link')
    .set({ used_at: now })
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['id', 'kind', 'account_id', 'mailbox', 'expires_at'])
    .executeTakeFirst()
  if (!row) throw deadLink()
  return found(row)
}

function found(row: {
  id: string
  kind: string
  account_id: string | null
  mailbox: string | null
  expires_at: Date
}): FoundLink {
  const { id, account_id, mailbox, expires_at } = row
  return { id, kind: row.kind as LinkKind, accountId: account_id, mailbox, expiresAt: expires_at }
}

// One sentence for unknown, used and over: it must not tell which links once existed.
const deadLink = () =>
  new Refused('refused', [
    reason(
      null,
      'dead-link',
      '这个链接已经用过、已过期，或不完整。请重新申请一封邮件，并完整打开其中的链接。',
    ),
  ])

/** An instant as mails write it: Beijing time, to the minute. */
export function beijingMinute(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

import type { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import { keyedId, planAll } from '#frame/jobs/plan.ts'
import { newId } from '#frame/kernel/id.ts'
import { deliverMessage } from './deliver.ts'
import { checkedParams, type Channel, type Language, type NoticeKind } from './kind.ts'
import { recipientsOf, type Recipient, type To } from './recipients.ts'

/** What is to be told, to whom, about what. */
export interface Notice<S extends z.core.$ZodType> {
  to: To
  kind: NoticeKind<S>
  params: z.input<S>
  /** The instant of the act. */
  now: Date
  /** What it is about; `path` is the page it opens, from the root of the site. */
  subject?: { kind: string; id: string; unitId: string | null }
  path?: string
  /** Fewer channels than the kind has. */
  channels?: readonly Channel[]
  /** The same key is told once, however often it is asked for; without it every call is told. */
  key?: string
}

/**
 * Tells somebody something, inside the transaction of the act that happened: the in-box rows and the jobs
 * that send mail and short messages exist if and only if it commits. In: the notice; recipients are
 * looked up here. Out: how many accounts and outside addresses it goes to; zero is no error.
 * Errors: throws for params that do not fit the kind, a fault of the caller.
 */
export async function notify<S extends z.core.$ZodType>(
  tx: Tx,
  notice: Notice<S>,
): Promise<{ accounts: number; outside: number }> {
  const params = JSON.stringify(checkedParams(notice.kind, notice.params))
  const channels = notice.channels ?? notice.kind.channels
  const accounts = await recipientsOf(tx, notice.to, notice.now)
  if (channels.includes('inbox')) await intoInboxes(tx, notice, params, accounts)
  const letters = [
    ...accounts.flatMap((account) => lettersTo(account, notice.kind, channels)),
    ...outsideLetters(notice.to),
  ]
  await intoOutbox(tx, notice, params, letters)
  return { accounts: accounts.length, outside: outsideLetters(notice.to).length }
}

/** One mail or short message to one address. */
interface Letter {
  channel: 'mail' | 'sms'
  address: string
  language: Language
  accountId: string | null
}

function lettersTo(account: Recipient, kind: NoticeKind, channels: readonly Channel[]): Letter[] {
  const { accountId, language, mailbox, phone } = account
  const mail = channels.includes('mail') && (kind.always || !account.mailOff.includes(kind.kind))
  return [
    ...(mail ? [{ channel: 'mail' as const, address: mailbox, language, accountId }] : []),
    ...(channels.includes('sms') && phone
      ? [{ channel: 'sms' as const, address: phone, language, accountId }]
      : []),
  ]
}

const outsideLetter = (
  channel: 'mail' | 'sms',
  address: string,
  language: Language = 'zh',
): Letter => ({ channel, address, language, accountId: null })

function outsideLetters({ mailbox, phone }: To): Letter[] {
  return [
    ...(mailbox ? [outsideLetter('mail', mailbox.address, mailbox.language)] : []),
    ...(phone ? [outsideLetter('sms', phone.number, phone.language)] : []),
  ]
}

async function intoInboxes<S extends z.core.$ZodType>(
  tx: Tx,
  notice: Notice<S>,
  params: string,
  accounts: Recipient[],
): Promise<void> {
  if (accounts.length === 0) return
  const row = {
    kind: notice.kind.kind,
    subject_kind: notice.subject?.kind ?? null,
    subject_id: notice.subject?.id ?? null,
    about_unit_id: notice.subject?.unitId ?? null,
    path: notice.path ?? null,
    params,
    created_at: notice.now,
    read_at: null,
  }
  await tx
    .insertInto('notice')
    .values(
      accounts.map(({ accountId }) => ({
        ...row,
        account_id: accountId,
        id: idFor(notice, accountId),
      })),
    )
    .onConflict((c) => c.columns(['account_id', 'id']).doNothing())
    .execute()
}

async function intoOutbox<S extends z.core.$ZodType>(
  tx: Tx,
  notice: Notice<S>,
  params: string,
  letters: Letter[],
): Promise<void> {
  if (letters.length === 0) return
  const rows = letters.map((letter) => {
    const id = idFor(notice, `${letter.channel}:${letter.address}`)
    return {
      id,
      channel: letter.channel,
      account_id: letter.accountId,
      address: letter.address,
      language: letter.language,
      kind: notice.kind.kind,
      params,
      path: notice.path ?? null,
      message_id: id,
      state: 'waiting',
      created_at: notice.now,
    }
  })
  const fresh = await tx
    .insertInto('message')
    .values(rows)
    .onConflict((c) => c.column('id').doNothing())
    .returning('id')
    .execute()
  const jobs = fresh.map(({ id }) => ({ data: { id, round: 0 }, key: `${id}:0` }))
  await planAll(tx, deliverMessage, jobs)
}

function idFor<S extends z.core.$ZodType>(notice: Notice<S>, whom: string): string {
  return notice.key === undefined ? newId() : keyedId(`${notice.kind.kind}:${notice.key}`, whom)
}

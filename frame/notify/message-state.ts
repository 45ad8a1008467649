import { sql } from 'kysely'
import type { Database } from '#frame/db/connect.ts'
import { newId } from '#frame/kernel/id.ts'
import type { Language } from './kind.ts'

/** A message held by one attempt. */
export interface HeldMessage {
  id: string
  claim: string
  channel: 'mail' | 'sms'
  address: string
  language: Language
  kind: string
  params: unknown
  path: string | null
  messageId: string
  createdAt: Date
}

/** What came of asking for a message: held, held by another attempt, or nothing left to do. */
export type Claim = { held: HeldMessage } | 'busy' | 'settled'

/**
 * Seconds after which a claim counts as abandoned because its server died. Longer than any attempt: the
 * channels give up well before.
 */
export const claimSeconds = 120

/**
 * Takes a message for one attempt. A claim abandoned before the text was handed over is taken over, for
 * nothing can have been sent; one abandoned while handing over becomes 'unknown' and is not tried again,
 * for it may have arrived. In: the round the job was planned for; an older one does nothing.
 */
export async function claimMessage(db: Database, id: string, round: number): Promise<Claim> {
  const stale = sql<boolean>`claimed_at < now() - ${claimSeconds} * interval '1 second'`
  const claim = newId()
  const row = await db
    .updateTable('message')
    .set((e) => ({
      state: 'sending',
      claim,
      claimed_at: sql<Date>`now()`,
      attempts: e('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .where('round', '=', round)
    .where((e) => e.or([e('state', '=', 'waiting'), e.and([e('state', '=', 'sending'), stale])]))
    .returningAll()
    .executeTakeFirst()
  if (row) return { held: heldOf(row, claim) }
  await db
    .updateTable('message')
    .set({ state: 'unknown', last_error: 'process-ended' })
    .where('id', '=', id)
    .where('round', '=', round)
    .where('state', '=', 'handing')
    .where(stale)
    .execute()
  const left = await db
    .selectFrom('message')
    .select('state')
    .where('id', '=', id)
    .where('round', '=', round)
    .executeTakeFirst()
  return left?.state === 'sending' || left?.state === 'handing' ? 'busy' : 'settled'
}

function heldOf(
  row: {
    id: string
    channel: string
    address: string
    language: string
    kind: string
    params: unknown
    path: string | null
    message_id: string
    created_at: Date
  },
  claim: string,
): HeldMessage {
  const { id, address, kind, params, path } = row
  return {
    id,
    claim,
    channel: row.channel as 'mail' | 'sms',
    address,
    language: row.language as Language,
    kind,
    params,
    path,
    messageId: row.message_id,
    createdAt: row.created_at,
  }
}

/**
 * Marks that the text goes out now. Errors: throws when the claim was taken over meanwhile; then nothing
 * may be sent.
 */
export async function handOver(db: Database, held: HeldMessage): Promise<void> {
  const row = await db
    .updateTable('message')
    .set({ state: 'handing' })
    .where('id', '=', held.id)
    .where('claim', '=', held.claim)
    .where('state', '=', 'sending')
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new Error('the claim on this message was lost')
}

/** What one attempt came to. */
export type Outcome =
  | { state: 'sent'; providerId: string | null }
  | { state: 'waiting' | 'failed' | 'unknown'; error: string }
  | { state: 'kept' }

/**
 * Writes down what an attempt came to. A late 'sent' also corrects an 'unknown' of the same claim. In:
 * whether to forget the params (they may hold a sign-in link, and nobody needs them once it is sent).
 */
export async function settleMessage(
  db: Database,
  held: HeldMessage,
  outcome: Outcome,
  { now, forget }: { now: Date; forget: boolean },
): Promise<void> {
  const sent = outcome.state === 'sent'
  await db
    .updateTable('message')
    .set({
      state: outcome.state,
      settled_at: outcome.state === 'waiting' ? null : now,
      provider_id: sent ? outcome.providerId : null,
      last_error: 'error' in outcome ? outcome.error : null,
      ...(sent && forget ? { params: '{}', path: null } : {}),
    })
    .where('id', '=', held.id)
    .where('claim', '=', held.claim)
    .where('state', 'in', sent ? ['sending', 'handing', 'unknown'] : ['sending', 'handing'])
    .execute()
}

import { sql } from 'kysely'
import type { z } from 'zod'
import { todayInBeijing } from '#frame/calendar/day.ts'
import type { House } from '#frame/house.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import type { Actor } from '#frame/people/actor.ts'
import { confirmMessage } from './confirm-message.ts'
import type { outboxLine } from './doors.ts'
import { kindWords, noticeText, smsText, type Language } from './kind.ts'
import { messageFacts } from './message-facts.ts'
import type { MessageState } from './forms.ts'
import { resendMessage } from './resend-message.ts'
import { messageLife } from './states.ts'

/** What of the outbox is asked for. */
export interface OutboxAsk {
  limit: number
  state?: MessageState | undefined
  after?: { at: Date; id: string }
}

/**
 * One page of the outbox, newest first, each line with what may be done to it. With bodies only in the
 * demonstration, where nothing is secret and the links must be reachable; never in production.
 */
export async function outboxPage(house: House, actor: Actor, ask: OutboxAsk) {
  const { after, limit, state } = ask
  const rows = await house.db
    .selectFrom('message')
    .selectAll()
    .$if(state !== undefined, (q) => q.where('state', '=', state!))
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(created_at, id) < (${after?.at}, ${after?.id}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  const now = house.clock.now()
  const ctx = { actor, now, today: todayInBeijing(now) }
  const lines = page.map((row): z.input<typeof outboxLine> => {
    const channel = row.channel === 'sms' ? 'sms' : 'mail'
    return {
      id: row.id,
      at: row.created_at.toISOString(),
      channel,
      to: masked(row.address),
      kind: kindWords(row.kind),
      state: row.state as MessageState,
      attempts: row.attempts,
      error: row.last_error,
      version: row.round + 1,
      body: house.config.demo ? bodyOf({ ...row, channel }) : null,
      acts: canDo(messageLife, [resendMessage, confirmMessage], messageFacts(row), ctx),
    }
  })
  return { rows: lines, next: last ? `${last.created_at.toISOString()}~${last.id}` : null }
}

function bodyOf(row: {
  channel: 'mail' | 'sms'
  kind: string
  params: unknown
  language: string
  path: string | null
}) {
  const language: Language = row.language === 'en' ? 'en' : 'zh'
  const { title, lines, link } = noticeText(row.kind, row.params, language)
  if (row.channel === 'sms')
    return {
      language,
      title,
      lines: [smsText(row.kind, row.params, language)],
      href: row.path,
      link: null,
    }
  return { language, title, lines, href: row.path, link: link ?? null }
}

/** An address of which one sees whose it may be, but not what it is: `zh…@example.cn`, `139…0001`. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@')
  if (at > 0) return `${address.slice(0, Math.min(2, at - 1))}…${address.slice(at)}`
  return `${address.slice(0, 3)}…${address.slice(-4)}`
}

/** How many messages wait, failed for good, or have an unknown outcome. */
export async function outboxFigures(db: House['db']) {
  const row = await db
    .selectFrom('message')
    .select((e) => [
      e.fn
        .countAll<number>()
        .filterWhere('state', 'in', ['waiting', 'sending', 'handing'])
        .as('open'),
      e.fn.countAll<number>().filterWhere('state', '=', 'failed').as('failed'),
      e.fn.countAll<number>().filterWhere('state', '=', 'unknown').as('unknown'),
    ])
    .where('state', 'not in', ['sent', 'kept'])
    .executeTakeFirstOrThrow()
  return row
}

import { sql } from 'kysely'
import type { z } from 'zod'
import type { House } from '#frame/house.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { eventsDoor } from './doors.ts'

type Query = z.output<NonNullable<typeof eventsDoor.query>>
type Reply = z.input<typeof eventsDoor.reply>

/**
 * Events newest first, by cursor. Only columns of who, act, object and time are read: the content of cases
 * is not for administrators. In: the filters, and words for acts by their names.
 */
export async function readEvents(
  { db }: House,
  query: Query,
  titles: ReadonlyMap<string, Words>,
): Promise<Reply> {
  const { from, to } = instantsOf(query.days)
  let rows = db
    .selectFrom('audit_event as e')
    .leftJoin('account as a', 'a.id', 'e.actor_id')
    .leftJoin('audit_leaf as l', 'l.event_id', 'e.id')
    .select(['e.id', 'at', 'actor_kind', 'a.name', 'a.login', 'act', 'subject_kind', 'subject_id'])
    .select('leaf_index')
    .orderBy('at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(query.size + 1)
  if (query.actor) {
    const part = `%${escaped(query.actor)}%`
    rows = rows.where((w) => w.or([w('a.name', 'like', part), w('a.login', 'like', part)]))
  }
  if (query.actorKind) rows = rows.where('actor_kind', '=', query.actorKind)
  if (query.act) rows = rows.where('act', 'like', `${escaped(query.act)}%`)
  const { object } = query
  if (object)
    rows = rows.where((w) => w.or([w('subject_id', '=', object), w(sql`e.id::text`, '=', object)]))
  if (from) rows = rows.where('at', '>=', from)
  if (to) rows = rows.where('at', '<', to)
  if (query.after) {
    const { at, id } = cursorOf(query.after)
    rows = rows.where(sql<boolean>`(at, e.id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const found = await rows.execute()
  const page = found.slice(0, query.size)
  const last = page.at(-1)
  return {
    rows: page.map((r) => ({
      id: r.id,
      at: r.at.toISOString(),
      actorKind: r.actor_kind as 'person' | 'system' | 'public',
      actor: r.name !== null && r.login !== null ? { name: r.name, login: r.login } : null,
      act: r.act,
      title: titles.get(r.act) ?? null,
      subject: r.subject_kind && r.subject_id ? { kind: r.subject_kind, id: r.subject_id } : null,
      leafIndex: r.leaf_index,
    })),
    next: found.length > page.length && last ? `${last.at.toISOString()}_${last.id}` : null,
  }
}

const escaped = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

function instantsOf(days: readonly string[] | undefined): { from: Date | null; to: Date | null } {
  const [first, last] = days ?? []
  const from = first ? new Date(`${first}T00:00:00+08:00`) : null
  const to = last ? new Date(`${last}T24:00:00+08:00`) : null
  if ([from, to].some((d) => d && Number.isNaN(d.getTime())))
    throw new Refused('invalid', [
      reason(null, 'no-such-day', '没有这一天。请重新选择日期范围。', 'days'),
    ])
  return { from, to }
}

function cursorOf(text: string): { at: string; id: string } {
  const match =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(
      text,
    )
  if (!match || Number.isNaN(Date.parse(match[1]!)))
    throw new Refused('invalid', [
      reason(null, 'bad-cursor', '翻页位置无效，可能是链接不完整。请回到首页重新翻页。', 'after'),
    ])
  return { at: match[1]!, id: match[2]! }
}

import { sql } from 'kysely'
import type { z } from 'zod'
import { daysLeft } from '#frame/calendar/clock.ts'
import { todayInBeijing, type Day } from '#frame/calendar/day.ts'
import { loadCalendar } from '#frame/calendar/stored-calendar.ts'
import type { WorkCalendar } from '#frame/calendar/work-calendar.ts'
import type { Visit } from '#frame/http/open.ts'
import type { Actor } from '#frame/people/actor.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import type { Role } from '#frame/people/roles.ts'
import { handOverMove } from '#frame/people/tasks/states.ts'
import { casesWithin, partsAfter, type CaseFilters, type CaseSearch } from './case-query.ts'
import { searched } from './case-search.ts'
import type { listDoor } from './doors.ts'
import { firstArticles } from './first-articles.ts'
import { readKey, writeKey, type ListKey, type ListSort } from './list-key.ts'
import { officerReaders } from './states.ts'

type Asked = z.output<NonNullable<typeof listDoor.query>>
type Reply = z.input<typeof listDoor.reply>

/** Beyond this many rows they are not counted: the page says that there are more. A search is narrowed sooner. */
const mostCounted = { found: 1000, all: 10_000 }

/** The register, a page of it; counted only as far as it is worth knowing. Errors: a key of another order. */
export async function listCases(visit: Visit, asked: Asked): Promise<Reply> {
  const { house, actor } = visit
  const today = todayInBeijing(house.clock.now())
  const after = asked.after === undefined ? null : readKey(asked.sort, asked.after)
  const { calendar } = await loadCalendar(house.db)
  const search = await searchOf(visit, asked)
  const rows = await rowsAfter(visit, search, { sort: asked.sort, after, most: asked.size + 1 })
  const page = rows.slice(0, asked.size)
  const last = rows.length > asked.size ? page.at(-1) : undefined
  const most = search.found ? mostCounted.found : mostCounted.all
  const counted = await house.db
    .selectFrom(
      casesWithin(house.db, actor, search)
        .select('licence_case.id')
        .limit(most + 1)
        .as('found'),
    )
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return {
    total: Math.min(counted.total, most),
    atLeast: counted.total > most,
    next: last ? writeKey(asked.sort, keyOf(asked.sort, last)) : null,
    rows: page.map((row) => rowShown(actor, row, calendar, today)),
  }
}

/** What is asked, with what its text finds: looked for once, for page and count alike. */
export async function searchOf({ house }: Visit, asked: CaseFilters): Promise<CaseSearch> {
  const text = asked.q?.trim()
  return {
    asked,
    found: text ? await searched(house.db, text) : null,
    today: todayInBeijing(house.clock.now()),
  }
}

/** Rows of the register as they are stored. In: the order, the key after which they go on, and how many. */
export async function rowsAfter(
  { house, actor }: Visit,
  search: CaseSearch,
  at: { sort: ListSort; after: ListKey | null; most: number },
): Promise<CaseRow[]> {
  const rows: CaseRow[] = []
  for (const part of partsAfter(at.sort, at.after)) {
    if (rows.length >= at.most) break
    let query = casesWithin(house.db, actor, search)
      .leftJoin('account', 'account.id', 'holder.account_id')
      .select([
        'licence_case.id',
        'licence_case.number',
        'licence_case.status',
        'licence_case.received_day',
        'licence_case.updated_at',
        'unit.name_zh as unit_name',
        'clock.due_day',
        'clock.state as clock_state',
        'licence_case.unit_id',
        'licence_case.branch_id',
        'holder.account_id as holder_id',
        'holder.role as holder_role',
        'holder.version as holder_version',
        'account.name as holder_name',
        sql<string | null>`licence_case.form->>'direction'`.as('direction'),
        sql<string | null>`licence_case.form->>'articleClass'`.as('article_class'),
        firstArticles.as('articles'),
      ])
    for (const condition of part.where) query = query.where(condition)
    if (part.orderBy) query = query.orderBy(part.orderBy)
    rows.push(
      ...(await query
        .orderBy('licence_case.id', 'desc')
        .limit(at.most - rows.length)
        .execute()),
    )
  }
  return rows
}

/** A row of the register as it is stored. */
export interface CaseRow extends HolderRow {
  id: string
  number: string | null
  status: string
  received_day: Day | null
  updated_at: Date
  unit_name: string | null
  due_day: Day | null
  clock_state: string | null
  direction: string | null
  article_class: string | null
  articles: string
}

/** The key of a row in an order. */
export function keyOf(sort: ListSort, row: CaseRow): ListKey {
  const value = {
    left: row.clock_state === 'ended' ? null : row.due_day,
    updated: row.updated_at.toISOString(),
    number: row.number,
  }[sort.replace('-', '') as 'left' | 'updated' | 'number']
  return { value, id: row.id }
}

/** A row as this person's page gets it. */
export function rowShown(
  actor: Actor,
  r: CaseRow,
  calendar: WorkCalendar,
  today: Day,
): Reply['rows'][number] {
  return {
    id: r.id,
    number: r.number,
    status: r.status,
    unitName: r.unit_name ?? '',
    articles: r.articles,
    direction: r.direction,
    articleClass: r.article_class,
    receivedDay: r.received_day,
    dueDay: r.clock_state === 'ended' ? null : r.due_day,
    leftDays: daysLeft(calendar, { state: r.clock_state ?? 'ended', dueDay: r.due_day }, today),
    paused: r.clock_state === 'paused',
    updatedAt: r.updated_at.toISOString(),
    holder: holderShown(actor, r),
  }
}

/** Who of the officers has a case in hand now, for officers who see it; null when nobody has yet. */
function holderShown(actor: Actor, row: HolderRow): Reply['rows'][number]['holder'] {
  const { unit_id: unitId, branch_id: branchId } = row
  if (!row.holder_id || !row.holder_role || row.holder_version === null) return null
  if (!within(reachOf(actor, officerReaders), { unitId, branchId })) return null
  const owner = { unitId, branchId, accountId: row.holder_id }
  return {
    unitId,
    role: row.holder_role as Role,
    name: row.holder_name ?? '',
    version: row.holder_version,
    mayHandOver: within(reachOf(actor, handOverMove.who), owner),
  }
}

interface HolderRow {
  unit_id: string
  branch_id: string
  holder_id: string | null
  holder_role: string | null
  holder_name: string | null
  holder_version: number | null
}

import { sql, type Expression, type SqlBool } from 'kysely'
import type { Day } from '#frame/calendar/day.ts'
import type { Database } from '#frame/db/connect.ts'
import type { Actor } from '#frame/people/actor.ts'
import { reachOf, withinSql } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { inHandsOf } from './held.ts'
import type { ListKey, ListSort } from './list-key.ts'
import { decided, officerReaders } from './states.ts'

const columns = { unit: 'licence_case.unit_id', branch: 'licence_case.branch_id' }

/** What the register may be narrowed to. Lists are joined by a comma. */
export interface CaseFilters {
  q?: string | undefined
  status?: string | undefined
  direction?: string | undefined
  class?: string | undefined
  mine?: '1' | undefined
  overdue?: '1' | undefined
  undelivered?: '1' | undefined
  /** An officer's account, or `none` for what nobody has in hand. */
  holder?: string | undefined
}

/** What is asked of the register on a day; `found` is what its search text finds, null without one. */
export interface CaseSearch {
  asked: CaseFilters
  found: Expression<SqlBool> | null
  today: Day
}

/**
 * The cases within reach that fit, with clock and holder joined: rows, counts and sheets are all made of it.
 * Officers never meet drafts. Who holds a case is asked only of those an officer sees, so that no filter
 * tells an applicant.
 */
export function casesWithin(db: Database, actor: Actor, { asked, found, today }: CaseSearch) {
  const own = withinSql(reachOf(actor, unitRoles), columns)
  const officer = withinSql(reachOf(actor, officerReaders), columns)
  let query = db
    .selectFrom('licence_case')
    .leftJoin('unit', 'unit.id', 'licence_case.unit_id')
    .leftJoin('clock', (j) =>
      j
        .onRef('clock.unit_id', '=', 'licence_case.unit_id')
        .onRef('clock.subject_id', '=', 'licence_case.id')
        .on('clock.subject_kind', '=', 'licence')
        // 行政许可法 44 once it is decided, what runs is the time to deliver
        .on('clock.kind', '=', clockNow),
    )
    .leftJoin('task_holder as holder', (j) =>
      j
        .onRef('holder.unit_id', '=', 'licence_case.unit_id')
        .onRef('holder.subject_id', '=', 'licence_case.id')
        .on('holder.subject_kind', '=', 'licence')
        .on('holder.role', '=', roleNow),
    )
    .where((e) => e.or([own, e.and([officer, e('licence_case.status', '!=', 'draft')])]))
  const wanted = listed(asked.status)
  if (wanted.length > 0) query = query.where('licence_case.status', 'in', wanted)
  for (const filter of ['direction', 'class'] as const) {
    const codes = listed(asked[filter])
    if (codes.length > 0) query = query.where(formSays[filter], 'in', codes)
  }
  if (asked.undelivered)
    query = query
      .where('licence_case.status', 'in', [...decided])
      .where('clock.state', '!=', 'ended')
  if (asked.overdue)
    query = query.where('clock.state', '!=', 'ended').where('clock.due_day', '<', today)
  if (asked.mine) query = query.where('holder.account_id', '=', actor.accountId)
  if (asked.holder) query = query.where(officer).where(heldBy(asked.holder))
  return found ? query.where(found) : query
}

const listed = (text: string | undefined) => text?.split(',').filter(Boolean) ?? []

const formSays = {
  direction: sql<string>`licence_case.form ->> 'direction'`,
  class: sql<string>`licence_case.form ->> 'articleClass'`,
}

/** The clock that counts in a status. */
const clockNow = sql<string>`case when licence_case.status in (${sql.join(decided)}) then 'delivery' else 'decision' end`

/** The officer's role that has a case in hand in its status. */
export const roleNow = sql<string>`case licence_case.status ${sql.join(
  Object.entries(inHandsOf).map(([status, role]) => sql`when ${status} then ${role}`),
  sql` `,
)} end`

function heldBy(holder: string): Expression<SqlBool> {
  if (holder !== 'none') return sql<SqlBool>`holder.account_id::text = ${holder}`
  // only what somebody should have in hand
  return sql<SqlBool>`(holder.account_id is null and licence_case.status in (${sql.join(Object.keys(inHandsOf))}))`
}

/** One order of the register: rows that have what it goes by, in that order, and after them those without. */
interface Order {
  value: Expression<unknown>
  has: Expression<SqlBool>
  lacks: Expression<SqlBool>
  type: 'date' | 'timestamptz' | 'text'
}

const orders: Record<'left' | 'updated' | 'number', Order> = {
  left: {
    value: sql`clock.due_day`,
    has: sql<SqlBool>`(clock.state <> 'ended' and clock.due_day is not null)`,
    lacks: sql<SqlBool>`(clock.state is null or clock.state = 'ended' or clock.due_day is null)`,
    type: 'date',
  },
  updated: {
    value: sql`licence_case.updated_at`,
    has: sql<SqlBool>`true`,
    lacks: sql<SqlBool>`false`,
    type: 'timestamptz',
  },
  number: {
    value: sql`licence_case.number`,
    has: sql<SqlBool>`licence_case.number is not null`,
    lacks: sql<SqlBool>`licence_case.number is null`,
    type: 'text',
  },
}

/**
 * The two parts of the register in an order, each of which an index can walk: what has the value, then what
 * lacks it. In: the key after which it goes on. Out: conditions and directions; a part that is over is left out.
 */
export function partsAfter(sort: ListSort, after: ListKey | null) {
  const { value, has, lacks, type } = orders[sort.replace('-', '') as keyof typeof orders]
  const down = sort.startsWith('-')
  const way = down ? sql`desc` : sql`asc`
  const cast = sql.raw(type)
  const beyond = down ? sql`<` : sql`>`
  const key = after?.value ?? null
  const first = {
    where: [
      has,
      ...(after && key !== null
        ? [
            down
              ? sql<SqlBool>`(${value}, licence_case.id) < (${key}::${cast}, ${after.id}::uuid)`
              : sql<SqlBool>`(${value} ${beyond} ${key}::${cast} or (${value} = ${key}::${cast} and licence_case.id < ${after.id}::uuid))`,
          ]
        : []),
    ],
    orderBy: sql`${value} ${way}`,
  }
  const second = {
    where: [
      lacks,
      ...(after && key === null ? [sql<SqlBool>`licence_case.id < ${after.id}::uuid`] : []),
    ],
    orderBy: null,
  }
  return after && key === null ? [second] : [first, second]
}

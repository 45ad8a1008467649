import { sql } from 'kysely'
import type { z } from 'zod'
import type { Visit } from '#frame/http/open.ts'
import { daysLeft } from '#frame/calendar/clock.ts'
import { todayInBeijing } from '#frame/calendar/day.ts'
import { loadCalendar } from '#frame/calendar/stored-calendar.ts'
import type { Actor } from '#frame/people/actor.ts'
import { reachOf, within, withinSql } from '#frame/people/policy.ts'
import { unitRoles, type Role } from '#frame/people/roles.ts'
import { handOverMove } from '#frame/people/tasks/states.ts'
import type { listDoor } from './doors.ts'
import { inHandsOf } from './held.ts'
import { decided, officerReaders } from './states.ts'

type Asked = z.output<NonNullable<typeof listDoor.query>>
type Reply = z.input<typeof listDoor.reply>

const columns = { unit: 'licence_case.unit_id', branch: 'licence_case.branch_id' }

/** The register: only rows within reach; officers never see drafts, in no count and no search. */
export async function listCases(visit: Visit, asked: Asked): Promise<Reply> {
  const { house, actor } = visit
  const today = todayInBeijing(house.clock.now())
  const own = withinSql(reachOf(actor, unitRoles), columns)
  const officer = withinSql(reachOf(actor, officerReaders), columns)
  let query = house.db
    .selectFrom('licence_case')
    .innerJoin('unit', 'unit.id', 'licence_case.unit_id')
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
    .leftJoin('account', 'account.id', 'holder.account_id')
    .where((e) => e.or([own, e.and([officer, e('licence_case.status', '!=', 'draft')])]))
  const wanted = asked.status?.split(',').filter(Boolean) ?? []
  if (wanted.length > 0) query = query.where('licence_case.status', 'in', wanted)
  if (asked.undelivered)
    query = query
      .where('licence_case.status', 'in', [...decided])
      .where('clock.state', '!=', 'ended')
  if (asked.mine) query = query.where('holder.account_id', '=', actor.accountId)
  const text = asked.q?.trim()
  if (text) query = query.where(matches(text))
  const { total } = await query
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await query
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
      sql<string>`coalesce((select string_agg(name_zh, '、' order by n) from (select name_zh, n from licence_line l where l.unit_id = licence_case.unit_id and l.case_id = licence_case.id order by n limit 3) first), '')`.as(
        'articles',
      ),
    ])
    .orderBy(orderOf(asked.sort))
    .orderBy('licence_case.id', 'desc')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
  const { calendar } = await loadCalendar(house.db)
  return {
    total,
    rows: rows.map((r) => ({
      id: r.id,
      number: r.number,
      status: r.status,
      unitName: r.unit_name,
      articles: r.articles,
      direction: r.direction,
      receivedDay: r.received_day,
      dueDay: r.clock_state === 'ended' ? null : r.due_day,
      leftDays: daysLeft(calendar, { state: r.clock_state ?? 'ended', dueDay: r.due_day }, today),
      paused: r.clock_state === 'paused',
      updatedAt: r.updated_at.toISOString(),
      holder: holderShown(actor, r),
    })),
  }
}

/** The clock that counts in a status. */
const clockNow = sql<string>`case when licence_case.status in (${sql.join(decided)}) then 'delivery' else 'decision' end`

/** The officer's role that has a case in hand in its status. */
const roleNow = sql<string>`case licence_case.status ${sql.join(
  Object.entries(inHandsOf).map(([status, role]) => sql`when ${status} then ${role}`),
  sql` `,
)} end`

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

function matches(text: string) {
  const like = `%${text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`
  return sql<boolean>`(licence_case.number ilike ${like} or unit.name_zh ilike ${like} or exists (
    select 1 from licence_line l where l.unit_id = licence_case.unit_id and l.case_id = licence_case.id
      and (l.name_zh ilike ${like} or l.name_en ilike ${like} or l.catalogue_no ilike ${like})))`
}

function orderOf(sort: Asked['sort']) {
  const down = sort.startsWith('-')
  const direction = down ? sql`desc nulls last` : sql`asc nulls last`
  const column = {
    left: sql`case when clock.state = 'ended' then null else clock.due_day end`,
    updated: sql`licence_case.updated_at`,
    number: sql`licence_case.number`,
  }[sort.replace('-', '') as 'left' | 'updated' | 'number']
  return sql`${column} ${direction}`
}

import { sql } from 'kysely'
import type { z } from 'zod'
import type { Visit } from '#frame/http/open.ts'
import { daysLeft } from '#frame/calendar/clock.ts'
import { todayInBeijing } from '#frame/calendar/day.ts'
import { loadCalendar } from '#frame/calendar/stored-calendar.ts'
import { reachOf, withinSql } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import type { listDoor } from './doors.ts'
import { officerReaders } from './states.ts'

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
        .on('clock.kind', '=', 'decision'),
    )
    .where((e) => e.or([own, e.and([officer, e('licence_case.status', '!=', 'draft')])]))
  const wanted = asked.status?.split(',').filter(Boolean) ?? []
  if (wanted.length > 0) query = query.where('licence_case.status', 'in', wanted)
  if (asked.mine) query = query.where(heldBy(actor.accountId))
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
    })),
  }
}

function heldBy(accountId: string | null) {
  return sql<boolean>`exists (select 1 from task_holder h where h.unit_id = licence_case.unit_id
    and h.subject_kind = 'licence' and h.subject_id = licence_case.id and h.account_id = ${accountId})`
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

import { sql, type Expression, type SqlBool } from 'kysely'
import type { z } from 'zod'
import { todayInBeijing, type Day } from '#frame/calendar/day.ts'
import type { Visit } from '#frame/http/open.ts'
import { reachOf, withinSql } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import type { listDoor } from './doors.ts'
import type { RegistrationKind } from './facts.ts'
import { containing, listed } from './search-text.ts'
import { isOverdue } from './shown-state.ts'
import { officerReaders } from './states.ts'

type Asked = z.output<NonNullable<typeof listDoor.query>>
type Reply = z.input<typeof listDoor.reply>

const columns = { unit: 'r.unit_id', branch: 'r.branch_id' }

/** The list: only rows within reach; officers never see what was not handed over, in no count and no search. */
export async function listRegistrations({ house, actor }: Visit, asked: Asked): Promise<Reply> {
  const today = todayInBeijing(house.clock.now())
  const own = withinSql(reachOf(actor, unitRoles), columns)
  const officer = withinSql(reachOf(actor, officerReaders), columns)
  let query = house.db
    .selectFrom('registration as r')
    .innerJoin('unit', 'unit.id', 'r.unit_id')
    .innerJoin('branch', 'branch.id', 'r.branch_id')
    .where((e) => e.or([own, e.and([officer, e('r.number', 'is not', null)])]))
  const [statuses, kinds] = [listed(asked.status), listed(asked.kind)]
  if (statuses.length > 0) query = query.where('r.status', 'in', statuses)
  if (kinds.length > 0) query = query.where('r.kind', 'in', kinds)
  if (asked.unitId) query = query.where('r.unit_id', '=', asked.unitId)
  if (asked.mine) query = query.where(workedOnBy(actor.accountId))
  if (asked.q?.trim()) query = query.where(matches(asked.q))
  const { total } = await query
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await query
    .select(['r.id', 'r.number', 'r.kind', 'r.status', 'r.unit_id', 'r.submitted_day'])
    .select(['r.hand_in_by', 'r.updated_at', 'r.branch_id', 'unit.name_zh as unit_name'])
    .select(['branch.name_zh as branch_zh', 'branch.name_en as branch_en'])
    .orderBy(orderOf(asked.sort))
    .orderBy('r.id', 'desc')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
  return { total, rows: rows.map((row) => shown(row, today)) }
}

interface Row {
  id: string
  number: string | null
  kind: string
  status: string
  unit_id: string
  unit_name: string
  branch_id: string
  branch_zh: string
  branch_en: string
  submitted_day: Day | null
  hand_in_by: Day | null
  updated_at: Date
}

const shown = (row: Row, today: Day): Reply['rows'][number] => ({
  id: row.id,
  number: row.number,
  kind: row.kind as RegistrationKind,
  status: row.status,
  unitId: row.unit_id,
  unitName: row.unit_name,
  branch: { id: row.branch_id, name: { zh: row.branch_zh, en: row.branch_en } },
  submittedDay: row.submitted_day,
  handInBy: row.hand_in_by,
  overdue: isOverdue(row.status, row.hand_in_by, today),
  updatedAt: row.updated_at.toISOString(),
})

/** Whoever did one of its steps. */
function workedOnBy(accountId: string | null): Expression<SqlBool> {
  return sql<SqlBool>`exists (select from registration_step s where s.unit_id = r.unit_id
    and s.registration_id = r.id and s.by_account = ${accountId})`
}

function matches(text: string): Expression<SqlBool> {
  const like = containing(text)
  return sql<SqlBool>`(r.number ilike ${like} or unit.name_zh ilike ${like} or unit.uscc ilike ${like})`
}

function orderOf(sort: Asked['sort']) {
  const column = {
    'hand-in': sql`case when r.status = 'awaiting' then r.hand_in_by end`,
    updated: sql`r.updated_at`,
    number: sql`r.number`,
  }[sort.replace(/^-/, '') as 'hand-in' | 'updated' | 'number']
  return sort.startsWith('-') ? sql`${column} desc nulls last` : sql`${column} asc nulls last`
}

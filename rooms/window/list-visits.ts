import type { z } from 'zod'
import { isDay, todayInBeijing } from '#frame/calendar/day.ts'
import type { Visit } from '#frame/http/open.ts'
import { reachOf, withinSql } from '#frame/people/policy.ts'
import type { visitsDoor } from './doors.ts'
import { visitReaders } from './load-visit.ts'
import { selectVisits, standingSql, visitColumns, visitRowOf } from './visit-rows.ts'

type Asked = z.output<NonNullable<(typeof visitsDoor)['query']>>

/** Visits within reach, the earliest first. */
export async function listVisits(
  { house, actor }: Visit,
  asked: Asked,
): Promise<z.input<typeof visitsDoor.reply>> {
  const now = house.clock.now()
  const reach = reachOf(actor, visitReaders)
  let query = selectVisits(house.db).where(
    withinSql(reach, { unit: 'v.unit_id', branch: 'v.branch_id' }),
  )
  const statuses = asked.status?.split(',').filter(Boolean) ?? []
  if (statuses.length > 0) query = query.where(standingSql, 'in', statuses)
  const day = asked.day === 'today' ? todayInBeijing(now) : asked.day
  if (day !== undefined && isDay(day)) query = query.where('v.day', '=', day)
  const { total } = await query
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await query
    .select(visitColumns)
    .orderBy('v.day')
    .orderBy('v.from_time')
    .orderBy('v.received_at')
    .orderBy('v.id')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
  return { rows: rows.map((row) => visitRowOf(row, now)), total }
}

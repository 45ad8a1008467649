import { sql, type Expression, type SqlBool } from 'kysely'
import type { z } from 'zod'
import type { Visit } from '#frame/http/open.ts'
import type { Actor } from '#frame/people/actor.ts'
import { reachOf, withinSql } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import type { permitsDoor, writeOffsDoor } from './doors.ts'
import { quotaReaders } from './states.ts'

type Output<D extends { query?: z.core.$ZodType }> = z.output<NonNullable<D['query']>>

/** The rows this person may see, as a condition over a table with unit_id and branch_id. */
function visible(actor: Actor, table: string): Expression<SqlBool> {
  return withinSql(reachOf(actor, [...unitRoles, ...quotaReaders]), {
    unit: `${table}.unit_id`,
    branch: `${table}.branch_id`,
  })
}

const like = (text: string) => `%${text.trim().replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`
const listed = (text: string | undefined) => text?.split(',').filter(Boolean) ?? []

/** The register of permits. */
export async function listPermits(
  { house, actor }: Visit,
  asked: Output<typeof permitsDoor>,
): Promise<z.input<typeof permitsDoor.reply>> {
  let query = house.db
    .selectFrom('permit')
    .innerJoin('unit', 'unit.id', 'permit.unit_id')
    .where(visible(actor, 'permit'))
  if (listed(asked.status).length > 0)
    query = query.where('permit.status', 'in', listed(asked.status))
  if (asked.q?.trim()) {
    const text = like(asked.q)
    query = query.where((e) =>
      e.or([e('permit.number', 'ilike', text), e('unit.name_zh', 'ilike', text)]),
    )
  }
  const { total } = await query
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const column = asked.sort.endsWith('until') ? 'permit.valid_through' : 'permit.number'
  const rows = await query
    .select([
      'permit.id',
      'permit.number',
      'unit.name_zh as unitName',
      'permit.grade',
      'permit.status',
      'permit.issued_day as issuedDay',
      'permit.valid_through as validThrough',
      sql<string>`(select coalesce(string_agg(name_zh, '、' order by n), '') from permit_line l where l.unit_id = permit.unit_id and l.permit_id = permit.id and n <= 3)`.as(
        'articles',
      ),
      sql<number>`(select coalesce(min(used * 100 / approved), 0)::int from permit_line l where l.unit_id = permit.unit_id and l.permit_id = permit.id)`.as(
        'usedPercent',
      ),
    ])
    .orderBy(column, asked.sort.startsWith('-') ? 'desc' : 'asc')
    .orderBy('permit.id', 'desc')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
  return { rows, total }
}

/** The register of write-offs. */
export async function listWriteOffs(
  { house, actor }: Visit,
  asked: Output<typeof writeOffsDoor>,
): Promise<z.input<typeof writeOffsDoor.reply>> {
  let query = house.db
    .selectFrom('write_off')
    .innerJoin('unit', 'unit.id', 'write_off.unit_id')
    .innerJoin('permit', (j) =>
      j
        .onRef('permit.unit_id', '=', 'write_off.unit_id')
        .onRef('permit.id', '=', 'write_off.permit_id'),
    )
    .leftJoin('port', 'port.code', 'write_off.port')
    .where(visible(actor, 'write_off'))
  if (listed(asked.status).length > 0)
    query = query.where('write_off.status', 'in', listed(asked.status))
  if (asked.q?.trim()) {
    const text = like(asked.q)
    query = query.where((e) =>
      e.or([e('write_off.number', 'ilike', text), e('unit.name_zh', 'ilike', text)]),
    )
  }
  const { total } = await query
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const column = asked.sort.endsWith('planned') ? 'write_off.planned_day' : 'write_off.number'
  const rows = await query
    .select([
      'write_off.id',
      'write_off.number',
      'permit.number as permitNumber',
      'unit.name_zh as unitName',
      'write_off.status',
      'port.name_zh',
      'port.name_en',
      'write_off.port',
      'write_off.planned_day as plannedDay',
    ])
    .orderBy(column, asked.sort.startsWith('-') ? 'desc' : 'asc')
    .orderBy('write_off.id', 'desc')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
  return {
    total,
    rows: rows.map(({ name_zh, name_en, ...row }) => ({
      ...row,
      port: { zh: name_zh ?? row.port, en: name_en ?? row.port },
    })),
  }
}

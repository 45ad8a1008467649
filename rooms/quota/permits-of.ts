import { sql, type SqlBool } from 'kysely'
import type { Database } from '#frame/db/connect.ts'
import type { Day } from '#frame/calendar/day.ts'
import type { Actor } from '#frame/people/actor.ts'
import { reachOf, withinSql } from '#frame/people/policy.ts'
import { quotaReaders } from './states.ts'

/** The permits of some cases, by the id of the case. In: cases the caller has found within reach. */
export async function permitsOfCases(
  db: Database,
  cases: readonly { unitId: string; caseId: string }[],
): Promise<Map<string, { number: string; grade: string; until: Day }>> {
  if (cases.length === 0) return new Map()
  const rows = await db
    .selectFrom('permit')
    .select(['case_id', 'number', 'grade', 'valid_through'])
    .where(
      sql<SqlBool>`(unit_id, case_id) in (${sql.join(cases.map((at) => sql`(${at.unitId}::uuid, ${at.caseId}::uuid)`))})`,
    )
    .execute()
  return new Map(
    rows.map((r) => [r.case_id, { number: r.number, grade: r.grade, until: r.valid_through }]),
  )
}

/**
 * How many permits of a unit hold today, and how many of its write-offs wait although their planned day is
 * over, of those the reader may see.
 */
export async function permitRecord(
  db: Database,
  actor: Actor,
  unitId: string,
  today: Day,
): Promise<{ inForce: number; writeOffsOverdue: number }> {
  const reach = reachOf(actor, quotaReaders)
  const permits = await db
    .selectFrom('permit')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('unit_id', '=', unitId)
    .where('status', '=', 'valid')
    .where('valid_through', '>=', today)
    .where(withinSql(reach, { unit: 'permit.unit_id', branch: 'permit.branch_id' }))
    .executeTakeFirstOrThrow()
  const late = await db
    .selectFrom('write_off')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('unit_id', '=', unitId)
    .where('status', '=', 'requested')
    .where('planned_day', '<', today)
    .where(withinSql(reach, { unit: 'write_off.unit_id', branch: 'write_off.branch_id' }))
    .executeTakeFirstOrThrow()
  return { inForce: permits.n, writeOffsOverdue: late.n }
}

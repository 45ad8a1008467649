import type { z } from 'zod'
import type { Database } from '#frame/db/connect.ts'
import type { Visit } from '#frame/http/open.ts'
import { reachOf, withinSql } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import type { holdersDoor, startDoor } from './doors.ts'
import { roleNow } from './case-query.ts'
import { firstArticles } from './first-articles.ts'
import { inHandsOf } from './held.ts'
import { applicantOf } from './load-case.ts'
import { unitRegistered } from './rules.ts'
import { officerReaders } from './states.ts'

/** The units a person may file for, each with the reasons why it may not. */
export async function unitsToFileFor({
  house,
  actor,
}: Visit): Promise<z.input<typeof startDoor.reply>> {
  const ids = [...new Set(reachOf(actor, unitRoles).unitIds)]
  const filed = await earlierOf(house.db, ids)
  const units = await Promise.all(ids.map((id) => applicantOf(house.db, id)))
  return {
    units: units.map((unit) => ({
      id: unit.id,
      nameZh: unit.nameZh,
      reasons: unitRegistered(unit).map((r) => r.message),
      earlier: filed.filter((one) => one.unitId === unit.id),
    })),
  }
}

/** How many earlier applications are offered to begin from, for each unit on average. */
const offered = 30

/** The latest filed applications of these units. */
async function earlierOf(db: Database, unitIds: readonly string[]) {
  if (unitIds.length === 0) return []
  const rows = await db
    .selectFrom('licence_case')
    .select(['id', 'number', 'unit_id as unitId'])
    .select(firstArticles.as('articles'))
    .where('unit_id', 'in', unitIds)
    .where('number', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(offered * unitIds.length)
    .execute()
  return rows.map(({ id, number, articles, unitId }) => ({
    id,
    number: number ?? '',
    articles,
    unitId,
  }))
}

/** The officers who have cases within the reader's reach in hand, by name. */
export async function holdersInReach({
  house,
  actor,
}: Visit): Promise<z.input<typeof holdersDoor.reply>> {
  const people = await house.db
    .selectFrom('task_holder as holder')
    .innerJoin('account', 'account.id', 'holder.account_id')
    // whoever had a case that is decided by now has nothing in hand
    .innerJoin('licence_case', (j) =>
      j
        .onRef('licence_case.unit_id', '=', 'holder.unit_id')
        .onRef('licence_case.id', '=', 'holder.subject_id')
        .on('licence_case.status', 'in', Object.keys(inHandsOf))
        .on('holder.role', '=', roleNow),
    )
    .select(['account.id', 'account.name'])
    .distinct()
    .where('holder.subject_kind', '=', 'licence')
    .where(
      withinSql(reachOf(actor, officerReaders), {
        unit: 'holder.unit_id',
        branch: 'holder.branch_id',
      }),
    )
    .orderBy('account.name')
    .limit(200)
    .execute()
  return { people }
}

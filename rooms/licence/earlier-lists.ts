import type { z } from 'zod'
import type { Visit } from '#frame/http/open.ts'
import { absent } from '#frame/kernel/reason.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import type { earlierListDoor, earlierListsDoor } from './lines-doors.ts'
import { firstArticles } from './first-articles.ts'
import { linesOf } from './load-case.ts'
import { licenceLife, type LicenceStatus } from './states.ts'

/** How many earlier applications are offered. */
const offered = 50

/** The unit of a case this person fills. Errors: absent, also when it is another unit's. */
async function unitOf({ house, actor }: Visit, id: string): Promise<string> {
  const row = await house.db
    .selectFrom('licence_case')
    .select(['unit_id as unitId', 'branch_id as branchId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || !within(reachOf(actor, unitRoles), row)) throw absent()
  return row.unitId
}

/** The other applications of the same unit whose 附表 has rows, the latest first. */
export async function earlierLists(
  visit: Visit,
  id: string,
): Promise<z.input<typeof earlierListsDoor.reply>> {
  const unitId = await unitOf(visit, id)
  const rows = await visit.house.db
    .selectFrom('licence_case')
    .innerJoin(
      (q) =>
        q
          .selectFrom('licence_line')
          .select(['unit_id', 'case_id', (e) => e.fn.countAll<number>().as('count')])
          .where('unit_id', '=', unitId)
          .groupBy(['unit_id', 'case_id'])
          .as('list'),
      (join) =>
        join
          .onRef('list.unit_id', '=', 'licence_case.unit_id')
          .onRef('list.case_id', '=', 'licence_case.id'),
    )
    .select(['licence_case.id', 'number', 'status', 'updated_at', 'list.count'])
    .select(firstArticles.as('articles'))
    .where('licence_case.unit_id', '=', unitId)
    .where('licence_case.id', '!=', id)
    .orderBy('licence_case.created_at', 'desc')
    .limit(offered)
    .execute()
  return {
    lists: rows.map((row) => ({
      id: row.id,
      number: row.number,
      status: licenceLife.statuses[row.status as LicenceStatus],
      articles: row.articles,
      count: row.count,
      updatedAt: row.updated_at.toISOString(),
    })),
  }
}

/** The rows of one of them; the batch is of another delivery and is left out. Errors: absent. */
export async function earlierList(
  visit: Visit,
  { id, from }: { id: string; from: string },
): Promise<z.input<typeof earlierListDoor.reply>> {
  const unitId = await unitOf(visit, id)
  if ((await unitOf(visit, from)) !== unitId) throw absent()
  const lines = await linesOf(visit.house.db, unitId, from)
  return { lines: lines.map((line) => ({ ...line, batchNo: '' })) }
}

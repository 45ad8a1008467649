import { sql, type SqlBool } from 'kysely'
import type { Database } from '#frame/db/connect.ts'
import type { Actor } from '#frame/people/actor.ts'
import { reachOf, withinSql } from '#frame/people/policy.ts'
import { permitsOfCases } from '#rooms/quota/public.ts'
import type { LicenceFacts } from '../facts.ts'
import { officerReaders } from '../states.ts'

/** More than the last ten nobody compares with. */
const most = 10

/**
 * The last ten cases granted for an article of the same catalogue number or name, of this unit or of others
 * within the reader's reach.
 */
export async function sameArticle(db: Database, actor: Actor, { subject, lines }: LicenceFacts) {
  const numbers = told(lines.map((line) => line.catalogueNo))
  const names = told(lines.map((line) => line.nameZh))
  if (numbers.length + names.length === 0) return []
  const rows = await db
    .selectFrom('licence_line as l')
    .innerJoin('licence_case', (j) =>
      j.onRef('licence_case.unit_id', '=', 'l.unit_id').onRef('licence_case.id', '=', 'l.case_id'),
    )
    .innerJoin('unit', 'unit.id', 'licence_case.unit_id')
    .select(['licence_case.unit_id', 'licence_case.id', 'licence_case.number', 'unit.name_zh'])
    .select([
      'licence_case.decided_day',
      sql<string>`(array_agg(l.name_zh order by l.n))[1]`.as('article'),
      sql<string>`(array_agg(l.catalogue_no order by l.n))[1]`.as('catalogue_no'),
    ])
    .where('licence_case.status', '=', 'granted')
    .where('licence_case.id', '!=', subject.id)
    .where(
      sql<SqlBool>`((l.catalogue_no <> '' and l.catalogue_no = any(${numbers}::text[])) or l.name_zh = any(${names}::text[]))`,
    )
    .where(
      withinSql(reachOf(actor, officerReaders), {
        unit: 'licence_case.unit_id',
        branch: 'licence_case.branch_id',
      }),
    )
    .groupBy(['licence_case.unit_id', 'licence_case.id', 'unit.name_zh'])
    .orderBy(sql`licence_case.decided_day desc nulls last`)
    .orderBy('licence_case.id', 'desc')
    .limit(most)
    .execute()
  const permits = await permitsOfCases(
    db,
    rows.map((r) => ({ unitId: r.unit_id, caseId: r.id })),
  )
  return rows.map((r) => {
    const permit = permits.get(r.id)
    return {
      caseId: r.id,
      number: r.number ?? '',
      unitName: r.name_zh,
      own: r.unit_id === subject.unitId,
      article: r.article,
      catalogueNo: r.catalogue_no,
      day: r.decided_day,
      permit: permit ? { number: permit.number, grade: permit.grade, until: permit.until } : null,
    }
  })
}

const told = (texts: readonly string[]) => [
  ...new Set(texts.map((text) => text.trim()).filter((text) => text !== '' && text !== '***')),
]

import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import { findPathogens } from '#frame/catalogue/read-pathogens.ts'
import type { Database } from '#frame/db/connect.ts'

/** More pathogens than this are not looked for: such a word says nothing. */
const mostPathogens = 40

/** What is found is taken by its ids up to this many; a word more common is looked for row by row. */
const mostFound = 2000

/** What stands in a line, letter by letter as its index has it. */
const words = sql`(l.name_zh || E'\n' || l.name_en || E'\n' || l.catalogue_no || E'\n' || l.batch_no || E'\n' || l.other_name)`

/**
 * What a search of the register finds: a part of the number, of the unit's name, of an article's names,
 * catalogue number or batch number, or the Chinese or Latin name of a pathogen in the form. Out: a condition
 * that only says what fits; who may see it is asked beside it. Three characters and more go by the index of
 * the parts of words.
 */
export async function searched(db: Database, text: string): Promise<Expression<SqlBool>> {
  const like = `%${text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`
  const how = comparing(text)
  const pathogens = pathogensNamed(text).map(
    // chosen first and then said to contain none: what was chosen counts no more
    (id) =>
      sql`(licence_case.form -> 'pathogens' @> ${JSON.stringify([{ pathogenId: id }])}::jsonb and licence_case.form ->> 'pathogenState' = 'contained')`,
  )
  // each by its own index: together the planner would read whole tables, and once for each page and count
  const units = await idsOf(
    db,
    sql`select id from unit where name_zh ${how} ${like} or name_en ${how} ${like}`,
  )
  const cases = [
    await idsOf(db, sql`select id from licence_case where number ${how} ${like}`),
    await idsOf(db, sql`select l.case_id as id from licence_line l where ${words} ${how} ${like}`),
    ...(pathogens.length > 0
      ? [await idsOf(db, sql`select id from licence_case where ${sql.join(pathogens, sql` or `)}`)]
      : []),
  ]
  if ([units, ...cases].every((ids) => ids.length <= mostFound))
    return sql<SqlBool>`(licence_case.id = any(${[...new Set(cases.flat())]}::uuid[]) or licence_case.unit_id = any(${units}::uuid[]))`
  return rowByRow(like, how, pathogens)
}

/** Chinese has no capitals: it is compared as it is, which is three times as fast where no index helps. */
const comparing = (text: string) =>
  text.toLowerCase() === text.toUpperCase() ? sql.raw('like') : sql.raw('ilike')

async function idsOf(db: Database, found: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${found} limit ${mostFound + 1}`.execute(db)
  return rows.map((row) => row.id)
}

/** The same asked of each row: a common word is found in the first rows of a page. */
function rowByRow(
  like: string,
  how: RawBuilder<unknown>,
  pathogens: readonly RawBuilder<unknown>[],
): Expression<SqlBool> {
  const either = [
    sql`licence_case.number ${how} ${like}`,
    sql`unit.name_zh ${how} ${like}`,
    sql`unit.name_en ${how} ${like}`,
    sql`exists (select 1 from licence_line l where l.unit_id = licence_case.unit_id and l.case_id = licence_case.id and ${words} ${how} ${like})`,
    ...pathogens,
  ]
  return sql<SqlBool>`(${sql.join(either, sql` or `)})`
}

function pathogensNamed(text: string): string[] {
  if (text.length < 2) return []
  const { rows, total } = findPathogens({ q: text, page: 1, size: mostPathogens })
  return total > mostPathogens ? [] : rows.map((row) => row.id)
}

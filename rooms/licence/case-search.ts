import { sql, type Expression, type SqlBool } from 'kysely'
import { findPathogens } from '#frame/catalogue/read-pathogens.ts'

/** More pathogens than this are not looked for: such a word says nothing. */
const mostPathogens = 40

/**
 * What a search of the register finds: a part of the number, of the unit's name, of an article's names,
 * catalogue number or batch number, or the Chinese or Latin name of a pathogen in the form. It only says what
 * fits; who may see it is asked beside it. Three characters and more go by the index of the parts of words.
 */
export function matchesCase(text: string): Expression<SqlBool> {
  const like = `%${text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`
  const found = [
    sql`select c.unit_id, c.id from licence_case c where c.number ilike ${like}`,
    sql`select c.unit_id, c.id from unit u join licence_case c on c.unit_id = u.id where u.name_zh ilike ${like} or u.name_en ilike ${like}`,
    // the words of the index, letter by letter
    sql`select l.unit_id, l.case_id from licence_line l where (l.name_zh || E'\n' || l.name_en || E'\n' || l.catalogue_no || E'\n' || l.batch_no || E'\n' || l.other_name) ilike ${like}`,
    ...pathogensNamed(text).map(
      (id) =>
        sql`select c.unit_id, c.id from licence_case c where c.form -> 'pathogens' @> ${JSON.stringify([{ pathogenId: id }])}::jsonb`,
    ),
  ]
  return sql<SqlBool>`(licence_case.unit_id, licence_case.id) in (${sql.join(found, sql` union all `)})`
}

function pathogensNamed(text: string): string[] {
  if (text.length < 2) return []
  const { rows, total } = findPathogens({ q: text, page: 1, size: mostPathogens })
  return total > mostPathogens ? [] : rows.map((row) => row.id)
}

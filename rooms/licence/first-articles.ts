import { sql } from 'kysely'

/** The first articles of a row of `licence_case`, joined for a line of a list; empty when there are none. */
export const firstArticles = sql<string>`coalesce((select string_agg(name_zh, '、' order by n) from (select name_zh, n from licence_line l where l.unit_id = licence_case.unit_id and l.case_id = licence_case.id order by n limit 3) first), '')`

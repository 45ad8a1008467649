import { sql, type Selectable } from 'kysely'
import type { z } from 'zod'
import { todayInBeijing } from '#frame/calendar/day.ts'
import { pathogenById } from '#frame/catalogue/law-pathogens.ts'
import { hazardClass } from '#frame/catalogue/pathogens.ts'
import type { UnitArticleTable } from '#frame/db/types.ts'
import type { Visit } from '#frame/http/open.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import { absent } from '#frame/kernel/reason.ts'
import { reachOf, within, withinSql } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { changeAct } from './change.ts'
import type { articleDoor, articlesDoor, unitsDoor } from './doors.ts'
import type { ArticleFacts } from './facts.ts'
import { restoreAct } from './restore.ts'
import { retireAct } from './retire.ts'
import { articleLife } from './states.ts'
import { articleOf, subjectOf } from './stored-articles.ts'
import type { ArticleRow } from './views.ts'

const like = (text: string) => `%${text.trim().replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`

/** The articles of the units this person belongs to, those in use unless asked otherwise. */
export async function listArticles(
  { house, actor }: Visit,
  asked: z.output<NonNullable<typeof articlesDoor.query>>,
): Promise<z.input<typeof articlesDoor.reply>> {
  let query = house.db
    .selectFrom('unit_article')
    .where(withinSql(reachOf(actor, unitRoles), { unit: 'unit_id', branch: null }))
  if (asked.unit) query = query.where('unit_id', '=', asked.unit)
  if (!asked.retired) query = query.where('status', '=', 'in-use')
  const classes = asked.articleClass?.split(',').filter(Boolean) ?? []
  if (classes.length > 0) query = query.where('article_class', 'in', classes)
  if (asked.q?.trim()) {
    const text = like(asked.q)
    query = query.where((e) =>
      e.or([
        e('name_zh', 'ilike', text),
        e('name_en', 'ilike', text),
        e('catalogue_no', 'ilike', text),
      ]),
    )
  }
  const { total } = await query
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const direction = asked.sort.startsWith('-') ? 'desc' : 'asc'
  const column = asked.sort.endsWith('updated') ? sql`updated_at` : sql`lower(name_zh)`
  const rows = await query
    .selectAll()
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute()
  return { rows: rows.map(rowOf), total }
}

function rowOf(row: Selectable<UnitArticleTable>): ArticleRow {
  const article = articleOf(row)
  return {
    id: row.id,
    unitId: row.unit_id,
    status: row.status,
    version: row.version,
    article,
    pathogens: article.pathogens.flatMap((id) => {
      const found = pathogenById(id)
      if (!found) return []
      return [{ id, zh: found.zh, sci: found.sci, hazardClass: hazardClass(found) }]
    }),
    updatedAt: row.updated_at.toISOString(),
  }
}

/** One article with the acts possible now. Errors: absent. */
export async function showArticle(
  { house, actor }: Visit,
  id: string,
): Promise<z.input<typeof articleDoor.reply>> {
  const row = await house.db
    .selectFrom('unit_article')
    .innerJoin('unit', 'unit.id', 'unit_article.unit_id')
    .leftJoin('account', 'account.id', 'unit_article.updated_by')
    .selectAll('unit_article')
    .select(['unit.name_zh as unitName', 'account.name as updatedBy'])
    .where('unit_article.id', '=', id)
    .executeTakeFirst()
  if (!row || !within(reachOf(actor, unitRoles), subjectOf(row))) throw absent()
  const now = house.clock.now()
  const facts: ArticleFacts = { subject: subjectOf(row), article: articleOf(row), known: [] }
  const ctx = { actor, now, today: todayInBeijing(now) }
  return {
    ...rowOf(row),
    unitName: row.unitName,
    updatedBy: row.updatedBy,
    acts: canDo(articleLife, [changeAct, retireAct, restoreAct], facts, ctx),
  }
}

/** The units this person belongs to. */
export async function unitsOf({ house, actor }: Visit): Promise<z.input<typeof unitsDoor.reply>> {
  const rows = await house.db
    .selectFrom('unit')
    .select(['id', 'name_zh as nameZh'])
    .where(withinSql(reachOf(actor, unitRoles), { unit: 'id', branch: null }))
    .orderBy('name_zh')
    .execute()
  return { units: rows }
}

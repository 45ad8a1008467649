import type { Insertable, Selectable } from 'kysely'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { UnitArticleTable } from '#frame/db/types.ts'
import { absent } from '#frame/kernel/reason.ts'
import type { Actor } from '#frame/people/actor.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import type { ArticleFacts, KnownArticle } from './facts.ts'
import type { ArticleForm } from './forms.ts'

type Row = Selectable<UnitArticleTable>

/** An article out of its row. */
export function articleOf(row: Row): ArticleForm {
  return {
    nameZh: row.name_zh,
    nameEn: row.name_en,
    labelSays: row.label_says as ArticleForm['labelSays'],
    otherName: row.other_name,
    articleClass: row.article_class as ArticleForm['articleClass'],
    catalogueNo: row.catalogue_no,
    specification: row.specification,
    packUnit: row.pack_unit,
    ingredients: row.ingredients,
    use: row.use,
    pathogenState: row.pathogen_state as ArticleForm['pathogenState'],
    pathogens: row.pathogens as string[],
    productPage: row.product_page,
  }
}

/** An article as its row keeps it. */
export function columnsOf(article: ArticleForm) {
  return {
    name_zh: article.nameZh,
    name_en: article.nameEn,
    label_says: article.labelSays,
    other_name: article.otherName,
    article_class: article.articleClass,
    catalogue_no: article.catalogueNo,
    specification: article.specification,
    pack_unit: article.packUnit,
    ingredients: article.ingredients,
    use: article.use,
    pathogen_state: article.pathogenState,
    pathogens: JSON.stringify(article.pathogens),
    product_page: article.productPage,
  } satisfies Partial<Insertable<UnitArticleTable>>
}

/** Everything in a unit's library by which a second one of the same is told. */
export async function knownArticles(tx: Tx | Database, unitId: string): Promise<KnownArticle[]> {
  const rows = await tx
    .selectFrom('unit_article')
    .select(['id', 'name_zh', 'catalogue_no', 'specification', 'status'])
    .where('unit_id', '=', unitId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    nameZh: r.name_zh,
    catalogueNo: r.catalogue_no,
    specification: r.specification,
    status: r.status,
  }))
}

/** One article for an act, locked. Errors: absent, also when it is another unit's. */
export async function loadArticle(
  tx: Tx,
  { id }: { id: string },
  ctx: { actor: Actor },
): Promise<ArticleFacts> {
  const row = await tx
    .selectFrom('unit_article')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw absent()
  const subject = subjectOf(row)
  if (!within(reachOf(ctx.actor, unitRoles), subject)) throw absent()
  return { subject, article: articleOf(row), known: await knownArticles(tx, row.unit_id) }
}

/** What the standard checks need of an article. */
export function subjectOf(row: Row) {
  return {
    kind: 'article',
    id: row.id,
    unitId: row.unit_id,
    branchId: null,
    status: row.status,
    version: row.version,
  }
}

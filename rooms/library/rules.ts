import { pathogenById } from '#frame/catalogue/law-pathogens.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import type { KnownArticle } from './facts.ts'
import type { ArticleForm } from './forms.ts'

/** As people write the same thing: width, case and spaces make no difference. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '')
const keyOf = (one: Pick<KnownArticle, 'nameZh' | 'catalogueNo'>) =>
  `${plain(one.nameZh)}\n${plain(one.catalogueNo)}`

/**
 * The same name and 货号 twice: the one that is there is pointed out. The person may still want both (another
 * specification), and says so. In: the article, those it is compared with, and where its name stands.
 */
export function alike(
  article: ArticleForm,
  known: readonly KnownArticle[],
  at = 'nameZh',
): Reason[] {
  return known
    .filter((one) => keyOf(one) === keyOf(article))
    .slice(0, 1)
    .map((one) =>
      reason(
        null,
        'alike',
        `物品库中已有${inWords(one)}。同一物品请直接使用或修改已有的这一条；确需另列的（例如规格不同），请选择“仍然保存”。`,
        at,
      ),
    )
}

/** The same as {@link alike} among the articles brought together. In: which of them. */
export function alikeAmong(articles: readonly ArticleForm[], n: number, at: string): Reason[] {
  const first = articles.findIndex((one) => keyOf(one) === keyOf(articles[n]!))
  if (first === n) return []
  return [
    reason(
      null,
      'alike',
      `与第 ${first + 1} 行的名称和货号相同。请删去重复的一行；确需另列的（例如规格不同），请选择“仍然保存”。`,
      at,
    ),
  ]
}

function inWords({ nameZh, catalogueNo, specification, status }: KnownArticle): string {
  const facts = [
    catalogueNo && `货号 ${catalogueNo}`,
    specification && `规格 ${specification}`,
    status === 'retired' && '已停用，可以恢复使用',
  ].filter(Boolean)
  return `“${nameZh}”${facts.length > 0 ? `（${facts.join('，')}）` : ''}`
}

/** S2-159 pathogens are those of the catalogue. */
export function unknownPathogens(article: ArticleForm, at = 'pathogens'): Reason[] {
  return article.pathogens
    .filter((id) => pathogenById(id) === undefined)
    .map((id) =>
      reason(
        'S2-159',
        'unknown-pathogen',
        `目录中没有编号为 ${id} 的病原微生物。请从列表中重新选择。`,
        at,
      ),
    )
}

/** S2-159 an article without what was chosen and then said not to be in it, and without what stands twice. */
export function withoutIdlePathogens(article: ArticleForm): ArticleForm {
  const pathogens = article.pathogenState === 'contained' ? article.pathogens : []
  return { ...article, pathogens: [...new Set(pathogens)] }
}

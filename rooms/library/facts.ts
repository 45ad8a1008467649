import type { Facts, Subject } from '#frame/kernel/act.ts'
import type { ArticleForm } from './forms.ts'

/** What makes two articles alike, with what tells them apart for a reader. */
export interface KnownArticle {
  id: string
  nameZh: string
  catalogueNo: string
  specification: string
  status: string
}

/** What an act on one article knows: the article, and all of its unit's. */
export interface ArticleFacts extends Facts {
  subject: Subject
  article: ArticleForm
  known: KnownArticle[]
}

/** What adding knows: all of the unit's articles. */
export interface AddFacts extends Facts {
  subject: null
  unitId: string
  known: KnownArticle[]
}

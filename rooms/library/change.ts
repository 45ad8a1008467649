import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { decided } from '#frame/kernel/reason.ts'
import type { ArticleFacts } from './facts.ts'
import { articleForm, type ArticleFieldName, type ArticleForm } from './forms.ts'
import { alike, unknownPathogens, withoutIdlePathogens } from './rules.ts'
import { move } from './states.ts'
import { columnsOf, loadArticle } from './stored-articles.ts'
import { keepArticle } from './keep-article.ts'

/** Changes an article; applications already filed keep what they said. */
export const changeAct = act({
  name: 'article.change',
  move: move('change'),
  input: z.strictObject({
    id: z.uuid(),
    version: z.int().positive(),
    article: articleForm,
    anyway: z.boolean().default(false),
  }),
  seen: (input) => input.version,
  load: loadArticle,
  decide({ subject, known }, { article, anyway }) {
    const others = known.filter((one) => one.id !== subject.id)
    return decided([...unknownPathogens(article), ...(anyway ? [] : alike(article, others))], () =>
      withoutIdlePathogens(article),
    )
  },
  async save(tx, facts, article: ArticleForm, ctx) {
    ctx.record({ changed: changed(facts, article) })
    return keepArticle(tx, facts, 'in-use', columnsOf(article), ctx)
  },
})

/** The fields that change, each with what stood there before. */
function changed({ article: before }: ArticleFacts, after: ArticleForm) {
  const names = Object.keys(after) as ArticleFieldName[]
  return names
    .filter((name) => !isDeepStrictEqual(before[name], after[name]))
    .map((name) => ({ name, before: before[name], after: after[name] }))
}

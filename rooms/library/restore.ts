import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { keepArticle } from './keep-article.ts'
import { move } from './states.ts'
import { loadArticle } from './stored-articles.ts'

/** Takes an article that was set aside into use again. */
export const restoreAct = act({
  name: 'article.restore',
  move: move('restore'),
  input: z.strictObject({ id: z.uuid(), version: z.int().positive() }),
  seen: (input) => input.version,
  load: loadArticle,
  decide: () => granted('in-use' as const),
  save: (tx, facts, status, ctx) => keepArticle(tx, facts, status, {}, ctx),
})

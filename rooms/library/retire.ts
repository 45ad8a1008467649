import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { keepArticle } from './keep-article.ts'
import { move } from './states.ts'
import { loadArticle } from './stored-articles.ts'

/** Sets an article aside: it is kept, and no longer offered. */
export const retireAct = act({
  name: 'article.retire',
  move: move('retire'),
  input: z.strictObject({ id: z.uuid(), version: z.int().positive() }),
  seen: (input) => input.version,
  load: loadArticle,
  decide: () => granted('retired' as const),
  save: (tx, facts, status, ctx) => keepArticle(tx, facts, status, {}, ctx),
})

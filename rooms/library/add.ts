import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { absent, decided } from '#frame/kernel/reason.ts'
import { reachOf } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import type { AddFacts } from './facts.ts'
import { articleForm, mostAtOnce, type ArticleForm } from './forms.ts'
import { alike, alikeAmong, unknownPathogens, withoutIdlePathogens } from './rules.ts'
import { move } from './states.ts'
import { columnsOf, knownArticles } from './stored-articles.ts'

const input = z.strictObject({
  unitId: z.uuid(),
  articles: z.array(articleForm).min(1, '请至少填写一种物品').max(mostAtOnce),
  /** The person was shown what is alike and wants these besides. */
  anyway: z.boolean().default(false),
})
type Said = z.output<typeof input>

/** Puts one article or several into the library of a unit, all or none. */
export const addAct = act({
  name: 'article.add',
  move: move('add'),
  input,
  async load(tx, { unitId }, ctx): Promise<AddFacts> {
    if (!reachOf(ctx.actor, unitRoles).unitIds.includes(unitId)) throw absent()
    const known = await knownArticles(tx, unitId)
    return { subject: null, owner: { unitId, branchId: null }, unitId, known }
  },
  decide: (facts, said) =>
    decided(against(facts, said), () => said.articles.map(withoutIdlePathogens)),
  async save(tx, { unitId }, articles: ArticleForm[], ctx) {
    const rows = articles.map((article) => ({
      ...columnsOf(article),
      unit_id: unitId,
      id: newId(),
      status: 'in-use',
      updated_by: ctx.actor.accountId,
      audit_event_id: ctx.eventId,
      created_at: ctx.now,
      updated_at: ctx.now,
    }))
    await tx.insertInto('unit_article').values(rows).execute()
    ctx.record({ articles: rows.map((row, n) => ({ id: row.id, nameZh: articles[n]!.nameZh })) })
    return { id: rows[0]!.id, status: 'in-use', version: 1 }
  },
})

function against({ known }: AddFacts, { articles, anyway }: Said) {
  return articles.flatMap((article, n) => {
    const at = `articles.${n}`
    const twice = [
      ...alike(article, known, `${at}.nameZh`),
      ...alikeAmong(articles, n, `${at}.nameZh`),
    ]
    return [...unknownPathogens(article, `${at}.pathogens`), ...(anyway ? [] : twice.slice(0, 1))]
  })
}

import type { Updateable } from 'kysely'
import type { Tx } from '#frame/db/connect.ts'
import type { UnitArticleTable } from '#frame/db/types.ts'
import type { ActReply, SaveContext } from '#frame/kernel/act.ts'
import type { ArticleFacts } from './facts.ts'
import type { ArticleStatus } from './states.ts'

/** Writes what an act changed on an article. Out: the reply of the act. */
export async function keepArticle(
  tx: Tx,
  { subject }: ArticleFacts,
  status: ArticleStatus,
  changes: Updateable<UnitArticleTable>,
  ctx: SaveContext,
): Promise<ActReply> {
  const version = subject.version + 1
  await tx
    .updateTable('unit_article')
    .set({
      ...changes,
      status,
      version,
      updated_by: ctx.actor.accountId,
      updated_at: ctx.now,
      audit_event_id: ctx.eventId,
    })
    .where('unit_id', '=', subject.unitId)
    .where('id', '=', subject.id)
    .execute()
  return { id: subject.id, status, version }
}

import type { Updateable } from 'kysely'
import type { Tx } from '#frame/db/connect.ts'
import type { EnrolmentTable } from '#frame/db/types.ts'
import { fileUnit } from '#frame/files/version-rows.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { appendEvent } from '#frame/ledger/append.ts'
import type { EnrolmentFacts } from './facts.ts'
import { withoutNumber } from './write-enrolment.ts'

/**
 * Pure: what the row of a request keeps when it ends and nobody decided on it. Of one that was never filed
 * nothing that was typed; of a filed one what was shown, without the number of a document.
 */
export function forgotten({
  number,
  document,
}: Pick<EnrolmentFacts, 'number' | 'document'>): Updateable<EnrolmentTable> {
  if (number !== null) return { person_document: withoutNumber(document) }
  return { form: '{}', mailbox: null, identity_key: null, person_document: null }
}

/**
 * S2-125 the copy of an identity card is kept for the decision only: with a request that lapsed or was given
 * up every version of its document goes, and the sweep of files takes contents that no row names any more.
 * A refused request keeps its document: it is the record of a decision. The ledger keeps the hash, and says
 * of each version that it was taken away. Source: 个人信息保护法 art. 47.
 */
export async function forgetFiles(
  tx: Tx,
  { subject, unitId }: EnrolmentFacts,
  ctx: SaveContext,
): Promise<void> {
  const gone = await tx
    .deleteFrom('file_version')
    .where('unit_id', '=', fileUnit(null))
    .where('subject_kind', '=', 'enrolment')
    .where('subject_id', '=', subject.id)
    .returning(['id', 'slot', 'version', 'sha256', 'status'])
    .execute()
  for (const { id, slot, version, sha256, status } of gone)
    await appendEvent(tx, {
      id: newId(),
      at: ctx.now,
      actor: ctx.actor,
      act: ctx.act.name,
      subject: { kind: 'file', id },
      unitId,
      body: { from: status, removed: true, enrolment: subject.id, slot, number: version, sha256 },
    })
}

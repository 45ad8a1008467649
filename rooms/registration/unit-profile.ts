import type { Tx } from '#frame/db/connect.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import type { DocumentsInForce } from './documents.ts'
import type { RegistrationForm } from './forms.ts'

/** What is in force from now on, and by which registration; null for what the unit changed by itself. */
export interface NewProfile {
  unitId: string
  profile: RegistrationForm
  documents: DocumentsInForce
  registrationId: string | null
}

/** Adds a row to the history of what was in force. In: the unit's row is locked. Out: its number. */
export async function addProfile(
  tx: Tx,
  { unitId, profile, documents, registrationId }: NewProfile,
  ctx: Pick<SaveContext, 'now' | 'eventId'>,
): Promise<number> {
  const { last } = await tx
    .selectFrom('unit_profile')
    .select((e) => e.fn.max<number | null>('n').as('last'))
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow()
  const n = (last ?? 0) + 1
  await tx
    .insertInto('unit_profile')
    .values({
      unit_id: unitId,
      n,
      profile: JSON.stringify(profile),
      documents: JSON.stringify(documents),
      registration_id: registrationId,
      from_at: ctx.now,
      audit_event_id: ctx.eventId,
    })
    .execute()
  return n
}

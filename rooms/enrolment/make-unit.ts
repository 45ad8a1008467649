import { sql } from 'kysely'
import type { Tx } from '#frame/db/connect.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { Refused } from '#frame/kernel/reason.ts'
import type { EnrolmentFacts } from './facts.ts'
import { classesOf } from './forms.ts'
import { takenReason } from './rules.ts'

/**
 * S2-023 makes the unit, or a unit of one for a natural person (C-42). Of two approvals for one code or one
 * person the database lets one through; a unit that nobody ever confirmed is taken up again. Out: its id.
 * Errors: Refused when the place is taken.
 */
export async function makeUnit(
  tx: Tx,
  facts: EnrolmentFacts,
  branchId: string,
  ctx: SaveContext,
): Promise<string> {
  const row = rowOf(facts, branchId, ctx)
  const made = await tx
    .insertInto('unit')
    .values({ ...row, id: newId(), created_at: ctx.now })
    .onConflict((c) =>
      c
        .column(facts.kind === 'person' ? 'person_key' : 'uscc')
        .doUpdateSet({ ...row, version: sql<number>`unit.version + 1` })
        .where('unit.status', '=', 'closed')
        .where('unit.registered_at', 'is', null),
    )
    .returning('id')
    .executeTakeFirst()
  if (made) return made.id
  throw new Refused('conflict', [takenReason({ by: 'account', contact: '', phone: '' })])
}

function rowOf(
  { kind, form, identity, document, areas }: EnrolmentFacts,
  branchId: string,
  ctx: SaveContext,
) {
  const person = kind === 'person'
  const name = form.nameZh ?? ''
  const area = areas.find((a) => a.code === form.area)
  return {
    kind,
    uscc: person ? null : identity,
    person_key: person ? identity : null,
    person_document: person ? JSON.stringify(document) : null,
    name_zh: name,
    // S2-072 its account is still to be confirmed, its registration to be passed
    status: 'enrolled',
    branch_id: branchId,
    // C-41
    classes: classesOf(form.activities ?? []),
    // until the registration says where exactly
    address: area ? `北京市${area.name.zh}` : '',
    contact_name: person ? name : (form.contact ?? ''),
    contact_phone: form.mobile ?? '',
    contact_mailbox: form.mailbox ?? '',
    audit_event_id: ctx.eventId,
  }
}

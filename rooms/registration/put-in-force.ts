import type { Tx } from '#frame/db/connect.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import type { DocumentsInForce } from './documents.ts'
import type { RegistrationFacts } from './facts.ts'
import type { RegistrationForm } from './forms.ts'
import { askedSlots } from './slots.ts'
import { addProfile } from './unit-profile.ts'

/**
 * Brings a registration in force: the row of the unit that every room reads, and a row of the history.
 * In: the unit is locked. Out: number of the history row.
 */
export async function putInForce(
  tx: Tx,
  facts: RegistrationFacts,
  ctx: Pick<SaveContext, 'now' | 'eventId'>,
): Promise<number> {
  const { unit, form, about, subject } = facts
  const documents = about === 'contact' ? unit.documents : documentsOf(facts)
  await tx
    .updateTable('unit')
    .set({
      ...columnsOf(form),
      profile: JSON.stringify(form),
      documents: JSON.stringify(documents),
      version: unit.version + 1,
      audit_event_id: ctx.eventId,
      ...(about === 'first' ? { status: 'registered', registered_at: ctx.now } : {}),
    })
    .where('id', '=', unit.id)
    .execute()
  const row = { unitId: unit.id, profile: form, documents, registrationId: subject.id }
  return addProfile(tx, row, ctx)
}

/** What of a form stands in columns of its own, because other rooms read it there. */
export function columnsOf(form: RegistrationForm) {
  return {
    ...contactColumns(form),
    // a unit of the time before registrations has no whole form: its columns stay as they are
    ...(form.nameZh === undefined
      ? {}
      : {
          name_zh: form.nameZh,
          name_en: form.nameEn ?? null,
          classes: [...(form.classes ?? [])],
          address: form.registeredAddress ?? '',
          laboratories: JSON.stringify(form.laboratories ?? []),
        }),
  }
}

/** The columns by which officers reach the unit. */
export function contactColumns({ contact, mobile, email }: RegistrationForm) {
  return {
    ...(contact === undefined ? {} : { contact_name: contact }),
    ...(mobile === undefined ? {} : { contact_phone: mobile }),
    ...(email === undefined ? {} : { contact_mailbox: email }),
  }
}

/** The documents that count from now on, each with where it was brought; what is no longer asked for falls away. */
function documentsOf({ unit, form, documents, subject }: RegistrationFacts): DocumentsInForce {
  const asked = new Set(askedSlots(form).map((one) => one.slot.code))
  const kept = documents.filter((d) => asked.has(d.slot))
  return Object.fromEntries(
    kept.map(({ slot, inForce, fileId, version }) => {
      const dates = form.documentDates?.[slot]
      const where = inForce
        ? unit.documents[slot]!
        : { registrationId: subject.id, fileId, version }
      return [
        slot,
        {
          registrationId: where.registrationId,
          fileId: where.fileId,
          version: where.version,
          ...(dates?.from ? { validFrom: dates.from } : {}),
          ...(dates?.to ? { validTo: dates.to } : {}),
        },
      ]
    }),
  )
}

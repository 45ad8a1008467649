import type { Tx } from '#frame/db/connect.ts'
import type { FieldMark } from '#frame/kernel/field-changes.ts'
import { saidIn, withContact } from './contact-said.ts'
import { registrationForm, type RegistrationForm } from './forms.ts'

/** A first registration that the unit took back, with what was typed in it. */
export interface TakenBack {
  id: string
  number: string | null
  form: RegistrationForm
  marks: Record<string, FieldMark>
  /** When it was taken back. */
  at: Date
}

/** The first registration that a unit took back last; null when there is none. */
export async function lastTakenBack(tx: Tx, unitId: string): Promise<TakenBack | null> {
  const row = await tx
    .selectFrom('registration')
    .select(['id', 'number', 'form', 'form_marks', 'updated_at'])
    .where('unit_id', '=', unitId)
    .where('kind', '=', 'first')
    .where('status', '=', 'withdrawn')
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    number: row.number,
    form: registrationForm.parse(row.form),
    marks: row.form_marks as TakenBack['marks'],
    at: row.updated_at,
  }
}

/** When the unit last said its contact anew by itself (S2-145); null for never. */
export async function contactSaidAt(tx: Tx, unitId: string): Promise<Date | null> {
  const row = await tx
    .selectFrom('unit_profile')
    .select('from_at')
    .where('unit_id', '=', unitId)
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.from_at ?? null
}

/**
 * S2-072 what a first registration begins with: what was typed in the one taken back, so that a typo seen too
 * late costs nothing, with the contact where that was said later. In: what the unit said of itself.
 */
export function beginsWith(
  back: Pick<TakenBack, 'form' | 'at'> | null,
  profile: RegistrationForm,
  saidAt: Date | null,
): RegistrationForm {
  if (!back) return profile
  const said = saidIn(profile)
  const later = said !== null && saidAt !== null && saidAt > back.at
  return later ? withContact(back.form, said) : back.form
}

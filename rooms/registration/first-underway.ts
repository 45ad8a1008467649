import type { FieldMark } from '#frame/kernel/field-changes.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import { registrationForm, type RegistrationForm } from './forms.ts'

/** The first registration of a unit that is under way, with what was typed in it. */
export interface FirstUnderway {
  id: string
  form: RegistrationForm
  marks: Record<string, FieldMark>
}

/** The first registration of a unit that has not come to its end; null when there is none. */
export async function firstUnderway(
  db: Database | Tx,
  unitId: string,
): Promise<FirstUnderway | null> {
  const row = await db
    .selectFrom('registration')
    .select(['id', 'form', 'form_marks'])
    .where('unit_id', '=', unitId)
    .where('kind', '=', 'first')
    .where('status', 'in', ['filling', 'awaiting', 'checked', 'returned'])
    .executeTakeFirst()
  if (!row) return null
  const { id, form, form_marks: marks } = row
  return { id, form: registrationForm.parse(form), marks: marks as FirstUnderway['marks'] }
}

import { contactFields } from './fields.ts'
import type { ChangeItem, RegistrationKind } from './facts.ts'
import type { RegistrationForm } from './forms.ts'

/** What of a registration decides which of its fields count. */
export interface Typed {
  about: RegistrationKind
  /** The form as stored. */
  form: RegistrationForm
  /** Fields somebody typed in it, 'slot.<code>' for the dates of a document. */
  touched: ReadonlySet<string>
}

/** The fields a registration carries itself: those approved, those typed, those of the contact person. */
export function touchedPlaces(
  about: RegistrationKind,
  items: readonly Pick<ChangeItem, 'field'>[],
  marks: Readonly<Record<string, unknown>>,
): Set<string> {
  const contact = about === 'contact' ? contactFields : []
  return new Set([...items.map((i) => i.field), ...Object.keys(marks), ...contact])
}

/**
 * The form as it would be in force. A first registration is whole by itself; a change carries only what
 * it touches, and everything else is what is in force now, so that a phone corrected meanwhile (S2-145)
 * is not set back by it.
 */
export function effectiveForm(typed: Typed, inForce: RegistrationForm): RegistrationForm {
  if (typed.about === 'first') return typed.form
  const { form, touched } = typed
  const merged: Record<string, unknown> = { ...inForce }
  for (const name of touched) {
    if (name.startsWith('slot.') || name === 'documentDates' || name === 'notApplicable') continue
    const value = form[name as keyof RegistrationForm]
    if (value === undefined) delete merged[name]
    else merged[name] = value
  }
  const [dates, none] = [datesOf(form, inForce, touched), statedNone(form, inForce, touched)]
  if (inForce.documentDates || Object.keys(dates).length > 0) merged['documentDates'] = dates
  if (inForce.notApplicable || none.length > 0) merged['notApplicable'] = none
  return merged
}

function datesOf(
  form: RegistrationForm,
  inForce: RegistrationForm,
  touched: ReadonlySet<string>,
): NonNullable<RegistrationForm['documentDates']> {
  const dates = { ...inForce.documentDates }
  for (const name of touched) {
    if (!name.startsWith('slot.')) continue
    const slot = name.slice('slot.'.length)
    const typed = form.documentDates?.[slot]
    if (typed) dates[slot] = typed
    else delete dates[slot]
  }
  return dates
}

function statedNone(
  form: RegistrationForm,
  inForce: RegistrationForm,
  touched: ReadonlySet<string>,
): NonNullable<RegistrationForm['notApplicable']> {
  const own = form.notApplicable?.filter((name) => touched.has(name)) ?? []
  const other = inForce.notApplicable?.filter((name) => !touched.has(name)) ?? []
  return [...other, ...own]
}

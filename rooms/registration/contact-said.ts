import { isBlank } from './fields.ts'
import type { RegistrationForm } from './forms.ts'

/** Phone, mailbox and landline as somebody says them. */
export interface SaidContact {
  mobile: string
  email: string
  /** Left as it is when absent; empty: there is none. */
  landline?: string
}

/** The three as a dialog begins with them. */
export type ShownContact = Required<SaidContact>

/**
 * S2-086, S2-145 a form with this contact. Nothing else of it moves: of what is stated as none only the
 * landline comes or goes, and one of which nothing was said stays as it is.
 */
export function withContact(form: RegistrationForm, said: SaidContact): RegistrationForm {
  const { mobile, email, landline } = said
  if (landline === undefined) return { ...form, mobile, email }
  const { landline: _old, notApplicable, ...rest } = form
  const others = notApplicable?.filter((name) => name !== 'landline') ?? []
  if (isBlank(landline)) return { ...rest, mobile, email, notApplicable: [...others, 'landline'] }
  return { ...rest, mobile, email, landline, ...(notApplicable ? { notApplicable: others } : {}) }
}

/** What the unit said by itself of its contact, where nothing but that is in force; null for nothing. */
export function saidIn({
  mobile,
  email,
  landline,
  notApplicable,
}: RegistrationForm): SaidContact | null {
  if (mobile === undefined || email === undefined) return null
  const none = notApplicable?.includes('landline') ?? false
  return { mobile, email, landline: landline ?? (none ? '' : undefined) }
}

/** What the dialog says: a landline left as it stood says nothing, so that a blank is not declared to be none. */
export function saidBy(shown: ShownContact, typed: ShownContact): SaidContact {
  const { mobile, email, landline } = typed
  return landline === shown.landline ? { mobile, email } : typed
}

/**
 * What the dialog begins with: what is in force, before that what stands in the first registration under
 * way, and where that says nothing the number and mailbox by which officers reach the unit.
 */
export function contactShown(
  form: RegistrationForm,
  known: { mobile: string; email: string },
): ShownContact {
  return {
    mobile: form.mobile ?? known.mobile,
    email: form.email ?? known.email,
    landline: form.landline ?? '',
  }
}

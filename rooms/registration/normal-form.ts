import type { CodeCheck } from '#frame/catalogue/codes/check.ts'
import { checkLandline, checkMobile, checkPostcode } from '#frame/catalogue/codes/contact.ts'
import type { RegistrationForm } from './forms.ts'

type Numbered = 'mobile' | 'landline' | 'fax' | 'postcode'

/** How each number of the form is checked; what passes is kept in its normal form. */
export const numberChecks: Readonly<Record<Numbered, (text: string) => CodeCheck>> = {
  mobile: checkMobile,
  landline: checkLandline,
  fax: checkLandline,
  postcode: checkPostcode,
}

/** The form with its numbers as they are written; what is no number stays as typed. */
export function inNormalForm(form: RegistrationForm): RegistrationForm {
  const next = { ...form }
  for (const name of Object.keys(numberChecks) as Numbered[]) {
    const checked = form[name] === undefined ? null : numberChecks[name](form[name])
    if (checked?.ok) next[name] = checked.value
  }
  return next
}

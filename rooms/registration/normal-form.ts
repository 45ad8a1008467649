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

/** The form with nothing around its texts: rules see it so before it is kept so. A text of blanks alone is none. */
export function trimmed({ laboratories, ...form }: RegistrationForm): RegistrationForm {
  const kept = Object.entries(form).flatMap(([name, value]): [string, unknown][] => {
    const text = typeof value === 'string' ? value.trim() : value
    return text === '' ? [] : [[name, text]]
  })
  const named = laboratories?.map((one) => ({
    ...one,
    name: one.name.trim(),
    filingNo: one.filingNo.trim(),
    address: one.address.trim(),
  }))
  return { ...Object.fromEntries(kept), ...(named ? { laboratories: named } : {}) }
}

/** The form as it is handed over: texts trimmed, numbers as they are written; what is no number stays as typed. */
export function inNormalForm(form: RegistrationForm): RegistrationForm {
  const next = trimmed(form)
  for (const name of Object.keys(numberChecks) as Numbered[]) {
    const checked = next[name] === undefined ? null : numberChecks[name](next[name])
    if (checked?.ok) next[name] = checked.value
  }
  return next
}

import type { Words } from '#frame/kernel/lifecycle.ts'
import type { RegistrationFacts } from './facts.ts'
import { contactFields, isBlank, registrationFields } from './fields.ts'
import { valueWords } from './labels.ts'

/** One field as it was typed, to be held against an original. */
export interface TypedField {
  name: string
  title: Words
  duty: string
  value: Words
}

/** S2-129 what was typed, in the order of the guide; blanks are left out, for another contact person his own. */
export function typedFields({
  about,
  form,
}: Pick<RegistrationFacts, 'about' | 'form'>): TypedField[] {
  return registrationFields
    .filter(({ name }) => about !== 'contact' || contactFields.includes(name))
    .filter(({ name }) => !isBlank(form[name]))
    .map(({ name, title, duty }) => ({ name, title, duty, value: valueWords(name, form[name]) }))
}

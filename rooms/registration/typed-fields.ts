import type { Words } from '#frame/kernel/lifecycle.ts'
import type { RegistrationFacts } from './facts.ts'
import { isBlank } from './fields.ts'
import { fieldsOfKind } from './fields-of-kind.ts'
import { valueWords } from './labels.ts'

/** One field as it was typed, to be held against an original. */
export interface TypedField {
  name: string
  title: Words
  duty: string
  value: Words
}

/** S2-129 what was typed, in the order of the guide; blanks are left out, and what this kind cannot touch. */
export function typedFields({
  about,
  form,
}: Pick<RegistrationFacts, 'about' | 'form'>): TypedField[] {
  return fieldsOfKind(about)
    .filter(({ name }) => !isBlank(form[name]))
    .map(({ name, title, duty }) => ({ name, title, duty, value: valueWords(name, form[name]) }))
}

import type { RegistrationKind } from './facts.ts'
import { contactFields, registrationFields, type RegistrationField } from './fields.ts'

const isOfContact = ({ name }: RegistrationField) => contactFields.includes(name)

/**
 * The fields a registration of this kind may touch at all: another contact person his own, a change all but
 * those (C-22), the first registration every one.
 */
export function fieldsOfKind(about: RegistrationKind): RegistrationField[] {
  return registrationFields.filter(
    (field) => about === 'first' || isOfContact(field) === (about === 'contact'),
  )
}

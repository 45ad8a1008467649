// What other rooms may call.
export { checkSheet, type CheckRow } from './check-sheet.ts'
export { openFirstRegistration } from './open-first.ts'
export { registrationSubject, type RegistrationSubject } from './registration-subject.ts'
export { settleCheck } from './settle-check.ts'
export type { UnitClass } from './forms.ts'
export { kindWords } from './labels.ts'
export { registrationLife, unitLife, type UnitStatus } from './states.ts'
export type { TypedField } from './typed-fields.ts'

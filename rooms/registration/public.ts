// What other rooms may call.
export { checkSheet, type CheckRow, type CheckSheet } from './check-sheet.ts'
export { handInBy, windowDays, windowTerms, type WindowTerms } from './hand-in.ts'
export { openFirstRegistration, type NewUnit, type OpeningContext } from './open-first.ts'
export { registrationSubject, type RegistrationSubject } from './registration-subject.ts'
export { settleCheck, type CheckOutcome } from './settle-check.ts'
export { registrationForm, unitClasses, type RegistrationForm, type UnitClass } from './forms.ts'
export { classWords, kindWords } from './labels.ts'
export { registrationLife } from './states.ts'

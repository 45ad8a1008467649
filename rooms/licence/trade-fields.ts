import type { CaseField } from './case-field.ts'
import { journeyFields } from './journey-fields.ts'
import { partyFields } from './party-fields.ts'

/** The second step of the form. */
export const tradeFields: readonly CaseField[] = [...partyFields, ...journeyFields]

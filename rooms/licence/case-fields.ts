import type { CaseAsk } from './asked-when.ts'
import type { CaseField } from './case-field.ts'
import { decidingFields } from './deciding-fields.ts'
import { describedFields } from './described.ts'
import { tradeFields } from './trade-fields.ts'

/** Every field of the form in the order it is printed, each with its duty (附件2 二). */
export const caseFields: readonly CaseField[] = [
  ...decidingFields,
  ...tradeFields,
  ...describedFields,
]

/** The fields this case needs, among some. */
export const askedOf = (fields: readonly CaseField[], ask: CaseAsk) =>
  fields.filter((field) => field.when?.(ask) ?? true)

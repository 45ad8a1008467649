import { caseFields } from './case-fields.ts'
import { slotOf } from './slots.ts'

/** Whether a text names a place of the application: a field, `lines`, or `slot.` and its code. */
export function isPlace(at: string): boolean {
  if (at === 'lines' || caseFields.some((field) => field.name === at)) return true
  return at.startsWith('slot.') && slotOf(at.slice('slot.'.length)) !== undefined
}

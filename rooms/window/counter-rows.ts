import type { CheckRow, TypedField } from '#rooms/registration/public.ts'
import type { CounterRow, Tick } from './facts.ts'

/** Name of the row for what was typed as a whole, beside the documents. */
export const formRow = 'form'
const fieldMark = 'field.'

/**
 * S2-025 whether a row must be looked at: what has to be brought, what was brought though it need not be, for
 * all that is on file comes into force; and what was typed.
 */
export const mustBeSeen = ({
  required,
  file,
  slot,
}: Pick<CounterRow, 'required' | 'file' | 'slot'>) => required || file !== null || slot === formRow

/** Name of the row of one field; it stands on the sheet once something was said of it. */
export const rowOfField = (name: string) => `${fieldMark}${name}`

/**
 * The rows of the counter: each document, what was typed as a whole, and the fields of which something was
 * said; for an original may be good and yet say something else than what was typed.
 */
export function counterRows(
  documents: readonly CheckRow[],
  fields: readonly TypedField[],
  ticks: readonly Pick<Tick, 'slot'>[],
): CounterRow[] {
  const saidOf = fields.filter(({ name }) => ticks.some((t) => t.slot === rowOfField(name)))
  return [
    ...documents,
    {
      slot: formRow,
      title: { zh: '填报信息与原件一致', en: 'What was typed agrees with the originals' },
      duty: 'S2-129',
      ...noDocument,
    },
    ...saidOf.map(({ name, title, duty }) => ({
      slot: rowOfField(name),
      title: { zh: `填报信息：${title.zh}`, en: `Typed: ${title.en}` },
      duty,
      ...noDocument,
    })),
  ]
}

const noDocument = { required: false, file: null, inForce: false }

/** Where the unit mends what was said of a row: the document's slot, a field, or the form as a whole. */
export function placeOfRow({ slot }: Pick<CounterRow, 'slot'>): string {
  if (slot === formRow) return formRow
  return slot.startsWith(fieldMark) ? slot.slice(fieldMark.length) : `slot.${slot}`
}

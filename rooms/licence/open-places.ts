import { askOf } from './ask-of.ts'
import { askedOf, caseFields } from './case-fields.ts'
import type { LicenceFacts } from './facts.ts'
import type { CaseForm, CaseFieldName } from './forms.ts'
import { caseSlots } from './slots.ts'

type Known = Pick<
  LicenceFacts,
  'subject' | 'correction' | 'filed' | 'form' | 'unit' | 'ruleSet' | 'pathogens'
>

/**
 * S2-033 the places that are unlocked while a correction is asked: those the notice names, and what an answer
 * of theirs now calls for and the filing had not. A notice that opens the pathogens must not end in a case
 * without laboratory and proof. Out: fields by name, 'lines', 'slot.<code>'.
 */
export function openPlaces(facts: Known): ReadonlySet<string> {
  const places = new Set(facts.correction?.items.map((item) => item.at) ?? [])
  if (!facts.filed || facts.subject.status !== 'correcting') return places
  const { form: before, documents } = facts.filed
  const ask = askOf(facts)
  for (const { name, required } of askedOf(caseFields, ask))
    if (required && isEmpty(before, name)) places.add(name)
  for (const slot of caseSlots)
    if (slot.asked(ask)?.required && !documents.some((d) => d.slot === slot.code))
      places.add(`slot.${slot.code}`)
  if (facts.form.storage === 'other' && before.storage !== 'other') places.add('remarks')
  // a kind belongs to its class
  if (before.articleClass !== facts.form.articleClass) places.add('articleKind')
  return places
}

const isEmpty = (form: CaseForm, name: CaseFieldName): boolean => {
  const value = form[name]
  if (form.notApplicable?.some((one) => one === name)) return false
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** A place of the open ones: the whole of 附表 for a cell of it. */
export const isOpen = (places: ReadonlySet<string>, at: string): boolean =>
  places.has(at) || places.has(at.split('.')[0] ?? at)

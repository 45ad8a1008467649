import { addDays, type Day } from '#frame/calendar/day.ts'
import { contactFields, wantingFields } from './fields.ts'
import type { RegistrationFacts } from './facts.ts'
import type { RegistrationFieldName, RegistrationForm } from './forms.ts'
import { askedSlots, contactSlots } from './slots.ts'

/** What may be written now: everything, or these fields and 'slot.<code>'. */
export interface OpenPlaces {
  all: boolean
  places: string[]
}

type Asked = Pick<
  RegistrationFacts,
  'subject' | 'about' | 'form' | 'items' | 'remarks' | 'documents' | 'settings'
>

/**
 * S2-136 what the unit may write now. A first registration is open as a whole, also when it was returned:
 * nothing of it is in force yet. In a change only what was approved is open, with what cannot be changed
 * without it, what the return names, and what no submission could do without: blanks that must be filled,
 * documents that are missing or run out.
 */
export function openPlaces(facts: Asked, today: Day): OpenPlaces {
  const { status } = facts.subject
  if (status !== 'filling' && status !== 'returned') return { all: false, places: [] }
  if (facts.about === 'first') return { all: true, places: [] }
  const places = facts.about === 'contact' ? contactPlaces() : changePlaces(facts, today)
  return { all: false, places: [...new Set(places)] }
}

/** Whether a field or 'slot.<code>' may be written now. */
export function isOpen({ all, places }: OpenPlaces, place: string): boolean {
  return all || places.includes(place)
}

const slotPlace = (code: string) => `slot.${code}`
const contactPlaces = () => [...contactFields, ...contactSlots.map((s) => slotPlace(s.code))]

function changePlaces(facts: Asked, today: Day): string[] {
  const named = [...facts.items.map((i) => i.field), ...facts.remarks.map((r) => r.at)]
  const fields = named.flatMap((name) => [
    name,
    ...(opensWith[name as RegistrationFieldName] ?? []),
  ])
  return [
    ...fields,
    ...wantingFields(facts.form).map((f) => f.name),
    ...fields.flatMap((name) => provenBy[name as RegistrationFieldName] ?? []).map(slotPlace),
    ...missingSlots(facts),
    ...endingSlots(facts, today),
    slotPlace('other'),
  ]
}

function missingSlots({ form, documents }: Asked): string[] {
  return askedSlots(form)
    .filter((asked) => asked.required && !documents.some((d) => d.slot === asked.slot.code))
    .map((asked) => slotPlace(asked.slot.code))
}

/** Certificates that have run out or will within the days of the warning: a change is the time to renew them. */
function endingSlots({ form, settings }: Asked, today: Day): string[] {
  const until = addDays(today, settings('registration.expiry-warning-days'))
  return Object.entries(form.documentDates ?? {})
    .filter(([, { to }]) => to !== undefined && to <= until)
    .map(([code]) => slotPlace(code))
}

/** Fields that make no sense without one another. */
const opensWith: Partial<Record<RegistrationFieldName, RegistrationFieldName[]>> = {
  classes: ['bodyCertificate', 'scopeWords', 'sells', 'productionAddress', 'laboratories'],
  scope: ['scopeWords'],
}

const registrationPapers = ['business-licence', 'body-certificate', 'org-code']
const tradeLicences = ['device-licence', 'drug-licence']

/** The documents on which a field stands printed: who changes the one brings the other. */
const provenBy: Partial<Record<keyof RegistrationForm, readonly string[]>> = {
  nameZh: [
    ...registrationPapers,
    ...tradeLicences,
    'production-qualification',
    'trade-filing',
    'laboratory-filing',
    'quality-certification',
  ],
  legalRep: [...registrationPapers, ...tradeLicences, 'production-qualification'],
  head: [...tradeLicences, 'production-qualification'],
  nature: registrationPapers,
  bodyCertificate: registrationPapers,
  scope: registrationPapers,
  scopeWords: registrationPapers,
  sells: tradeLicences,
  registeredAddress: registrationPapers,
  businessAddress: [...registrationPapers, ...tradeLicences],
  productionAddress: ['production-qualification', 'production-plan', 'process'],
  storageAddress: [...tradeLicences, 'production-plan', 'storage-plan'],
  laboratories: ['laboratory-filing', 'laboratory-plan', 'preparation'],
}

import { addDays, type Day } from '#frame/calendar/day.ts'
import { contactFields, contradictedFields, wantingFields } from './fields.ts'
import { fieldsOfKind } from './fields-of-kind.ts'
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
  'subject' | 'about' | 'unit' | 'form' | 'marks' | 'items' | 'remarks' | 'documents' | 'settings'
>

/**
 * S2-136 what the unit may write now. A first registration is open as a whole, also when it was returned:
 * nothing of it is in force yet. In a change only what was approved is open, with what cannot be changed
 * without it, what the return names, and what no submission could do without: blanks that must be filled,
 * documents that are missing or run out. What was open stays open while it is filled: what is lacking is
 * asked of what is in force, not of what was typed since.
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
  const named = [...facts.items.map((i) => i.field), ...remarked(facts)]
  const fields = named.flatMap((name) => [
    name,
    ...(opensWith[name as RegistrationFieldName] ?? []),
  ])
  return [
    ...fields,
    ...lackingFields(facts),
    ...typedPlaces(facts),
    ...fields.flatMap((name) => provenBy[name as RegistrationFieldName] ?? []).map(slotPlace),
    ...missingSlots(facts),
    ...broughtSlots(facts),
    ...endingSlots(facts, today),
    slotPlace('other'),
  ]
}

/**
 * What the return names. The form as a whole is every field of a change. S2-139 another contact person is
 * none: what was said of him is shown, and opens nothing.
 */
function remarked({ remarks }: Asked): string[] {
  const fields = fieldsOfKind('change').map((f) => f.name)
  return remarks.flatMap(({ at }) => (at === 'form' ? fields : ofTheContact(at) ? [] : [at]))
}

const ofTheContact = (place: string) => contactFields.some((name) => name === place)

/** Blank in force although asked for, also by a class ticked since (C-41), or filled and stated as none at once. */
function lackingFields({ unit: { profile }, form }: Asked): string[] {
  return [...wantingFields(profile, form), ...contradictedFields(profile)].map((f) => f.name)
}

/** What was typed in this registration was open then. */
const typedPlaces = ({ marks }: Asked) => Object.keys(marks).filter((at) => !ofTheContact(at))

/** A document brought with this registration can be taken back or replaced, and its dates typed. */
const broughtSlots = ({ documents }: Asked) =>
  documents.filter((d) => !d.inForce).map((d) => slotPlace(d.slot))

function missingSlots({ form, documents }: Asked): string[] {
  return askedSlots(form)
    .filter((asked) => asked.required && !documents.some((d) => d.slot === asked.slot.code))
    .map((asked) => slotPlace(asked.slot.code))
}

/** Certificates that have run out or will within the days of the warning: a change is the time to renew them. */
function endingSlots({ unit, settings }: Asked, today: Day): string[] {
  const until = addDays(today, settings('registration.expiry-warning-days'))
  return Object.entries(unit.profile.documentDates ?? {})
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

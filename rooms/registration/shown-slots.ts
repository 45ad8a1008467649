import type { FileKind } from '#frame/files/file-kind.ts'
import type { DecideContext } from '#frame/kernel/act.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import type { RegistrationFacts } from './facts.ts'
import type { UnitClass } from './forms.ts'
import { classWords } from './labels.ts'
import { askedSlots, contactSlots, registrationSlots, type AskedSlot } from './slots.ts'
import { counterRoles } from './states.ts'

/** A slot of a registration with every ground on which it is asked for. */
export interface ShownSlot {
  code: string
  title: Words
  kinds: readonly FileKind[]
  duties: { class: UnitClass | 'contact'; duty: string; required: boolean }[]
  required: boolean
  why: Words
  dated: boolean
}

/** The copy of a person's ID card: for the unit and for those who compare it with the person, nobody else. */
const ofThePerson = new Set(['contact-id'])

/** The slots of a registration that this person may see: those asked for, and those that hold a document. */
export function shownSlots(
  facts: RegistrationFacts,
  { actor }: Pick<DecideContext, 'actor'>,
): ShownSlot[] {
  const trusted =
    within(reachOf(actor, unitRoles), facts.subject) ||
    within(reachOf(actor, counterRoles), facts.subject)
  return allSlots(facts).filter((slot) => trusted || !ofThePerson.has(slot.code))
}

/** All slots of a registration, whoever looks. */
export function allSlots({ about, form, documents }: RegistrationFacts): ShownSlot[] {
  if (about === 'contact') return contactSlots.map((slot) => contactSlot(slot))
  const asked = askedSlots(form)
  const kept = registrationSlots.filter(
    (slot) =>
      documents.some((d) => d.slot === slot.code && !d.inForce) &&
      !asked.some((one) => one.slot === slot),
  )
  return [...asked, ...kept.map((slot) => ({ slot, grounds: [], required: false }))].map(askedSlot)
}

function askedSlot({ slot, grounds, required }: AskedSlot): ShownSlot {
  return {
    code: slot.code,
    title: slot.title,
    kinds: slot.kinds,
    duties: grounds.map((g) => ({ class: g.of, duty: g.duty, required: g.required })),
    required,
    why: whyAsked(grounds, required),
    dated: slot.dated,
  }
}

function whyAsked(grounds: AskedSlot['grounds'], required: boolean): Words {
  if (grounds.length === 0)
    return { zh: '按现在勾选的单位类别不需要。', en: 'Not asked for by the classes ticked.' }
  const needing = required ? grounds.filter((g) => g.required) : grounds
  const zh = needing.map((g) => classWords[g.of].zh).join('、')
  const en = needing.map((g) => classWords[g.of].en.toLowerCase()).join(', ')
  return required
    ? { zh: `${zh}需上传。`, en: `Needed from: ${en}.` }
    : { zh: `${zh}有这份材料的上传。`, en: `Where there is one: ${en}.` }
}

function contactSlot(slot: (typeof contactSlots)[number]): ShownSlot {
  return {
    ...slot,
    duties: [{ class: 'contact', duty: slot.duty, required: true }],
    required: true,
    why: { zh: '更换联系人需提交，加盖公章。', en: 'For another contact person, sealed.' },
    dated: false,
  }
}

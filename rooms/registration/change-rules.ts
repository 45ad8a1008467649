import { reason, type Reason } from '#frame/kernel/reason.ts'
import { contactWay } from './contact-way.ts'
import { fieldOf } from './fields.ts'
import type { ChangeItem, RegisteredUnit, RegistrationFacts } from './facts.ts'
import { valueWords } from './labels.ts'
import { registrationSlots, slotTitle } from './slots.ts'
import { isDeepStrictEqual } from 'node:util'

/** 'slot.<code>' of a document of the registration, or undefined. */
export function slotOfPlace(place: string): string | undefined {
  if (!place.startsWith('slot.')) return undefined
  const code = place.slice('slot.'.length)
  return registrationSlots.some((s) => s.code === code) ? code : undefined
}

/** What a place of the registration is called. */
export function placeTitle(place: string) {
  if (place === 'form') return { zh: '填报信息', en: 'What was typed' }
  const field = fieldOf(place)
  if (field) return field.title
  return slotTitle(place.replace(/^slot\./, ''))
}

/** S2-134 each item with what is in force before it, as the house knows it. */
export function askedFor(
  unit: Pick<RegisteredUnit, 'profile' | 'documents'>,
  items: readonly Pick<ChangeItem, 'field' | 'after'>[],
): ChangeItem[] {
  return items.map(({ field, after }) => ({ field, before: wordsInForce(unit, field), after }))
}

function wordsInForce(
  { profile, documents }: Pick<RegisteredUnit, 'profile' | 'documents'>,
  place: string,
): string {
  const field = fieldOf(place)
  if (field) return valueWords(field.name, profile[field.name]).zh
  const kept = documents[slotOfPlace(place) ?? '']
  if (!kept) return ''
  return kept.validTo ? `有效期至 ${kept.validTo}` : '已在档'
}

/** S2-134 what stands against the items asked for, all of it. */
export function changeReasons(items: readonly ChangeItem[]): Reason[] {
  return items.flatMap((item, n) => [
    ...unknownPlace(item, n),
    ...ofTheContact(item, n),
    ...sameAsBefore(item, n),
    ...listedBefore(items, n),
  ])
}

const at = (n: number) => `items.${n}`

function unknownPlace({ field }: ChangeItem, n: number): Reason[] {
  if (fieldOf(field) || slotOfPlace(field)) return []
  return [
    reason(
      'S2-134',
      'no-such-place',
      `单位登记中没有“${field}”这一项，请从列表中重新选择。`,
      at(n),
    ),
  ]
}

function ofTheContact({ field }: ChangeItem, n: number): Reason[] {
  const way = contactWay(field)
  return way ? [reason(way.duty, 'contact-elsewhere', way.words, at(n))] : []
}

function sameAsBefore({ field, before, after }: ChangeItem, n: number): Reason[] {
  if (before === '' || before !== after) return []
  return [
    reason(
      'S2-134',
      'nothing-changed',
      `“${placeTitle(field).zh}”变更前后相同。请填写变更后的信息，或删去这一项。`,
      at(n),
    ),
  ]
}

function listedBefore(items: readonly ChangeItem[], n: number): Reason[] {
  const { field } = items[n]!
  if (items.findIndex((one) => one.field === field) === n) return []
  return [
    reason('S2-134', 'listed-twice', `“${placeTitle(field).zh}”列了两次，请合并为一项。`, at(n)),
  ]
}

/** S2-136 what was approved is really changed, or the change is pointless. */
export function notYetChanged(
  facts: Pick<RegistrationFacts, 'about' | 'items' | 'form' | 'unit' | 'documents'>,
): Reason[] {
  if (facts.about !== 'change') return []
  return facts.items
    .filter(({ field }) => !isChanged(facts, field))
    .map(({ field, after }) =>
      reason(
        'S2-136',
        'not-changed',
        `批准变更的“${placeTitle(field).zh}”还没有修改（变更后：${after}）。请修改后再提交；不再需要变更的，请撤回后重新申请。`,
        field,
      ),
    )
}

function isChanged(
  { form, unit, documents }: Pick<RegistrationFacts, 'form' | 'unit' | 'documents'>,
  place: string,
): boolean {
  const slot = slotOfPlace(place)
  if (slot) return documents.some((d) => d.slot === slot && !d.inForce)
  const name = place as keyof typeof form
  return !isDeepStrictEqual(form[name] ?? null, unit.profile[name] ?? null)
}

import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Day } from '#frame/calendar/day.ts'
import { act, type ActReply } from '#frame/kernel/act.ts'
import { marked, takeChanges, type FieldClash } from '#frame/kernel/field-changes.ts'
import { decided, reason, type Decision, type Reason } from '#frame/kernel/reason.ts'
import { accountOf, load } from './act-parts.ts'
import { placeTitle } from './change-rules.ts'
import { contactWay } from './contact-way.ts'
import type { RegistrationFacts } from './facts.ts'
import { registrationForm, type RegistrationForm } from './forms.ts'
import { isOpen, openPlaces } from './open-places.ts'
import { move } from './states.ts'

const change = z.strictObject({
  name: registrationForm.keyof(),
  /** What the person's page showed before he typed; null for an empty field. */
  seen: z.unknown(),
  /** What he typed; null empties the field. */
  value: z.unknown(),
})

const saveInput = z.strictObject({
  id: z.uuid(),
  changes: z.array(change).max(40).default([]),
})
type SaveInput = z.output<typeof saveInput>

interface Saved {
  form: RegistrationForm
  /** Fields and 'slot.<code>' that were typed. */
  places: string[]
  clashes: FieldClash[]
}

/** The act's answer: besides the state, the fields that were not taken. */
export interface SaveReply extends ActReply {
  clashes: FieldClash[]
}

/**
 * Keeps the draft on the server as one types. Every field carries the value it was seen with: one that a
 * colleague has changed meanwhile is not overwritten but answered with both values; the others are saved.
 */
export const saveAct = act({
  name: 'registration.save',
  move: move('save'),
  quiet: true,
  input: saveInput,
  load,
  decide: (facts, said, ctx) => decideSave(facts, said, ctx.today),
  async save(tx, facts, next: Saved, ctx): Promise<SaveReply> {
    const { id, status, version, unitId } = facts.subject
    const marks = marked(facts.marks, next.places, accountOf(ctx), ctx)
    await tx
      .updateTable('registration')
      .set({
        form: JSON.stringify(next.form),
        form_marks: JSON.stringify(marks),
        updated_at: ctx.now,
      })
      .where('unit_id', '=', unitId)
      .where('id', '=', id)
      .execute()
    return { id, status, version, clashes: next.clashes }
  },
})

/** Pure: which fields are taken, which clash, and every reason against what was typed. */
export function decideSave(facts: RegistrationFacts, said: SaveInput, today: Day): Decision<Saved> {
  const { form: merged, clashes } = takeChanges(facts.form, said.changes, facts.marks)
  const form = registrationForm.safeParse(merged)
  if (!form.success)
    return decided(
      form.error.issues.map((i) => reason(null, 'invalid-field', i.message, i.path.join('.'))),
      () => ({ form: facts.form, places: [], clashes }),
    )
  const places = changedPlaces(facts.form, form.data)
  return decided(locked(facts, places, today), () => ({ form: form.data, places, clashes }))
}

/** What differs, by field, or by document where only its dates do. */
function changedPlaces(was: RegistrationForm, is: RegistrationForm): string[] {
  const names = Object.keys({ ...was, ...is }) as (keyof RegistrationForm)[]
  return names.flatMap((name) => {
    if (name === 'documentDates')
      return differing(was.documentDates ?? {}, is.documentDates ?? {}).map((s) => `slot.${s}`)
    if (name === 'notApplicable') return differing(flags(was), flags(is))
    return isDeepStrictEqual(was[name] ?? null, is[name] ?? null) ? [] : [name]
  })
}

const flags = ({ notApplicable = [] }: RegistrationForm): Record<string, unknown> =>
  Object.fromEntries(notApplicable.map((name) => [name, true]))

function differing(was: Record<string, unknown>, is: Record<string, unknown>): string[] {
  return Object.keys({ ...was, ...is }).filter((key) => !isDeepStrictEqual(was[key], is[key]))
}

/** S2-136 in a change only what was approved is unlocked. */
function locked(facts: RegistrationFacts, places: readonly string[], today: Day): Reason[] {
  const open = openPlaces(facts, today)
  return places
    .filter((place) => !isOpen(open, place))
    .map((place) => reason('S2-136', 'locked', lockedWords(facts.about, place), place))
}

function lockedWords(about: RegistrationFacts['about'], place: string): string {
  const title = placeTitle(place).zh
  if (about === 'contact') return `更换联系人时不能改动“${title}”。如需变更，请办结后另行申请变更。`
  const way = contactWay(place)?.words
  const instead = way ?? '如确需变更，请撤回后重新申请，把这一项列入变更事项。'
  return `“${title}”不在批准变更的事项中，不能改动。${instead}`
}

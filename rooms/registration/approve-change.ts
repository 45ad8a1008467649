import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { load, onRegistration, seen } from './act-parts.ts'
import type { ChangeItem } from './facts.ts'
import { fieldOf } from './fields.ts'
import { registrationForm, type RegistrationForm } from './forms.ts'
import { choicesOf } from './labels.ts'
import { move } from './states.ts'
import { registrationNotes } from './step-notes.ts'
import { tellUnit, toldOf } from './tell.ts'
import { moveRegistration } from './write-registration.ts'

/** S2-135 the change is approved: exactly its items are opened for the unit. */
export const approveChangeAct = act({
  name: 'registration.approve-change',
  move: move('approve-change'),
  input: z.strictObject({
    ...onRegistration,
    note: z.string().trim().max(500, '最多 500 个字，请缩短').optional(),
  }),
  seen,
  load,
  decide: (_facts, said) => granted(said.note),
  async save(tx, facts, note, ctx) {
    await tellUnit(tx, toldOf(facts), 'approved', undefined, ctx)
    const form = JSON.stringify(withAfter(facts.form, facts.items))
    const said = note ? { public: registrationNotes.note('own', { text: note }) } : {}
    return moveRegistration(tx, facts, 'filling', { form }, said, ctx)
  },
})

/**
 * What the unit wrote as 变更后信息 is put in already, where it is what the field takes: nobody types it twice.
 * S2-134 a field that was 无此内容 is so no longer, or *** would hide what was asked for.
 */
export function withAfter(form: RegistrationForm, items: readonly ChangeItem[]): RegistrationForm {
  let next = form
  for (const { field, after } of items) {
    const known = fieldOf(field)
    if (!known) continue
    const value = known.kind === 'choice' ? codeOf(known.name, after) : after
    const typed = ['text', 'long', 'choice'].includes(known.kind)
    const filled = { ...withoutNone(next, field), [field]: value }
    const fits = registrationForm.safeParse(filled)
    if (typed && fits.success) next = fits.data
  }
  return next
}

function withoutNone(form: RegistrationForm, field: string): RegistrationForm {
  if (!form.notApplicable) return form
  return { ...form, notApplicable: form.notApplicable.filter((name) => name !== field) }
}

function codeOf(field: keyof RegistrationForm, words: string): string {
  const found = Object.entries(choicesOf(field) ?? {}).find(([, { zh }]) => zh === words)
  return found?.[0] ?? words
}

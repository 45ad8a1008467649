import { z } from 'zod'
import { loadCalendar } from '#frame/calendar/stored-calendar.ts'
import { act } from '#frame/kernel/act.ts'
import { decided } from '#frame/kernel/reason.ts'
import { accountOf, load, onRegistration, seen } from './act-parts.ts'
import { handInBy, handInTerms } from './hand-in.ts'
import { inNormalForm } from './normal-form.ts'
import { registrationNumber } from './number.ts'
import { submissionReasons } from './rules.ts'
import { move } from './states.ts'
import { registrationNotes } from './step-notes.ts'
import { tellSubmitted, toldOf } from './tell.ts'
import { moveRegistration } from './write-registration.ts'

/**
 * S2-024, S2-025, S2-137 what was filled in goes to the officers; from now on the unit has a week to show the
 * originals with sealed copies. A later visit is served all the same.
 */
export const submitAct = act({
  name: 'registration.submit',
  move: move('submit'),
  input: z.strictObject(onRegistration),
  seen,
  load,
  ready: (facts, ctx) => submissionReasons(facts, ctx.today),
  decide: (facts) => decided([], () => inNormalForm(facts.form)),
  async save(tx, facts, form, ctx) {
    const number = facts.number ?? (await registrationNumber(tx, facts.about, ctx.today))
    const { calendar } = await loadCalendar(tx)
    const day = handInBy(ctx.today, calendar, handInTerms(facts.settings))
    await tellSubmitted(tx, { ...toldOf(facts), number }, day, ctx)
    ctx.record({ number, handInBy: day })
    return moveRegistration(
      tx,
      facts,
      'awaiting',
      {
        number,
        form: JSON.stringify(form),
        submitted_day: ctx.today,
        hand_in_by: day,
        checked_visit: null,
        submitted_by: accountOf(ctx),
      },
      { public: registrationNotes.note('submitted', { day }) },
      ctx,
    )
  },
})

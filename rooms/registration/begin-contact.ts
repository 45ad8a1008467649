import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted } from '#frame/kernel/reason.ts'
import { accountOf } from './act-parts.ts'
import { contactFields } from './fields.ts'
import type { RegistrationForm } from './forms.ts'
import {
  addRegistration,
  loadForNew,
  noPerson,
  oneAtATime,
  registeredAlready,
} from './new-registration.ts'
import { move } from './states.ts'

/**
 * S2-139, C-22 another contact person: a form with its seal, a letter and the new person's ID copy, shown
 * at the window. The same person's phone or mailbox is changed by the unit itself (S2-145).
 */
export const beginContactAct = act({
  name: 'registration.begin-contact',
  move: move('begin-contact'),
  input: z.strictObject({ unitId: z.uuid() }),
  load: loadForNew,
  ready: (facts) => [...noPerson(facts), ...registeredAlready(facts), ...oneAtATime(facts)],
  decide: (facts) => granted(facts.unit),
  save: (tx, _facts, unit, ctx) =>
    addRegistration(
      tx,
      { unitId: unit.id, branchId: unit.branch.id },
      {
        about: 'contact',
        status: 'filling',
        form: withoutContact(unit.profile),
        createdBy: accountOf(ctx),
      },
      {},
      ctx,
    ),
})

/** The new person is typed anew: nothing of the old one may slip in. */
function withoutContact(profile: RegistrationForm): RegistrationForm {
  const rest = Object.entries(profile).filter(([name]) => !contactFields.some((f) => f === name))
  return Object.fromEntries(rest)
}

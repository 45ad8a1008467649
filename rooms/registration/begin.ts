import { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { granted, reason, type Reason } from '#frame/kernel/reason.ts'
import { accountOf } from './act-parts.ts'
import {
  addRegistration,
  loadForNew,
  noPerson,
  oneAtATime,
  type NewFacts,
} from './new-registration.ts'
import { move } from './states.ts'

/** S2-020, S2-072 a unit whose account is valid begins its registration, when none is under way. */
export const beginAct = act({
  name: 'registration.begin',
  move: move('begin'),
  input: z.strictObject({ unitId: z.uuid() }),
  load: loadForNew,
  ready: (facts) => [...noPerson(facts), ...notYet(facts), ...oneAtATime(facts)],
  decide: (facts) => granted(facts.unit),
  save: (tx, _facts, unit, ctx) =>
    addRegistration(
      tx,
      { unitId: unit.id, branchId: unit.branch.id },
      { about: 'first', status: 'filling', form: unit.profile, createdBy: accountOf(ctx) },
      {},
      ctx,
    ),
})

function notYet({ unit }: NewFacts): Reason[] {
  if (unit.status === 'enrolled') return []
  return [
    reason(
      'S2-131',
      'registered-already',
      '本单位已经通过登记，不需要再次登记。登记信息有变化的，请申请变更。',
    ),
  ]
}

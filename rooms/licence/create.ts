import { z } from 'zod'
import { act, type Facts } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { absent, decided } from '#frame/kernel/reason.ts'
import { reachOf } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { accountOf } from './act-parts.ts'
import type { Applicant } from './facts.ts'
import { applicantOf } from './load-case.ts'
import { unitRegistered } from './rules.ts'
import { move } from './states.ts'

interface CreateFacts extends Facts {
  subject: null
  unit: Applicant
}

/** A new application of a unit, an empty draft. */
export const createAct = act({
  name: 'licence.create',
  move: move('create'),
  input: z.strictObject({ unitId: z.uuid() }),
  async load(tx, input, ctx): Promise<CreateFacts> {
    if (!reachOf(ctx.actor, unitRoles).unitIds.includes(input.unitId)) throw absent()
    const unit = await applicantOf(tx, input.unitId)
    return { subject: null, owner: { unitId: unit.id, branchId: unit.branchId }, unit }
  },
  // S2-072 a unit completes its registration before it may apply
  ready: (facts) => unitRegistered(facts.unit),
  decide: (facts) => decided([], () => facts.unit),
  async save(tx, _facts, unit, ctx) {
    const id = newId()
    await tx
      .insertInto('licence_case')
      .values({
        unit_id: unit.id,
        id,
        status: 'draft',
        branch_id: unit.branchId,
        // C-34 the guide as printed is in force until an administrator puts another set in force
        rule_set: 'S2',
        created_by: accountOf(ctx),
        created_at: ctx.now,
        updated_at: ctx.now,
        audit_event_id: ctx.eventId,
      })
      .execute()
    return { id, status: 'draft', version: 1 }
  },
})

import { z } from 'zod'
import type { Day } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import { act, type Facts } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { absent, decided } from '#frame/kernel/reason.ts'
import { reachOf } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { accountOf } from './act-parts.ts'
import type { Applicant } from './facts.ts'
import { unitClasses, type CaseForm } from './forms.ts'
import type { ItemLine } from './item-lines.ts'
import { applicantOf, loadCase } from './load-case.ts'
import { insertLines } from './write-lines.ts'
import { unitRegistered } from './rules.ts'
import { move } from './states.ts'

interface CreateFacts extends Facts {
  subject: null
  unit: Applicant
  /** What the draft begins with. */
  form: CaseForm
  lines: readonly ItemLine[]
}

/** These belong to one journey alone and are asked anew. */
const ofOneJourney = [
  'plannedDay',
  'shippingDay',
  'rate',
  'rateDay',
  'describes',
  'prescribed',
] as const

/** A new application of a unit, an empty draft. */
export const createAct = act({
  name: 'licence.create',
  move: move('create'),
  input: z.strictObject({
    unitId: z.uuid(),
    /** An earlier application of the same unit to begin from. */
    copyOf: z.uuid().optional(),
  }),
  async load(tx, input, ctx): Promise<CreateFacts> {
    if (!reachOf(ctx.actor, unitRoles).unitIds.includes(input.unitId)) throw absent()
    const unit = await applicantOf(tx, input.unitId)
    const owner = { unitId: unit.id, branchId: unit.branchId }
    return { subject: null, owner, unit, ...(await beginning(tx, unit, input.copyOf, ctx.today)) }
  },
  // S2-072 a unit completes its registration before it may apply
  ready: (facts) => unitRegistered(facts.unit),
  decide: (facts) => decided([], () => facts.unit),
  async save(tx, { form, lines }, unit, ctx) {
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
        form: JSON.stringify(form),
        created_by: accountOf(ctx),
        created_at: ctx.now,
        updated_at: ctx.now,
        audit_event_id: ctx.eventId,
      })
      .execute()
    await insertLines(tx, { unitId: unit.id, caseId: id }, lines)
    return { id, status: 'draft', version: 1 }
  },
})

/** What is known already: the unit's only class and its contact, or all of an earlier application. */
async function beginning(
  tx: Tx,
  unit: Applicant,
  copyOf: string | undefined,
  today: Day,
): Promise<Pick<CreateFacts, 'form' | 'lines'>> {
  if (copyOf === undefined) return { form: knownOf(unit), lines: [] }
  const earlier = await loadCase(tx, copyOf, today)
  if (earlier?.subject.unitId !== unit.id) throw absent()
  const form = { ...earlier.form }
  for (const name of ofOneJourney) delete form[name]
  return { form, lines: earlier.lines.map((line) => ({ ...line, batchNo: '' })) }
}

function knownOf({ classes, contact }: Applicant): CaseForm {
  const only = unitClasses.find((one) => classes.length === 1 && classes[0] === one)
  return {
    ...(only ? { unitClass: only } : {}),
    contactName: contact.name,
    contactPhone: contact.phone,
  }
}

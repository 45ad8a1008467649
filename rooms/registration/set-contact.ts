import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import {
  act,
  type DecideContext,
  type Facts,
  type SaveContext,
  type Subject,
} from '#frame/kernel/act.ts'
import { marked } from '#frame/kernel/field-changes.ts'
import { absent, decided, reason, type Decision, type Reason } from '#frame/kernel/reason.ts'
import { personal } from '#frame/ledger/personal.ts'
import { notify } from '#frame/notify/notify.ts'
import { reachOf } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { accountOf } from './act-parts.ts'
import { withContact, type SaidContact } from './contact-said.ts'
import { wrongMailbox, wrongNumbers } from './field-rules.ts'
import type { RegisteredUnit } from './facts.ts'
import { isBlank } from './fields.ts'
import { firstUnderway } from './first-underway.ts'
import { inNormalForm } from './normal-form.ts'
import { contactNotice } from './notices.ts'
import { contactColumns } from './put-in-force.ts'
import { lockUnit, registeredUnit } from './registered-unit.ts'
import { unitMove, type UnitStatus } from './states.ts'
import { addProfile } from './unit-profile.ts'

/** What the acts on a unit itself know. */
export interface UnitFacts extends Facts {
  subject: Subject & { status: UnitStatus }
  unit: RegisteredUnit
}

const input = z.strictObject({
  id: z.uuid(),
  version: z.int().positive(),
  mobile: z.string().max(40),
  email: z.string().trim().max(120),
  /** Left as it is when absent; empty: there is none. */
  landline: z.string().max(40).optional(),
})

/**
 * S2-145, C-22 the unit changes phone and mailbox of the same contact person itself, in force at once and
 * on record. The mailbox by which somebody signs in is another thing and stays as it is.
 */
export const setContactAct = act({
  name: 'unit.set-contact',
  move: unitMove('set-contact'),
  input,
  seen: (said) => said.version,
  load: loadUnit,
  decide: (_facts, said) => decideContact(said),
  async save(tx, { unit, subject }, contact: SaidContact, ctx) {
    const profile = withContact(unit.profile, contact)
    const version = unit.version + 1
    await tx
      .updateTable('unit')
      .set({
        ...contactColumns({ mobile: profile.mobile, email: profile.email }),
        profile: JSON.stringify(profile),
        version,
        audit_event_id: ctx.eventId,
      })
      .where('id', '=', unit.id)
      .execute()
    const row = { unitId: unit.id, profile, documents: unit.documents, registrationId: null }
    const n = await addProfile(tx, row, ctx)
    await intoFirstRegistration(tx, unit.id, contact, ctx)
    await tellMembers(tx, unit.id, ctx.actor.name, ctx.now)
    ctx.record({
      profile: n,
      mobile: personal(contact.mobile),
      email: personal(contact.email),
    })
    return { id: unit.id, status: subject.status, version }
  },
})

/** Loads and locks a unit of one's own. Errors: absent for another's. */
async function loadUnit(tx: Tx, said: { id: string }, ctx: DecideContext): Promise<UnitFacts> {
  if (!reachOf(ctx.actor, unitRoles).unitIds.includes(said.id)) throw absent()
  await lockUnit(tx, said.id)
  const unit = await registeredUnit(tx, said.id)
  if (!unit) throw absent()
  return unitFacts(unit)
}

/** A unit as acts on it and its page see it. */
export function unitFacts(unit: RegisteredUnit): UnitFacts {
  const { id, status, version, branch } = unit
  return {
    subject: { kind: 'unit', id, unitId: id, branchId: branch.id, status, version },
    unit,
  }
}

/** Pure: the numbers and the mailbox as they will be in force, or what is wrong with them. */
export function decideContact({ mobile, email, landline }: SaidContact): Decision<SaidContact> {
  const typed = { mobile, email, landline }
  const against = [...blank(typed), ...wrongNumbers(typed), ...wrongMailbox(typed)]
  return decided(against, () => ({ ...typed, ...inNormalForm(typed) }))
}

function blank({ mobile, email }: { mobile: string; email: string }): Reason[] {
  return [
    ...(isBlank(mobile)
      ? [reason('S2-084', 'blank', '手机号码没有填写，海关将无法联系本单位。请填写。', 'mobile')]
      : []),
    ...(isBlank(email)
      ? [reason('S2-085', 'blank', '电子邮件没有填写，海关将无法通知本单位。请填写。', 'email')]
      : []),
  ]
}

/** A first registration under way would otherwise set the old numbers back when it passes. */
async function intoFirstRegistration(
  tx: Tx,
  unitId: string,
  contact: SaidContact,
  ctx: SaveContext,
): Promise<void> {
  const first = await firstUnderway(tx, unitId)
  if (!first) return
  const form = withContact(first.form, contact)
  const changed = (['mobile', 'email', 'landline'] as const).filter(
    (name) => first.form[name] !== form[name],
  )
  const marks = marked(first.marks, changed, accountOf(ctx), ctx)
  await tx
    .updateTable('registration')
    .set({ form: JSON.stringify(form), form_marks: JSON.stringify(marks) })
    .where('unit_id', '=', unitId)
    .where('id', '=', first.id)
    .execute()
}

async function tellMembers(tx: Tx, unitId: string, by: string, now: Date): Promise<void> {
  await notify(tx, {
    to: { unitMembers: unitId },
    kind: contactNotice,
    params: { by },
    subject: { kind: 'unit', id: unitId, unitId },
    path: `/units/${unitId}`,
    now,
  })
}

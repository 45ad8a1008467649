import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import { act, type DecideContext, type Facts, type Subject } from '#frame/kernel/act.ts'
import { absent, decided, reason, type Decision, type Reason } from '#frame/kernel/reason.ts'
import { personal } from '#frame/ledger/personal.ts'
import { notify } from '#frame/notify/notify.ts'
import { reachOf } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { wrongMailbox, wrongNumbers } from './field-rules.ts'
import type { RegisteredUnit } from './facts.ts'
import { isBlank } from './fields.ts'
import type { RegistrationForm } from './forms.ts'
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
type SaidContact = z.output<typeof input>
type Contact = Pick<RegistrationForm, 'mobile' | 'email' | 'landline' | 'notApplicable'>

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
  decide: decideContact,
  async save(tx, { unit, subject }, contact: Contact, ctx) {
    const profile = { ...unit.profile, ...contact }
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
    await intoFirstRegistration(tx, unit.id, contact)
    await tellMembers(tx, unit.id, ctx.actor.name, ctx.now)
    ctx.record({
      profile: n,
      mobile: personal(contact.mobile ?? ''),
      email: personal(contact.email ?? ''),
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
export function decideContact(
  { unit }: Pick<UnitFacts, 'unit'>,
  { mobile, email, landline = unit.profile.landline }: SaidContact,
): Decision<Contact> {
  const typed = { mobile, email, landline }
  const against = [...blank(typed), ...wrongNumbers(typed), ...wrongMailbox(typed)]
  return decided(against, () => {
    const others = unit.profile.notApplicable?.filter((name) => name !== 'landline') ?? []
    const none = isBlank(landline)
    const notApplicable = none ? [...others, 'landline' as const] : others
    return { ...inNormalForm(typed), ...(none ? { landline: undefined } : {}), notApplicable }
  })
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
async function intoFirstRegistration(tx: Tx, unitId: string, contact: Contact): Promise<void> {
  await tx
    .updateTable('registration')
    .set({ form: sql`(form - 'landline') || ${JSON.stringify(contact)}::jsonb` })
    .where('unit_id', '=', unitId)
    .where('kind', '=', 'first')
    .where('status', 'in', ['filling', 'awaiting', 'checked', 'returned'])
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

import type { Tx } from '#frame/db/connect.ts'
import type { ActReply, DecideContext, Facts, SaveContext } from '#frame/kernel/act.ts'
import type { FieldMark } from '#frame/kernel/field-changes.ts'
import { newId } from '#frame/kernel/id.ts'
import { absent, reason, type Reason } from '#frame/kernel/reason.ts'
import { reachOf } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import type { ChangeItem, RegisteredUnit, RegistrationKind } from './facts.ts'
import type { RegistrationForm } from './forms.ts'
import { kindWords } from './labels.ts'
import { lockUnit, registeredUnit } from './registered-unit.ts'
import { registrationLife, type RegistrationStatus } from './states.ts'
import { addStep, type Said, type StepContext } from './write-registration.ts'

/** A registration of the unit that has not come to its end. */
export interface OpenOne {
  id: string
  number: string | null
  about: RegistrationKind
  status: RegistrationStatus
}

/** What an act knows that begins something for a unit. */
export interface NewFacts extends Facts {
  subject: null
  unit: RegisteredUnit
  open: OpenOne | null
}

/** Loads and locks the unit for which something is begun. Errors: absent for a unit that is not one's own. */
export async function loadForNew(
  tx: Tx,
  { unitId }: { unitId: string },
  ctx: DecideContext,
): Promise<NewFacts> {
  if (!reachOf(ctx.actor, unitRoles).unitIds.includes(unitId)) throw absent()
  await lockUnit(tx, unitId)
  const unit = await registeredUnit(tx, unitId)
  if (!unit) throw absent()
  const owner = { unitId, branchId: unit.branch.id }
  return { subject: null, owner, unit, open: await openOne(tx, unitId) }
}

const ends = Object.entries(registrationLife.statuses)
  .filter(([, words]) => words.end === true)
  .map(([status]) => status)

/** The registration of a unit that is still under way; null when there is none. */
export async function openOne(tx: Pick<Tx, 'selectFrom'>, unitId: string): Promise<OpenOne | null> {
  const row = await tx
    .selectFrom('registration')
    .select(['id', 'number', 'kind', 'status'])
    .where('unit_id', '=', unitId)
    .where('status', 'not in', ends)
    .executeTakeFirst()
  if (!row) return null
  const { id, number } = row
  return {
    id,
    number,
    about: row.kind as RegistrationKind,
    status: row.status as RegistrationStatus,
  }
}

/** One at a time: two changes at once could each set back what the other brings in force. */
export function oneAtATime({ open }: Pick<NewFacts, 'open'>): Reason[] {
  if (!open) return []
  const what = `${kindWords[open.about].zh}${open.number ? ` ${open.number}` : ''}`
  const status = registrationLife.statuses[open.status].zh
  return [
    reason(
      'S2-131',
      'one-open',
      `本单位有一件${what}正在办理（${status}），同时只能办理一件。请先办结，或在该件页面撤回后再申请。`,
      `registration.${open.id}`,
    ),
  ]
}

/** C-42 a natural person has a light account and registers nothing. */
export function noPerson({ unit }: Pick<NewFacts, 'unit'>): Reason[] {
  if (unit.kind === 'organisation') return []
  return [
    reason(
      'S2-125',
      'person',
      '自然人账号不需要单位登记。电话和邮箱变化的，请在“联系方式”中自行修改；其他变化请联系窗口。',
    ),
  ]
}

/** S2-131 only what is in force can be changed. */
export function registeredAlready({ unit }: Pick<NewFacts, 'unit'>): Reason[] {
  if (unit.status === 'registered') return []
  return [
    reason(
      'S2-131',
      'not-registered',
      '本单位登记还没有通过，没有可以变更的登记信息。请先完成单位登记；正在填报的可以直接修改。',
    ),
  ]
}

/** What a new registration begins with. */
export interface Beginning {
  about: RegistrationKind
  status: RegistrationStatus
  form: RegistrationForm
  /** Who typed what of the form, where it was typed before. */
  marks?: Readonly<Record<string, FieldMark>>
  number?: string
  reason?: string
  items?: readonly ChangeItem[]
  createdBy: string | null
}

/** Writes a new registration with its first step. Out: the reply of the act. */
export async function addRegistration(
  tx: Tx,
  place: { unitId: string; branchId: string },
  begun: Beginning,
  said: Said,
  ctx: StepContext & Pick<SaveContext, 'now'>,
): Promise<ActReply> {
  const id = newId()
  await tx
    .insertInto('registration')
    .values({
      unit_id: place.unitId,
      id,
      kind: begun.about,
      number: begun.number ?? null,
      status: begun.status,
      branch_id: place.branchId,
      form: JSON.stringify(begun.form),
      form_marks: JSON.stringify(begun.marks ?? {}),
      reason: begun.reason ?? null,
      items: JSON.stringify(begun.items ?? []),
      created_by: begun.createdBy,
      created_at: ctx.now,
      updated_at: ctx.now,
      audit_event_id: ctx.eventId,
    })
    .execute()
  const subject = { id, ...place }
  await addStep(tx, subject, { from: null, to: begun.status }, said, ctx)
  return { id, status: begun.status, version: 1 }
}

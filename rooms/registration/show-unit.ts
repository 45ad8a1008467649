import type { z } from 'zod'
import { daysBetween, todayInBeijing, type Day } from '#frame/calendar/day.ts'
import type { Database } from '#frame/db/connect.ts'
import type { Visit } from '#frame/http/open.ts'
import type { DecideContext } from '#frame/kernel/act.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import { absent } from '#frame/kernel/reason.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { unitRoles } from '#frame/people/roles.ts'
import { askChangeAct } from './ask-change.ts'
import { beginContactAct } from './begin-contact.ts'
import { beginAct } from './begin.ts'
import { changedFields } from './changed-fields.ts'
import { contactShown } from './contact-said.ts'
import type { unitAsOfDoor, unitDoor } from './doors.ts'
import type { RegisteredUnit, RegistrationKind } from './facts.ts'
import { firstUnderway } from './first-underway.ts'
import { shownUnit, unitColumns } from './list-units.ts'
import { openOne } from './new-registration.ts'
import { asOf, inForce, profilesOf, type ProfileRow } from './profile-history.ts'
import { registeredUnit } from './registered-unit.ts'
import { setContactAct, unitFacts } from './set-contact.ts'
import { shownDocuments } from './shown-documents.ts'
import {
  officerReaders,
  registrationLife,
  unitLife,
  type RegistrationStatus,
  type UnitStatus,
} from './states.ts'

type Reply = z.input<typeof unitDoor.reply>

/** A unit within reach. Errors: absent. */
export async function unitInReach({ house, actor }: Visit, id: string): Promise<RegisteredUnit> {
  const unit = await registeredUnit(house.db, id)
  const owner = { unitId: id, branchId: unit?.branch.id ?? null }
  if (!unit || !within(reachOf(actor, [...unitRoles, ...officerReaders]), owner)) throw absent()
  return unit
}

/** What is in force of a unit, with its registrations and history. Errors: absent. */
export async function showUnit(visit: Visit, id: string): Promise<Reply> {
  const { house, actor } = visit
  const now = house.clock.now()
  const ctx: DecideContext = { actor, now, today: todayInBeijing(now) }
  const unit = await unitInReach(visit, id)
  const row = await house.db
    .selectFrom('unit')
    .innerJoin('branch', 'branch.id', 'unit.branch_id')
    .select([...unitColumns, 'unit.address', 'unit.laboratories'])
    .where('unit.id', '=', id)
    .executeTakeFirstOrThrow()
  const officer = within(reachOf(actor, officerReaders), { unitId: id, branchId: unit.branch.id })
  const profiles = await profilesOf(house.db, id)
  return {
    ...shownUnit(row),
    statusWords: unitLife.statuses[row.status as UnitStatus],
    version: unit.version,
    viewer: officer ? 'officer' : 'unit',
    orgCode: unit.orgCode,
    address: row.address,
    laboratories: row.laboratories as Reply['laboratories'],
    profile: inForce(unit.profile),
    ownContact: officer ? null : await ownContact(house.db, unit, row),
    documents: await documentsOf(house.db, unit, ctx.today),
    registrations: await registrationsOf(house.db, id, officer),
    history: historyOf(profiles),
    acts: await actsOf(house.db, unit, ctx),
  }
}

/** What a draft says is its unit's own: it is asked for no officer. */
async function ownContact(
  db: Database,
  { id, profile }: RegisteredUnit,
  row: { contact_phone: string; contact_mailbox: string },
) {
  const form = inForce(profile) ?? (await firstUnderway(db, id))?.form ?? profile
  return contactShown(form, { mobile: row.contact_phone, email: row.contact_mailbox })
}

async function documentsOf(db: Database, unit: RegisteredUnit, today: Day) {
  const shown = await shownDocuments(db, unit.documents)
  return shown.map((document) => ({
    ...document,
    daysLeft: document.validTo === null ? null : daysBetween(today, document.validTo),
  }))
}

/** The registrations of a unit, the newest first. In: officers see those handed over to them. */
async function registrationsOf(db: Database, unitId: string, officer: boolean) {
  let query = db
    .selectFrom('registration')
    .select(['id', 'number', 'kind', 'status', 'updated_at'])
    .where('unit_id', '=', unitId)
  if (officer) query = query.where('number', 'is not', null)
  const rows = await query.orderBy('created_at', 'desc').limit(200).execute()
  return rows.map((r) => ({
    id: r.id,
    number: r.number,
    kind: r.kind as RegistrationKind,
    status: r.status,
    statusWords: registrationLife.statuses[r.status as RegistrationStatus],
    updatedAt: r.updated_at.toISOString(),
  }))
}

function historyOf(rows: readonly ProfileRow[]): Reply['history'] {
  return rows
    .map((row, i) => ({
      n: row.n,
      fromAt: row.fromAt.toISOString(),
      registrationId: row.registrationId,
      changed: changedFields(rows[i - 1], row),
    }))
    .toReversed()
}

async function actsOf(db: Database, unit: RegisteredUnit, ctx: DecideContext) {
  const owner = { unitId: unit.id, branchId: unit.branch.id }
  const facts = { subject: null, owner, unit, open: await openOne(db, unit.id) }
  return [
    ...canDo(unitLife, [setContactAct], unitFacts(unit), ctx),
    ...canDo(registrationLife, [beginAct, askChangeAct, beginContactAct], facts, ctx),
  ]
}

/** What was in force of a unit on a day. Errors: absent. */
export async function showUnitAsOf(
  visit: Visit,
  id: string,
  on: Day | undefined,
): Promise<z.input<typeof unitAsOfDoor.reply>> {
  const day = on ?? todayInBeijing(visit.house.clock.now())
  const unit = await unitInReach(visit, id)
  const row = asOf(await profilesOf(visit.house.db, unit.id), day)
  if (!row) return { day, inForce: null }
  const { n, fromAt, registrationId, profile } = row
  const documents = await shownDocuments(visit.house.db, row.documents)
  return {
    day,
    inForce: { n, fromAt: fromAt.toISOString(), registrationId, profile, documents },
  }
}

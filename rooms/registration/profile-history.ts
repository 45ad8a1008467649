import { addDays, beijingMidnight, type Day } from '#frame/calendar/day.ts'
import type { Database } from '#frame/db/connect.ts'
import { documentsInForce, type DocumentsInForce } from './documents.ts'
import type { RegistrationFacts } from './facts.ts'
import { registrationForm, type RegistrationForm } from './forms.ts'

/** One row of what was in force of a unit. */
export interface ProfileRow {
  n: number
  profile: RegistrationForm
  documents: DocumentsInForce
  registrationId: string | null
  fromAt: Date
}

/** Everything that was ever in force of a unit, oldest first. */
export async function profilesOf(db: Database, unitId: string): Promise<ProfileRow[]> {
  const rows = await db
    .selectFrom('unit_profile')
    .selectAll()
    .where('unit_id', '=', unitId)
    .orderBy('n')
    .execute()
  return rows.map((row) => ({
    n: row.n,
    profile: registrationForm.parse(row.profile),
    documents: documentsInForce.parse(row.documents),
    registrationId: row.registration_id,
    fromAt: row.from_at,
  }))
}

/** What was in force of a unit at the end of a day; null before anything was. */
export function asOf(rows: readonly ProfileRow[], day: Day): ProfileRow | null {
  const end = beijingMidnight(addDays(day, 1))
  return rows.findLast((row) => row.fromAt < end) ?? null
}

/**
 * What a registration is compared with: what is in force now, or for one that passed what was in force
 * before it. Out: null where nothing was.
 */
export async function profileBefore(
  db: Database,
  { subject, unit }: Pick<RegistrationFacts, 'subject' | 'unit'>,
): Promise<RegistrationForm | null> {
  if (subject.status !== 'passed') return inForce(unit.profile)
  const rows = await profilesOf(db, unit.id)
  const at = rows.findIndex((row) => row.registrationId === subject.id)
  return inForce(rows[at - 1]?.profile ?? {})
}

/** A profile, or null for one of a unit whose registration never passed. */
export function inForce(profile: RegistrationForm): RegistrationForm | null {
  return profile.nameZh === undefined ? null : profile
}

import type { z } from 'zod'
import type { Database } from '#frame/db/connect.ts'
import { doerWords } from '#frame/people/roles.ts'
import type { RegistrationFacts } from './facts.ts'
import { move, registrationLife, type RegistrationStatus } from './states.ts'
import { registrationNotes } from './step-notes.ts'
import type { stepView } from './views.ts'

/** The way of a registration, oldest first. In: whether an officer reads; the unit sees roles, not names. */
export async function registrationSteps(
  db: Database,
  { subject }: Pick<RegistrationFacts, 'subject'>,
  officer: boolean,
): Promise<z.input<typeof stepView>[]> {
  const rows = await db
    .selectFrom('registration_step as s')
    .leftJoin('account', 'account.id', 's.by_account')
    .select(['s.act', 's.to_status', 's.by_role', 'account.name', 's.note_public', 's.note_inner'])
    .select('s.at')
    .where('s.unit_id', '=', subject.unitId)
    .where('s.registration_id', '=', subject.id)
    .orderBy('s.at')
    .orderBy('s.id')
    .execute()
  return rows.map((r) => ({
    title: move(r.act.replace('registration.', '')).title,
    status: registrationLife.statuses[r.to_status as RegistrationStatus],
    role: doerWords(r.by_role),
    name: officer ? r.name : null,
    notePublic: registrationNotes.words(r.note_public),
    noteInner: officer ? registrationNotes.words(r.note_inner) : null,
    at: r.at.toISOString(),
  }))
}

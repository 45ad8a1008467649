import type { z } from 'zod'
import type { Database } from '#frame/db/connect.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { doerWords } from '#frame/people/roles.ts'
import { handOverMove } from '#frame/people/tasks/states.ts'
import type { LicenceFacts } from './facts.ts'
import { caseHandLife } from './desk/states.ts'
import { licenceLife, move, type LicenceStatus } from './states.ts'
import { caseNotes } from './step-notes.ts'
import type { stepView } from './views.ts'

/** The way of a case, oldest first. In: whether an officer reads; the applicant sees roles, not names. */
export async function caseSteps(
  db: Database,
  { subject }: LicenceFacts,
  officer: boolean,
): Promise<z.input<typeof stepView>[]> {
  const rows = await db
    .selectFrom('licence_step')
    .leftJoin('account', 'account.id', 'licence_step.by_account')
    .select(['act', 'to_status', 'by_role', 'account.name', 'note_public', 'note_inner', 'at'])
    .where('licence_step.unit_id', '=', subject.unitId)
    .where('case_id', '=', subject.id)
    .orderBy('at')
    .orderBy('licence_step.id')
    .execute()
  // who of the officers has it in hand is theirs to know
  const shown = officer ? rows : rows.filter((r) => r.act.startsWith('licence.'))
  return shown.map((r) => ({
    title: titleOf(r.act),
    status: licenceLife.statuses[r.to_status as LicenceStatus],
    role: doerWords(r.by_role),
    name: officer ? r.name : null,
    notePublic: caseNotes.words(r.note_public),
    noteInner: officer ? caseNotes.words(r.note_inner) : null,
    at: r.at.toISOString(),
  }))
}

function titleOf(act: string): Words {
  if (act.startsWith('licence.')) return move(act.replace('licence.', '')).title
  return caseHandLife.moves.find((taken) => taken.act === act)?.title ?? handOverMove.title
}

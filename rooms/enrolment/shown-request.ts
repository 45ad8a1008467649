import type { Database } from '#frame/db/connect.ts'
import { doerWords } from '#frame/people/roles.ts'
import type { EnrolmentFacts } from './facts.ts'
import { enrolmentLife, move, type EnrolmentStatus } from './states.ts'
import { enrolmentNotes } from './step-notes.ts'

/** What both sides see of a request. In: whether names of officers are shown. */
export async function shownRequest(db: Database, facts: EnrolmentFacts, now: Date, names: boolean) {
  const { subject, kind, number, form, document, remarks, account, link } = facts
  const waits = subject.status === 'approved'
  return {
    id: subject.id,
    kind,
    number,
    status: subject.status,
    statusWords: enrolmentLife.statuses[subject.status],
    version: subject.version,
    form,
    document: document && { kind: document.kind, masked: document.masked },
    remarks: [...remarks],
    login: account?.login ?? null,
    linkUntil: waits ? (link?.until.toISOString() ?? null) : null,
    linkOver: waits && link !== null && link.until <= now,
    steps: await stepsOf(db, subject.id, names),
  }
}

async function stepsOf(db: Database, id: string, names: boolean) {
  const rows = await db
    .selectFrom('enrolment_step')
    .leftJoin('account', 'account.id', 'enrolment_step.by_account')
    .select(['act', 'to_status', 'by_role', 'account.name', 'note', 'at'])
    .where('enrolment_id', '=', id)
    .orderBy('at')
    .orderBy('enrolment_step.id')
    .execute()
  return rows.map((row) => ({
    title: move(row.act.replace('enrolment.', '')).title,
    status: enrolmentLife.statuses[row.to_status as EnrolmentStatus],
    role: doerWords(row.by_role),
    name: names ? row.name : null,
    note: enrolmentNotes.words(row.note),
    at: row.at.toISOString(),
  }))
}

import type { Selectable } from 'kysely'
import { areasOn } from '#frame/catalogue/read-bodies.ts'
import { settingsOn } from '#frame/catalogue/stored-settings.ts'
import type { Day } from '#frame/calendar/day.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { EnrolmentTable } from '#frame/db/types.ts'
import { currentFiles } from '#frame/files/stored-files.ts'
import type { Actor } from '#frame/people/actor.ts'
import { reachOf } from '#frame/people/policy.ts'
import type { BroughtDocument, EnrolmentFacts, Remark, SentLink, TypedDocument } from './facts.ts'
import { enrolmentForm, type EnrolmentKind } from './forms.ts'
import { codeOf, takenBy } from './identity.ts'
import { keepers, type EnrolmentStatus } from './states.ts'

/** Who looks, on which day, and whether he is about to write. */
export interface Looking {
  actor: Actor
  today: Day
  lock?: boolean
}

/** Everything the acts and pages of this room know of one request. Out: null when there is none. */
export async function loadEnrolment(
  db: Database | Tx,
  id: string,
  { actor, today, lock = false }: Looking,
): Promise<EnrolmentFacts | null> {
  let query = db.selectFrom('enrolment').selectAll().where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  if (!row) return null
  const kind = row.kind as EnrolmentKind
  const form = enrolmentForm.parse(row.form)
  // S2-023 what was typed is asked, also where its place is somebody else's and the row has no key
  const identity = row.identity_key ?? (kind === 'organisation' ? codeOf(form) : null)
  return {
    subject: subjectOf(row, actor),
    kind,
    number: row.number,
    form,
    document: row.person_document as TypedDocument | null,
    identity,
    branchId: row.branch_id,
    unitId: row.unit_id,
    remarks: row.remarks as Remark[],
    brought: await broughtTo(db, id),
    taken: await takenBy(db, kind, identity, id),
    areas: await areasOn(db, today),
    link: await linkOf(db, row.account_id),
    account: await accountOf(db, row.account_id),
    settings: await settingsOn(db, today),
    filedAt: row.filed_at,
    updatedAt: row.updated_at,
  }
}

function subjectOf(row: Selectable<EnrolmentTable>, actor: Actor): EnrolmentFacts['subject'] {
  return {
    kind: 'enrolment',
    id: row.id,
    unitId: row.unit_id,
    branchId: row.branch_id ?? deskOf(actor),
    accountId: row.account_id,
    status: row.status as EnrolmentStatus,
    version: row.version,
  }
}

/** Before a branch is assigned, a request lies before every account administrator, whatever his branch. */
const deskOf = (actor: Actor): string | null => reachOf(actor, keepers).branchIds[0] ?? null

async function broughtTo(db: Database | Tx, id: string): Promise<BroughtDocument[]> {
  const files = await currentFiles(db, { unitId: null, subject: 'enrolment', subjectId: id })
  return files.map((f) => ({ slot: f.slot, fileId: f.id, name: f.name, usable: f.usable }))
}

/** S2-069 the confirmation link sent last, used or over or not. */
async function linkOf(db: Database | Tx, accountId: string | null): Promise<SentLink | null> {
  if (accountId === null) return null
  const row = await db
    .selectFrom('mail_link')
    .select(['created_at', 'expires_at'])
    .where('account_id', '=', accountId)
    .where('kind', 'in', ['invite', 'confirm'])
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { sentAt: row.created_at, until: row.expires_at } : null
}

async function accountOf(db: Database | Tx, id: string | null) {
  if (id === null) return null
  return db
    .selectFrom('account')
    .select(['id', 'login', 'status'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

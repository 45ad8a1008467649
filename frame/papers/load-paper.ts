import type { Database, Tx } from '#frame/db/connect.ts'
import type { PaperRow } from './make-paper.ts'
import type { PaperStatus } from './states.ts'

/** A paper with everything known about it. */
export interface KnownPaper extends PaperRow {
  subjectKind: string
  subjectId: string
  branchId: string | null
  recipient: string
  issuedAt: Date
  status: PaperStatus
  version: number
  round: number
  trouble: string | null
  fileSha256: string | null
  fileBytes: number | null
  pages: number | null
  signedAt: Date | null
  signer: string | null
  sample: boolean | null
  fileEventId: string | null
  revokedAt: Date | null
  revokedReason: string | null
}

function papers(db: Database | Tx) {
  return db
    .selectFrom('paper')
    .innerJoin('paper_state as state', (j) =>
      j.onRef('state.unit_id', '=', 'paper.unit_id').onRef('state.id', '=', 'paper.id'),
    )
    .select([
      'paper.unit_id as unitId',
      'paper.id',
      'paper.kind',
      'paper.template',
      'paper.subject_kind as subjectKind',
      'paper.subject_id as subjectId',
      'paper.branch_id as branchId',
      'paper.issuer',
      'paper.title',
      'paper.number',
      'paper.recipient',
      'paper.day',
      'paper.code',
      'paper.facts',
      'paper.facts_sha256 as factsSha256',
      'paper.issued_at as issuedAt',
      'paper.audit_event_id as eventId',
      'state.status',
      'state.version',
      'state.round',
      'state.trouble',
      'state.file_sha256 as fileSha256',
      'state.file_bytes as fileBytes',
      'state.pages',
      'state.signed_at as signedAt',
      'state.signer',
      'state.sample',
      'state.file_event_id as fileEventId',
      'state.revoked_at as revokedAt',
      'state.revoked_reason as revokedReason',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof papers>['executeTakeFirstOrThrow']>>
const known = (row: Row): KnownPaper => ({ ...row, status: row.status as PaperStatus })

/** A paper of a unit. Out: null when there is none. */
export async function loadPaper(
  db: Database | Tx,
  unitId: string,
  id: string,
): Promise<KnownPaper | null> {
  const row = await papers(db)
    .where('paper.unit_id', '=', unitId)
    .where('paper.id', '=', id)
    .executeTakeFirst()
  return row ? known(row) : null
}

/** A paper by its id alone. In: `lock` keeps others from changing its state until the transaction ends. */
export async function findPaper(
  db: Database | Tx,
  id: string,
  lock = false,
): Promise<KnownPaper | null> {
  const query = papers(db).where('paper.id', '=', id)
  const row = await (lock ? query.forUpdate('state') : query).executeTakeFirst()
  return row ? known(row) : null
}

/** A paper by the code printed on it, as stored. */
export async function paperByCode(db: Database | Tx, code: string): Promise<KnownPaper | null> {
  const row = await papers(db).where('paper.code', '=', code).executeTakeFirst()
  return row ? known(row) : null
}

/** The papers of a subject in the order they were issued. */
export async function loadPapersOf(
  db: Database | Tx,
  subject: { kind: string; id: string; unitId: string },
): Promise<KnownPaper[]> {
  const rows = await papers(db)
    .where('paper.unit_id', '=', subject.unitId)
    .where('paper.subject_kind', '=', subject.kind)
    .where('paper.subject_id', '=', subject.id)
    .orderBy('paper.issued_at')
    .orderBy('paper.id')
    .execute()
  return rows.map(known)
}

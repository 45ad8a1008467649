import type { Database } from '#frame/db/connect.ts'
import type { Inspection } from './inspect.ts'

/**
 * A paper this house issued carries its ledger proof as an attachment, which no other PDF may. Brought
 * back as a document, its exact bytes are known and need no further check; printing it anew would lose
 * the signature. In: hash of the file and what the structure check said. Out: that, or acceptance.
 */
export async function unlessOwnPaper(
  db: Database,
  sha256: string,
  seen: Inspection,
): Promise<Inspection> {
  if (seen.ok || seen.kind !== 'pdf') return seen
  const own = await db
    .selectFrom('paper_state')
    .select('pages')
    .where('file_sha256', '=', sha256)
    .executeTakeFirst()
  if (!own) return seen
  return { ok: true, kind: 'pdf', facts: own.pages === null ? {} : { pages: own.pages } }
}

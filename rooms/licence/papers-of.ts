import type { Database } from '#frame/db/connect.ts'
import { papersAbout } from '#frame/papers/papers-about.ts'
import type { LicenceFacts } from './facts.ts'

/** The papers of a case, the newest last. */
export function papersOf(db: Database, { subject }: LicenceFacts) {
  return papersAbout(db, { unitId: subject.unitId!, subject: { kind: 'licence', id: subject.id } })
}

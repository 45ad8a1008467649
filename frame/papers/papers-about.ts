import type { Database } from '#frame/db/connect.ts'
import type { Day } from '#frame/calendar/day.ts'
import { loadPapersOf } from './load-paper.ts'
import type { PaperStatus } from './states.ts'

/** A paper as a case page lists it. */
export interface PaperAboutSubject {
  id: string
  kind: string
  title: string
  number: string
  day: Day
  status: PaperStatus
}

/**
 * The papers about a subject, the newest last, for the page of whoever may see the subject. In: the unit
 * and the subject.
 */
export async function papersAbout(
  db: Database,
  about: { unitId: string; subject: { kind: string; id: string } },
): Promise<PaperAboutSubject[]> {
  const papers = await loadPapersOf(db, { ...about.subject, unitId: about.unitId })
  return papers.map(({ id, kind, title, number, day, status }) => ({
    id,
    kind,
    title,
    number,
    day,
    status,
  }))
}

import type { Database, Tx } from '#frame/db/connect.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'

/** How people know one subject of a clock. */
export interface ClockAbout {
  /** Its number or name, nothing of its content: the system administrator sees it in the preview. */
  label: string
  /** The page that shows its clock. */
  path?: string
  /** Accounts that have it in hand now, besides those of `task_holder`; told of a moved date. */
  holders?: readonly string[]
}

/** What the calendar must know of a kind of subject that has clocks; each room declares its own. */
export interface ClockSubject {
  kind: string
  title: Words
  about(db: Database | Tx, unitId: string, subjectId: string): Promise<ClockAbout>
  /**
   * Job planned once when the intake ran out and the law accepted the case (行政许可法 32(4)); its data
   * is `{ unitId, subjectId }`. The room's job records the acceptance.
   */
  deemedJob?: string
}

const register = new Map<string, ClockSubject>()

/** Declares a kind of subject that has clocks. Errors: throws when the kind is declared twice. */
export function defineClockSubject(subject: ClockSubject): ClockSubject {
  if (register.has(subject.kind)) throw new Error(`clock subject ${subject.kind} is defined twice`)
  register.set(subject.kind, subject)
  return subject
}

/** The subject of a kind; undefined for one that no room has declared. */
export function clockSubject(kind: string): ClockSubject | undefined {
  return register.get(kind)
}

/** How people know a subject; its kind and the end of its id when no room has declared it. */
export async function aboutSubject(
  db: Database | Tx,
  { kind, unitId, subjectId }: { kind: string; unitId: string; subjectId: string },
): Promise<ClockAbout> {
  const known = register.get(kind)
  return known ? known.about(db, unitId, subjectId) : { label: `${kind} …${subjectId.slice(-6)}` }
}

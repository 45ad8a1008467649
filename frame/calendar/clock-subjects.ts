import type { Tx } from '#frame/db/connect.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'

/** What the calendar must know of a kind of subject that has clocks; each room declares its own. */
export interface ClockSubject {
  kind: string
  title: Words
  /** Accounts that have it in hand now, besides those of `task_holder`; they are told of a moved date. */
  holders?(tx: Tx, unitId: string, subjectId: string): Promise<readonly string[]>
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

import type { Day } from '#frame/calendar/day.ts'
import type { Database, Tx } from '#frame/db/connect.ts'
import type { Subject } from '#frame/kernel/act.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import type { Actor } from '#frame/people/actor.ts'
import type { FileKind } from './file-kind.ts'

/** A place for documents, as its room rules it for one person at this moment. */
export interface Slot {
  code: string
  title: Words
  /** Duty of the slot itself; null when the room's own. */
  duty: string | null
  /** Why it is asked for, or when not. */
  why?: Words
  required: boolean
  kinds: readonly FileKind[]
  /** Largest size of one file in bytes, and the duty it comes from (S2-161; C-29). */
  mostBytes: number
  mostDuty?: string
  /** How many files may stand side by side; 1: a new one is a new version of the old (S2-160; C-29). */
  mostFiles: number
  filesDuty?: string
  /** Why this person may not write here now, in words for him; empty when he may. */
  closed: readonly Reason[]
}

/** Who looks into the slots of one subject, and whether he is about to write. */
export interface SlotVisit {
  actor: Actor
  now: Date
  today: Day
  /** Lock the subject's row until the transaction ends: an upload and a submission must not cross. */
  lock: boolean
}

/** A subject with those of its slots that this person may see. */
export interface SlotHolder {
  subject: Subject
  slots: readonly Slot[]
  /** Which files of those slots he may see; without it all. In: slot code and version id. */
  sees?(file: { slot: string; id: string; version: number }): boolean
}

/** How a room opens the slots of its subjects. */
export interface SlotSource {
  /** Kind of subject, as in `Subject.kind`: 'licence'. */
  subject: string
  /** Out: null when there is no such subject or this person may not know of it. */
  open(db: Database | Tx, subjectId: string, visit: SlotVisit): Promise<SlotHolder | null>
}

const register = new Map<string, SlotSource>()

/**
 * Declares how a room opens its slots, once, when its module is loaded. Errors: throws when the kind of
 * subject is taken or unusable in an address.
 */
export function defineSlots(source: SlotSource): SlotSource {
  if (!/^[a-z][a-z-]*$/.test(source.subject))
    throw new Error(`${source.subject} is no subject kind`)
  if (register.has(source.subject)) throw new Error(`slots of ${source.subject} are defined twice`)
  register.set(source.subject, source)
  return source
}

/** The source for a kind of subject, or undefined. */
export function slotSourceOf(subject: string): SlotSource | undefined {
  return register.get(subject)
}

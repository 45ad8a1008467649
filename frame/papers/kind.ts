import type { z } from 'zod'
import type { Day } from '#frame/calendar/day.ts'
import type { Database } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { Actor } from '#frame/people/actor.ts'
import type { Role } from '#frame/people/roles.ts'

/** Whether an issued paper holds on a day, as the public page says it. */
export interface Standing {
  holds: boolean
  words: Words
  /** The day since which it does not hold, or from which it does. */
  since: Day | null
}

/** One fact of a paper as the public page shows it beside the paper. */
export interface ShownFact {
  label: Words
  value: string
}

/** An issued paper as its kind may be asked about it. */
export interface PaperAbout<F> {
  unitId: string
  subjectId: string
  day: Day
  facts: F
}

/** One kind of paper: what it says, how it looks, and what is said about it in public. */
export interface PaperKind<S extends z.core.$ZodType = z.core.$ZodType> {
  /** As `room.name`; also the name of its number series. */
  kind: string
  title: Words
  /** The title as printed, where it depends on the facts or on a setting (C-01); absent: title.zh. */
  printed?(facts: z.output<S>): string
  /** Absolute path of the Typst template. */
  template: string
  /** Raised whenever the template changes what is said; kept with each paper. */
  version: number
  /** Kind of the subject it belongs to. */
  subject: string
  /** Who may read it, as far as their role reaches: whoever may see the subject. */
  readers: readonly Role[]
  facts: S
  /** Its letters in the number: 特受 in 京关特受〔2026〕1号. */
  mark(facts: z.output<S>): string
  recipient(facts: z.output<S>): string
  /** What the public page repeats: no more personal data than who is addressed. */
  shown(facts: z.output<S>): ShownFact[]
  /** Called after somebody signed in opened the file: whoever must know that it arrived, records it. */
  opened?(house: House, paper: { unitId: string; subjectId: string }, by: Actor): Promise<void>
  /** Asked when somebody checks the paper; absent: it holds until revoked. */
  standing?(db: Database, paper: PaperAbout<z.output<S>>, today: Day): Promise<Standing>
}

// oxlint-disable-next-line typescript/no-explicit-any -- the register mixes kinds of different facts
type AnyKind = PaperKind<any>

const register = new Map<string, AnyKind>()

/**
 * Declares a kind of paper and enters it in the register of this process: whoever can issue it has
 * thereby also loaded its template. Errors: throws when the name is taken.
 */
export function definePaper<S extends z.core.$ZodType>(kind: PaperKind<S>): PaperKind<S> {
  if (register.has(kind.kind)) throw new Error(`paper ${kind.kind} is defined twice`)
  register.set(kind.kind, kind)
  return kind
}

/** The kind of a name. Errors: throws when this version knows none. */
export function paperKind(name: string): AnyKind {
  const kind = register.get(name)
  if (!kind) throw new Error(`no paper is called ${name}`)
  return kind
}

/** All kinds, for the filter of the register, by name. */
export function allPaperKinds(): AnyKind[] {
  return [...register.values()].toSorted((a, b) => (a.kind < b.kind ? -1 : 1))
}

/** The words of a kind, also of one that this version no longer has. */
export function kindWords(name: string): Words {
  return register.get(name)?.title ?? { zh: name, en: name }
}

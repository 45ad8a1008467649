import type { Day } from '#frame/calendar/day.ts'
import type { Facts, Subject } from '#frame/kernel/act.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { Coverage } from '#frame/papers/coverage.ts'
import type { CheckRow, RegistrationSubject, TypedField } from '#rooms/registration/public.ts'
import type { VisitStatus } from './states.ts'

/** A visit as the standard checks see it; it always belongs to a unit and a branch. */
export interface VisitSubject extends Subject {
  unitId: string
  branchId: string
  status: VisitStatus
}

/** A time that was booked; from and to in Beijing. */
export interface BookedTime {
  day: Day
  from: string
  to: string
}

/** One coming to the window, with the registration it is about. */
export interface VisitFacts extends Facts {
  subject: VisitSubject
  registration: RegistrationSubject
  day: Day
  /** Null for who came without a booking; times in Beijing. */
  from: string | null
  to: string | null
  walkIn: boolean
  /** The later time that was given up when somebody came before it; null for all others. */
  givenUp: BookedTime | null
  /** The rows as they were when it was finished; null before. */
  sheet: readonly CounterRow[] | null
}

/** A visit of a registration that is not over. */
export interface OpenVisit {
  id: string
  status: VisitStatus
  version: number
  day: Day
  from: string | null
  to: string | null
}

/** What a new visit knows: no subject yet, but whose it will be. */
export interface NewVisitFacts extends Facts {
  subject: null
  registration: RegistrationSubject
  open: OpenVisit | null
}

/** S2-025 what was said of one row of the sheet. */
export type TickOutcome = 'seen' | 'wanting'

export interface Tick {
  slot: string
  outcome: TickOutcome
  remark: string
  byName: string
  at: Date
  /** The copy it was compared with. */
  fileId: string | null
}

/** One row of the counter's sheet: a document, or the form as a whole. */
export type CounterRow = CheckRow

/** A visit with its sheet and what has been looked at so far. */
export interface CheckFacts extends VisitFacts {
  rows: readonly CounterRow[]
  /** What was typed; empty once the visit is over. */
  fields: readonly TypedField[]
  ticks: readonly Tick[]
  /** What the fonts of papers can draw: remarks are printed on the receipt. */
  coverage: Coverage
}

/** One thing that is wanting, as the unit reads it. */
export interface VisitRemark {
  /** 'slot.<code>', a field, 'form', or 'visit' for why it was stopped */
  at: string
  where: Words
  what: string
}

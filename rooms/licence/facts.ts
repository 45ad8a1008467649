import type { Facts, Subject } from '#frame/kernel/act.ts'
import type { FieldMark } from '#frame/kernel/field-changes.ts'
import type { StoredClock } from '#frame/calendar/clock-store.ts'
import type { Day } from '#frame/calendar/day.ts'
import type { SettingLookup } from '#frame/catalogue/setting.ts'
import type { Port } from '#frame/catalogue/read-bodies.ts'
import type { LabLevel } from '#frame/catalogue/laboratory.ts'
import type { Coverage } from '#frame/papers/coverage.ts'
import type { DeliveryWay } from './delivery-ways.ts'
import type { CaseForm } from './forms.ts'
import type { ItemLine } from './item-lines.ts'
import type { LicenceStatus } from './states.ts'

/** A laboratory of the unit as registered. */
export interface Laboratory {
  name: string
  level: LabLevel
  filingNo: string
  address: string
}

/** The applicant as registered. */
export interface Applicant {
  id: string
  /** C-42 a natural person is a unit of one. */
  kind: 'organisation' | 'person'
  nameZh: string
  address: string
  status: string
  /** S2-075 生产企业, 销售单位, 使用者: what the unit is registered as (C-41). */
  classes: readonly string[]
  branchId: string
  /** S2-081 whom customs may ask, as registered. */
  contact: { name: string; phone: string }
  laboratories: readonly Laboratory[]
}

/** One document in its slot: the current version. */
export interface CaseDocument {
  slot: string
  fileId: string
  name: string
  version: number
  /** False while a scanner that is switched on has not passed it. */
  usable: boolean
}

/** What the first reviewer proposed. */
export interface Proposal {
  conclusion: 'grant' | 'refuse'
  grade: string
  gradeReason: string
  opinion: string
  /** What a decision of refusal would say, where whoever proposes it has written it. */
  refusal?: RefusalText
}

/** What 《不予许可决定书》 says in an officer's own words. */
export interface RefusalText {
  facts: string
  reasons: string
  basis: string
}

/** C-36 a prohibition of law that the leader cleared by naming the exception. */
export interface Clearance {
  /** Code of the prohibition, and of its exception. */
  prohibition: string
  exception: string
  /** The documents on which it rests. */
  basis: string
  day: Day
}

/** 行政许可法 44 how a decision reached the applicant. */
export interface Delivery {
  way: DeliveryWay
  day: Day
  note: string
}

/** What was filed before, to tell what a corrected filing changed. */
export interface Filing {
  form: CaseForm
  lines: readonly ItemLine[]
  documents: readonly Pick<CaseDocument, 'slot' | 'fileId'>[]
}

/** Why the first review sent the case back to the window. */
export interface WindowReturn {
  why: string
  day: Day
}

/** The one-time correction notice: exactly these fields and slots are unlocked. */
export interface Correction {
  items: { at: string; what: string }[]
  answerBy: Day
  day: Day
}

/** A pathogen of the form with what the catalogue says of it. */
export interface NamedPathogen {
  id: string
  zh: string
  sci: string
  hazardClass: 1 | 2 | 3 | 4
  activity: string
  /** Level the activity needs; null where the catalogue gives none. */
  level: LabLevel | null
}

/** What every act of this room knows. */
export interface LicenceFacts extends Facts {
  subject: Subject & { status: LicenceStatus }
  number: string | null
  form: CaseForm
  /** Who last typed a field. */
  marks: Readonly<Record<string, FieldMark>>
  lines: readonly ItemLine[]
  documents: readonly CaseDocument[]
  unit: Applicant
  pathogens: readonly NamedPathogen[]
  /** Null before the first submission. */
  clock: StoredClock | null
  /** The day it counts as accepted from; null before acceptance. */
  acceptedDay: Day | null
  /** S2-156 the ports an application may name today. */
  ports: readonly Port[]
  proposal: Proposal | null
  correction: Correction | null
  firstReviewer: string | null
  filings: number
  /** The filing before the last one; null before the second. */
  previous: Filing | null
  /** The last filing; null before the first. */
  filed: Filing | null
  /** C-34 the rule set of the case; its law and grades. */
  ruleSet: string
  /** Dated settings in force on the day of the act. */
  settings: SettingLookup
  /** What the fonts of the papers can draw at the moment of the act. */
  coverage: Coverage
  /** C-24 how often the second review sent it back to the first. */
  returns: number
  /** C-24 how often the first review sent it back to the window. */
  windowReturns: number
  /** Null unless it lies at the window after a return. */
  windowReturn: WindowReturn | null
  clearances: readonly Clearance[]
  /** The clock of delivering what was decided; null before the decision. */
  deliveryClock: StoredClock | null
  delivery: Delivery | null
}

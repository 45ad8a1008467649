import type { Coverage } from '#frame/papers/coverage.ts'
import type { Day } from '#frame/calendar/day.ts'
import type { SettingLookup } from '#frame/catalogue/setting.ts'
import type { UnitIdentity } from '#frame/catalogue/unit-identity.ts'
import type { Facts, Subject } from '#frame/kernel/act.ts'
import type { FieldMark } from '#frame/kernel/field-changes.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { DocumentsInForce } from './documents.ts'
import type { RegistrationForm } from './forms.ts'
import type { RegistrationStatus, UnitStatus } from './states.ts'

/** S2-072 first registration, S2-131 its change, S2-139 another contact person. */
export type RegistrationKind = 'first' | 'change' | 'contact'

/** A unit with what is in force for it. */
export interface RegisteredUnit extends UnitIdentity {
  id: string
  kind: 'organisation' | 'person'
  nameZh: string
  status: UnitStatus
  version: number
  branch: { id: string; name: Words }
  /** S2-074, C-30 characters 9 to 17 of the code; null for a person. */
  orgCode: string | null
  /** 单位登记 in force; empty before the first one passed. */
  profile: RegistrationForm
  documents: DocumentsInForce
}

/** S2-134 变更前信息——变更后信息. */
export interface ChangeItem {
  /** A field of the form, or 'slot.<code>'. */
  field: string
  before: string
  after: string
}

/** Why a registration went back. */
export interface Remark {
  /** A field, 'slot.<code>', or 'form' for what was typed as a whole. */
  at: string
  what: string
}

/** A document that counts for a registration. */
export interface CountedDocument {
  slot: string
  fileId: string
  name: string
  version: number
  /** False while a scanner that is switched on has not passed it. */
  usable: boolean
  /** True where it is in force already and no new one was brought. */
  inForce: boolean
}

/** A registration as the standard checks see it. */
export interface RegistrationSubjectRow extends Subject {
  unitId: string
  branchId: string
  status: RegistrationStatus
}

/** What every act on a registration knows. */
export interface RegistrationFacts extends Facts {
  subject: RegistrationSubjectRow
  about: RegistrationKind
  number: string | null
  unit: RegisteredUnit
  /** The form as it would be in force: what is in force with what this registration changes. */
  form: RegistrationForm
  marks: Readonly<Record<string, FieldMark>>
  reason: string | null
  items: readonly ChangeItem[]
  remarks: readonly Remark[]
  submittedDay: Day | null
  handInBy: Day | null
  /** One for each slot that has any: the new one, else the one in force. */
  documents: readonly CountedDocument[]
  /** Dated settings in force on the day of the act. */
  settings: SettingLookup
  /** What the fonts of the papers draw. */
  coverage: Coverage
}

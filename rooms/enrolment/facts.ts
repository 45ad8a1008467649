import type { SettingLookup } from '#frame/catalogue/setting.ts'
import type { Area } from '#frame/catalogue/read-bodies.ts'
import type { PersonDocument } from '#frame/catalogue/unit-identity.ts'
import type { Facts, Subject } from '#frame/kernel/act.ts'
import type { EnrolmentForm, EnrolmentKind } from './forms.ts'
import type { EnrolmentStatus } from './states.ts'

/** A person's document as a request keeps it: sealed, with whether it passed its check. */
export interface TypedDocument extends PersonDocument {
  sound: boolean
}

/** Why something was returned or refused, at a field, 'slot.<code>' or 'form'. */
export interface Remark {
  at: string
  what: string
}

/** The document brought, with its current version. */
export interface BroughtDocument {
  slot: string
  fileId: string
  name: string
  /** False while a scanner that is switched on has not passed it. */
  usable: boolean
}

/** Who has the place of this unit or person already: how to join, without telling who it is. */
export interface Taken {
  by: 'account' | 'request'
  /** Name and phone of the contact, their middle hidden. */
  contact: string
  phone: string
}

/** The confirmation link that was sent last. */
export interface SentLink {
  sentAt: Date
  until: Date
}

/** The account made by the approval. */
export interface MadeAccount {
  id: string
  login: string
  status: string
}

/** What every act of this room knows. */
export interface EnrolmentFacts extends Facts {
  subject: Subject & { status: EnrolmentStatus }
  kind: EnrolmentKind
  /** Null until it was filed. */
  number: string | null
  form: EnrolmentForm
  document: TypedDocument | null
  /** The unit's code in its normal form, or the keyed hash of the person's document; null while unknown. */
  identity: string | null
  /** S2-067 the branch fixed by the approval. */
  branchId: string | null
  unitId: string | null
  remarks: readonly Remark[]
  brought: readonly BroughtDocument[]
  /** S2-023 */
  taken: Taken | null
  areas: readonly Area[]
  link: SentLink | null
  account: MadeAccount | null
  settings: SettingLookup
  filedAt: Date | null
  updatedAt: Date
}

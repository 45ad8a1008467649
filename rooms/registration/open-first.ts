import type { Tx } from '#frame/db/connect.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import type { RegistrationForm } from './forms.ts'

/** The unit whose account was confirmed, with what its request already said. */
export interface NewUnit {
  unitId: string
  branchId: string
  form: RegistrationForm
  /** Account that fills it in; null when nobody has yet. */
  accountId: string | null
}

/** What is needed of the context of the act that confirms the account. */
export type OpeningContext = Pick<SaveContext, 'now' | 'eventId'>

/**
 * S2-072 begins the first registration of a unit, prefilled from the request for its account, in the
 * transaction of the confirmation. Out: its id.
 */
export function openFirstRegistration(
  _tx: Tx,
  _unit: NewUnit,
  _ctx: OpeningContext,
): Promise<string> {
  return Promise.reject(new Error('to follow'))
}

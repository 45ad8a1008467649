import type { Tx } from '#frame/db/connect.ts'
import type { DecideContext } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { appendEvent } from '#frame/ledger/append.ts'
import type { RegistrationForm } from './forms.ts'
import { addRegistration } from './new-registration.ts'
import { move } from './states.ts'

/** The unit whose account was confirmed, with what its request already said. */
export interface NewUnit {
  unitId: string
  branchId: string
  form: RegistrationForm
  /** Account that fills it in; null when nobody has yet. */
  accountId: string | null
}

/** What is needed of the context of the act that confirms the account. */
export type OpeningContext = Pick<DecideContext, 'actor' | 'now'>

/**
 * S2-072 begins the first registration of a unit, prefilled from the request for its account, in the
 * transaction of the confirmation. Out: its id.
 */
export async function openFirstRegistration(
  tx: Tx,
  { unitId, branchId, form, accountId }: NewUnit,
  { actor, now }: OpeningContext,
): Promise<string> {
  const step = { actor, now, act: { name: 'registration.begin', move: move('begin') } }
  const eventId = newId()
  const reply = await addRegistration(
    tx,
    { unitId, branchId },
    { about: 'first', status: 'filling', form, createdBy: accountId },
    {},
    { ...step, eventId },
  )
  await appendEvent(tx, {
    id: eventId,
    at: now,
    actor,
    act: step.act.name,
    subject: { kind: 'registration', id: reply.id },
    unitId,
    body: { from: null, to: reply.status, version: reply.version },
  })
  return reply.id
}

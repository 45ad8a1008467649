import type { Day } from '#frame/calendar/day.ts'
import type { Tx } from '#frame/db/connect.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import { notify } from '#frame/notify/notify.ts'
import type { Role } from '#frame/people/roles.ts'
import type { RegistrationFacts, RegistrationKind } from './facts.ts'
import { kindWords } from './labels.ts'
import { submittedNotice, unitNotices, waitingNotice } from './notices.ts'
import { counterRoles } from './states.ts'

const keepers: readonly Role[] = ['customs-accounts']

/** A registration as a notice names it. */
export interface Told {
  id: string
  unitId: string
  branchId: string
  about: RegistrationKind
  number: string
  unitName: string
}

type Instant = Pick<SaveContext, 'now'>

/** What a notice says of a registration and where it leads. */
export const noticeOf = (told: Pick<Told, 'id' | 'unitId' | 'about' | 'number'>) => ({
  subject: { kind: 'registration', id: told.id, unitId: told.unitId },
  path: `/registration/${told.id}`,
  params: { number: told.number, what: kindWords[told.about] },
})

/** A registration that an act has loaded, as a notice names it. */
export function toldOf({ subject, about, number, unit }: RegistrationFacts): Told {
  const { id, unitId, branchId } = subject
  return { id, unitId, branchId, about, number: number ?? '', unitName: unit.nameZh }
}

/** Tells the account administrators of the branch that something waits for them. */
export async function tellKeepers(
  tx: Tx,
  told: Told,
  step: 'asked' | 'checked',
  { now }: Instant,
): Promise<void> {
  const { subject, path, params } = noticeOf(told)
  await notify(tx, {
    to: { roles: { anyOf: keepers, branchId: told.branchId } },
    kind: waitingNotice,
    params: { ...params, unit: told.unitName, step },
    subject,
    path,
    now,
  })
}

/** S2-024 tells the window that originals will be brought, and by when. */
export async function tellSubmitted(tx: Tx, told: Told, day: Day, { now }: Instant): Promise<void> {
  const { subject, path, params } = noticeOf(told)
  await notify(tx, {
    to: { roles: { anyOf: counterRoles, branchId: told.branchId } },
    kind: submittedNotice,
    params: { ...params, unit: told.unitName, day },
    subject,
    path,
    now,
  })
}

/** Tells the members of the unit, in-box and mail. In: what happened, and what the sentence needs. */
export async function tellUnit(
  tx: Tx,
  told: Pick<Told, 'id' | 'unitId' | 'about' | 'number'>,
  what: keyof typeof unitNotices,
  said: string | undefined,
  { now, key }: Instant & { key?: string },
): Promise<void> {
  const { subject, path, params } = noticeOf(told)
  await notify(tx, {
    to: { unitMembers: told.unitId },
    kind: unitNotices[what],
    params: said === undefined ? params : { ...params, said },
    subject,
    path,
    now,
    ...(key === undefined ? {} : { key }),
  })
}

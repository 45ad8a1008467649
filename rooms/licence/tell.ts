import type { Tx } from '#frame/db/connect.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import { notify } from '#frame/notify/notify.ts'
import type { Role } from '#frame/people/roles.ts'
import type { LicenceFacts } from './facts.ts'
import { filedNotice, waitingNotice, type acceptedNotice } from './notices.ts'

const pathOf = (facts: LicenceFacts) => `/licence/${facts.subject.id}`
const subjectOf = (facts: LicenceFacts) => ({
  kind: 'licence',
  id: facts.subject.id,
  unitId: facts.subject.unitId,
})

/** Tells the window of a filing. */
export async function tellWindow(
  tx: Tx,
  facts: LicenceFacts,
  number: string,
  ctx: SaveContext,
): Promise<void> {
  await notify(tx, {
    to: { roles: { anyOf: ['customs-window'], branchId: facts.subject.branchId } },
    kind: filedNotice,
    params: { number, unit: facts.unit.nameZh },
    subject: subjectOf(facts),
    path: pathOf(facts),
    now: ctx.now,
  })
}

/** Tells officers of a role that the case waits for them. In: the step's Chinese word. */
export async function tellOfficers(
  tx: Tx,
  facts: LicenceFacts,
  role: Role,
  step: string,
  ctx: SaveContext,
): Promise<void> {
  await notify(tx, {
    to: { roles: { anyOf: [role], branchId: facts.subject.branchId } },
    kind: waitingNotice,
    params: { number: facts.number ?? '', step },
    subject: subjectOf(facts),
    path: pathOf(facts),
    now: ctx.now,
  })
}

/** Tells the members of the applicant unit, in-box and mail. */
export async function tellUnit(
  tx: Tx,
  facts: LicenceFacts,
  kind: typeof acceptedNotice,
  words: string | undefined,
  ctx: SaveContext,
): Promise<void> {
  await notify(tx, {
    to: { unitMembers: facts.subject.unitId! },
    kind,
    params:
      words === undefined ? { number: facts.number ?? '' } : { number: facts.number ?? '', words },
    subject: subjectOf(facts),
    path: pathOf(facts),
    now: ctx.now,
  })
}

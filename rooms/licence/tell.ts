import type { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
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
    params: {
      number,
      unit: facts.unit.nameZh,
      days: facts.settings('licence.correction-notice-days'),
    },
    subject: subjectOf(facts),
    path: pathOf(facts),
    now: ctx.now,
  })
}

/** What a case waits for, as officers are told. */
export const waits = {
  first: { zh: '初审', en: 'first review' },
  second: { zh: '复核', en: 'second review' },
  returned: { zh: '初审（复核退回）', en: 'first review (sent back by the second)' },
  sentOn: { zh: '初审（受理环节转回）', en: 'first review (sent on by the window)' },
  window: { zh: '受理环节处理（初审退回）', en: 'the window (sent back by the first review)' },
  cleared: { zh: '继续办理（例外已指明）', en: 'you to go on (the exception was named)' },
} as const satisfies Record<string, Words>

/** Tells officers of a role that the case waits for them. In: the words of what it waits for. */
export async function tellOfficers(
  tx: Tx,
  facts: LicenceFacts,
  role: Role,
  step: Words,
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

/** Tells the members of the applicant unit, in-box and mail. In: what the notice names besides the number. */
export async function tellUnit(
  tx: Tx,
  facts: LicenceFacts,
  kind: typeof acceptedNotice,
  said: Omit<z.input<(typeof acceptedNotice)['params']>, 'number'>,
  ctx: SaveContext,
): Promise<void> {
  await notify(tx, {
    to: { unitMembers: facts.subject.unitId! },
    kind,
    params: { number: facts.number ?? '', ...said },
    subject: subjectOf(facts),
    path: pathOf(facts),
    now: ctx.now,
  })
}

import type { Tx } from '#frame/db/connect.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import { notify } from '#frame/notify/notify.ts'
import type { EnrolmentFacts } from './facts.ts'
import { filedNotice } from './notices.ts'
import { keepers } from './states.ts'
import { writeLetter } from './write-letter.ts'

/** S2-066 tells the account administrators; of every branch, since none is assigned yet. */
export async function tellKeepers(
  tx: Tx,
  { subject, number, form }: Pick<EnrolmentFacts, 'subject' | 'number' | 'form'>,
  again: boolean,
  { now }: SaveContext,
): Promise<void> {
  await notify(tx, {
    to: { roles: { anyOf: keepers } },
    kind: filedNotice,
    params: { number: number ?? '', who: form.nameZh ?? '', again },
    subject: { kind: 'enrolment', id: subject.id, unitId: null },
    path: `/enrolments/${subject.id}`,
    now,
  })
}

/** Plans the mail that tells the requester of a step. In: the step just written. */
export async function writeToRequester(
  { subject }: Pick<EnrolmentFacts, 'subject'>,
  step: string,
  ctx: SaveContext,
): Promise<void> {
  await ctx.plan(writeLetter.name, { enrolment: subject.id, step }, step)
}

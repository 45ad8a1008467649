import { z } from 'zod'
import { act, type DecideContext } from '#frame/kernel/act.ts'
import { granted, reason, type Reason } from '#frame/kernel/reason.ts'
import { load, onRequest, seen } from './act-parts.ts'
import type { EnrolmentFacts } from './facts.ts'
import { sendConfirmation } from './send-confirmation.ts'
import { move } from './states.ts'
import { enrolmentNotes } from './step-notes.ts'
import { moveEnrolment } from './write-enrolment.ts'

/** So long one waits for a mail before another is asked for. */
const pause = 5 * 60_000

/** S2-069 the link ran out or never arrived: another one, asked for by either side. */
export const sendAgainAct = act({
  name: 'enrolment.send-again',
  move: move('send-again'),
  input: z.strictObject(onRequest),
  seen,
  load,
  ready: (facts, ctx) => [...accountGone(facts), ...justSent(facts, ctx)],
  decide: () => granted(null),
  async save(tx, facts, _next, ctx) {
    const until = await sendConfirmation(tx, facts, facts.account!.id, ctx, { alsoSms: false })
    const note = enrolmentNotes.note('sent', { until })
    const { step: _step, ...reply } = await moveEnrolment(tx, facts, 'approved', {}, note, ctx)
    return reply
  },
})

function accountGone({ account }: EnrolmentFacts): Reason[] {
  if (account?.status === 'invited') return []
  return [
    reason(
      'S2-069',
      'account-gone',
      '这个账号已被停用或注销，不能再发确认链接。请联系海关账号管理岗。',
    ),
  ]
}

function justSent({ link }: EnrolmentFacts, { now }: DecideContext): Reason[] {
  if (!link || now.getTime() - link.sentAt.getTime() >= pause) return []
  return [
    reason(
      'S2-069',
      'just-sent',
      '确认链接刚刚发出，请先查收邮件（包括垃圾邮件），五分钟后仍未收到再重发。',
    ),
  ]
}

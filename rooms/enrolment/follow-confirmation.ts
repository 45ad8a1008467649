import { performWithin } from '#frame/kernel/perform.ts'
import { afterInvitation } from '#frame/people/sign-in/after-invitation.ts'
import { confirmAct } from './confirm.ts'
import { enrolmentLife } from './states.ts'

// S2-071 whoever accepts the account that a request was approved for confirms the request with it
afterInvitation(async (tx, { accountId, actor, now, requestId }) => {
  const request = await tx
    .selectFrom('enrolment')
    .select('id')
    .where('account_id', '=', accountId)
    .where('status', '=', 'approved')
    .executeTakeFirst()
  if (request)
    await performWithin(tx, now, confirmAct, request, { actor, requestId }, enrolmentLife)
})

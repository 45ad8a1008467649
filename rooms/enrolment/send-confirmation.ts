import type { Tx } from '#frame/db/connect.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import { accountConfirm, accountRegistered } from '#frame/notify/account-notices.ts'
import { notify } from '#frame/notify/notify.ts'
import { beijingMinute, makeLink } from '#frame/people/sign-in/links.ts'
import type { EnrolmentFacts } from './facts.ts'

/**
 * S2-069 makes a fresh confirmation link and mails it to the account's mailbox; an earlier one ends. S2-070
 * a short message tells the phone, with the approval only. Out: until when the link is good, in words.
 */
export async function sendConfirmation(
  tx: Tx,
  { form, settings }: Pick<EnrolmentFacts, 'form' | 'settings'>,
  accountId: string,
  { actor, now }: Pick<SaveContext, 'actor' | 'now'>,
  { alsoSms }: { alsoSms: boolean },
): Promise<string> {
  const link = await makeLink(tx, {
    kind: 'confirm',
    accountId,
    minutes: settings('registration.link-hours') * 60,
    createdBy: actor.accountId,
    now,
  })
  const until = beijingMinute(link.until)
  const to = { accountIds: [accountId] }
  await notify(tx, { to, kind: accountConfirm, params: { until }, path: link.path, now })
  if (alsoSms)
    await notify(tx, { to, kind: accountRegistered, params: { unit: form.nameZh ?? '' }, now })
  return until
}

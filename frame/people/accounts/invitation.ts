import type { Tx } from '#frame/db/connect.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import { accountInvited } from '#frame/notify/account-notices.ts'
import { notify } from '#frame/notify/notify.ts'
import { beijingMinute, makeLink } from '../sign-in/links.ts'
import { readSignInSettings } from '../sign-in/settings.ts'

/** S2-069 makes a fresh invitation link and mails it; an earlier one ends. */
export async function sendInvitation(
  tx: Tx,
  to: { accountId: string; role: Words },
  { actor, now, today }: Pick<SaveContext, 'actor' | 'now' | 'today'>,
): Promise<void> {
  const { inviteDays } = await readSignInSettings(tx, today)
  const link = await makeLink(tx, {
    kind: 'invite',
    accountId: to.accountId,
    minutes: inviteDays * 24 * 60,
    createdBy: actor.accountId,
    now,
  })
  await notify(tx, {
    to: { accountIds: [to.accountId] },
    kind: accountInvited,
    params: {
      until: beijingMinute(link.until),
      role: { zh: to.role.zh, en: to.role.en },
    },
    path: link.path,
    now,
  })
}

import type { Tx } from '#frame/db/connect.ts'
import type { House } from '#frame/house.ts'
import { newId } from '#frame/kernel/id.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'
import { appendEvent } from '#frame/ledger/append.ts'
import { notify } from '#frame/notify/notify.ts'
import { setMailbox } from '../accounts/set-mailbox.ts'
import type { Actor } from '../actor.ts'
import { foundAdministrator } from '../found-administrator.ts'
import { passwordChanged } from '../notices.ts'
import { followInvitation } from './after-invitation.ts'
import { clearAttempts, loginKey, ownKey } from './attempts.ts'
import { isInvitation, type LinkKind } from './link-kinds.ts'
import { forgetDevices } from './devices.ts'
import { takeLink, type FoundLink } from './links.ts'
import { logSignIn, type Caller } from './log.ts'
import { setPassword } from './passwords.ts'
import { endSessionsOf } from './sessions.ts'
import { signInSettings } from './settings.ts'

/** What a person types behind a link; which parts are needed follows from the link's kind. */
export interface LinkAnswer {
  token: string
  password?: string
  /** The first administrator names himself. */
  person?: { login: string; name: string; mailbox: string }
}

/**
 * Uses a link from a mail, once: accepts an invitation, resets a password, confirms a mailbox, or makes the
 * first administrator. Out: the account, the kind and the sign-in name to go on with.
 * Errors: Refused when the link is dead or the password breaks a rule; the link then stays good.
 */
export async function useLink(
  house: House,
  answer: LinkAnswer,
  caller: Caller,
): Promise<{ accountId: string; kind: LinkKind; login: string }> {
  const now = house.clock.now()
  return house.db.transaction().execute(async (tx) => {
    const link = await takeLink(tx, answer.token, now)
    const accountId = await ownerOf(tx, link, answer, now)
    const before = await tx
      .selectFrom('account')
      .select(['name', 'login', 'mailbox'])
      .where('id', '=', accountId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const actor: Actor = { kind: 'person', accountId, name: before.name, grants: [] }
    const eventId = newId()
    if (link.kind === 'mailbox') await confirmMailbox(tx, accountId, link, before, { eventId, now })
    else await newPassword(house, tx, accountId, answer.password, now)
    if (isInvitation(link.kind))
      await tx
        .updateTable('account')
        .set((e) => ({
          status: 'active',
          version: e('version', '+', 1),
          audit_event_id: eventId,
        }))
        .where('id', '=', accountId)
        .where('status', '=', 'invited')
        .execute()
    if (link.kind === 'reset') await afterReset(tx, accountId, before.login, now)
    await logSignIn(tx, 'link-used', { accountId }, caller, now)
    await appendEvent(tx, {
      id: eventId,
      at: now,
      actor,
      act: `account.${acts[link.kind]}`,
      subject: { kind: 'account', id: accountId },
      unitId: null,
      body: { requestId: caller.requestId, link: link.id },
    })
    if (isInvitation(link.kind))
      await followInvitation(tx, { accountId, actor, now, requestId: caller.requestId })
    return { accountId, kind: link.kind, login: before.login }
  })
}

const acts: Record<LinkKind, string> = {
  invite: 'accept-invitation',
  confirm: 'accept-invitation',
  reset: 'reset-password',
  mailbox: 'confirm-mailbox',
  first: 'found',
}

async function ownerOf(tx: Tx, link: FoundLink, answer: LinkAnswer, now: Date): Promise<string> {
  if (link.accountId !== null) return link.accountId
  if (!answer.person) throw missing('person', '请填写登录名、姓名和邮箱。')
  return foundAdministrator(tx, answer.person, now)
}

async function newPassword(
  house: House,
  tx: Tx,
  accountId: string,
  password: string | undefined,
  now: Date,
): Promise<void> {
  if (password === undefined) throw missing('password', '请设置密码。')
  await setPassword(tx, { accountId, password, now }, await signInSettings(house))
}

async function afterReset(tx: Tx, accountId: string, login: string, now: Date): Promise<void> {
  // Whoever knew the old password is out everywhere; a lock that guesses brought about is opened. That of
  // the second factor stays: a mailbox alone must not buy more tries at codes.
  await endSessionsOf(tx, accountId)
  await clearAttempts(tx, loginKey(login))
  await clearAttempts(tx, ownKey(accountId))
  await forgetDevices(tx, accountId)
  await notify(tx, { to: { accountIds: [accountId] }, kind: passwordChanged, params: {}, now })
}

async function confirmMailbox(
  tx: Tx,
  accountId: string,
  { mailbox }: FoundLink,
  before: { login: string; mailbox: string },
  at: { eventId: string; now: Date },
): Promise<void> {
  if (!mailbox) throw new Error('a mailbox link without a mailbox')
  await setMailbox(tx, { ...before, id: accountId }, mailbox, at)
}

const missing = (at: string, message: string) =>
  new Refused('invalid', [reason(null, 'missing', message, at)])

import { sql } from 'kysely'
import { z } from 'zod'
import { mobileField } from '#frame/catalogue/codes/fields.ts'
import type { Tx } from '#frame/db/connect.ts'
import { act, type SaveContext } from '#frame/kernel/act.ts'
import { absent, decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { personal } from '#frame/ledger/personal.ts'
import { mailboxChange } from '#frame/notify/account-notices.ts'
import { notify } from '#frame/notify/notify.ts'
import { proposeMailbox } from '../proposals/propose-mailbox.ts'
import { roles } from '../roles.ts'
import { beijingMinute, makeLink } from '../sign-in/links.ts'
import { readSignInSettings } from '../sign-in/settings.ts'
import { loadAccount, loadAccountFor, type AccountFacts } from './facts.ts'
import { changeForm, mailboxField, onRow, seen } from './forms.ts'
import { sendInvitation } from './invitation.ts'
import { accountMove } from './states.ts'

const changeInput = z.strictObject({ ...onRow, ...changeForm.shape })
type ChangeInput = z.output<typeof changeInput>

interface ChangeFacts extends AccountFacts {
  loginTaken: boolean
}

/**
 * S2-068 an account keeper corrects sign-in name, name, mailbox or phone; the person himself cannot. Another
 * mailbox of an account in use waits for a second person.
 */
export const changeAccount = act<ChangeFacts, ChangeInput, ChangeInput>({
  name: 'account.change',
  move: accountMove('account.change'),
  input: changeInput,
  seen,
  async load(tx, input, ctx) {
    const facts = await loadAccountFor(tx, input.id, ctx)
    const taken = await tx
      .selectFrom('account')
      .select('id')
      .where(sql`lower(login)`, '=', input.login)
      .where('id', '<>', input.id)
      .executeTakeFirst()
    return { ...facts, loginTaken: taken !== undefined }
  },
  decide({ loginTaken }, input) {
    const reasons: Reason[] = loginTaken
      ? [reason('S2-068', 'login-taken', `登录名“${input.login}”已有人使用，请换一个。`, 'login')]
      : []
    return decided(reasons, () => input)
  },
  async save(tx, facts, next, ctx) {
    const { subject, login } = facts
    const { name, mailbox, phone } = next
    const invited = subject.status === 'invited'
    const row = await tx
      .updateTable('account')
      .set({
        login: next.login,
        name,
        phone,
        // Nobody has used an invited account yet: its mailbox is simply corrected.
        ...(invited ? { mailbox } : {}),
        version: sql<number>`version + 1`,
        audit_event_id: ctx.eventId,
      })
      .where('id', '=', subject.id)
      .returning('version')
      .executeTakeFirstOrThrow()
    ctx.record({
      login: { from: login, to: next.login },
      name: personal(name),
      reason: next.reason,
    })
    if (mailbox !== facts.mailbox) {
      if (invited) await inviteAt(tx, facts, mailbox, ctx)
      else await proposeMailbox(tx, subject.id, next, ctx)
    }
    return { id: subject.id, status: subject.status, version: row.version }
  },
})

/** Who is invited gets the link at the corrected mailbox, and the one sent to the wrong one ends. */
async function inviteAt(
  tx: Tx,
  { subject, grants, proposed }: AccountFacts,
  mailbox: string,
  ctx: SaveContext,
): Promise<void> {
  const role = roles[grants[0]?.role ?? proposed[0] ?? 'self']
  await sendInvitation(tx, { accountId: subject.id, role }, ctx)
  ctx.record({ mailbox: personal(mailbox) })
}

const contactInput = z.strictObject({
  mailbox: mailboxField,
  phone: mobileField.nullable(),
})
type ContactInput = z.output<typeof contactInput>

/** One's own mailbox and phone. A new mailbox counts only once its link has been opened. */
export const changeContact = act<AccountFacts, ContactInput, ContactInput>({
  name: 'account.change-contact',
  move: accountMove('account.change-contact'),
  input: contactInput,
  load(tx, _input, { actor, today }) {
    if (actor.accountId === null) throw absent()
    return loadAccount(tx, actor.accountId, today)
  },
  decide: (_facts, input) => decided([], () => input),
  async save(tx, { subject, mailbox }, next, ctx) {
    const row = await tx
      .updateTable('account')
      .set({ phone: next.phone, version: sql<number>`version + 1`, audit_event_id: ctx.eventId })
      .where('id', '=', subject.id)
      .returning('version')
      .executeTakeFirstOrThrow()
    if (next.mailbox !== mailbox) {
      const { resetMinutes } = await readSignInSettings(tx, ctx.today)
      const link = await makeLink(tx, {
        kind: 'mailbox',
        accountId: subject.id,
        mailbox: next.mailbox,
        minutes: resetMinutes,
        createdBy: subject.id,
        now: ctx.now,
      })
      await notify(tx, {
        to: { mailbox: { address: next.mailbox } },
        kind: mailboxChange,
        params: { until: beijingMinute(link.until) },
        path: link.path,
        now: ctx.now,
      })
      ctx.record({ mailboxAsked: personal(next.mailbox) })
    }
    return { id: subject.id, status: subject.status, version: row.version }
  },
})

import { sql } from 'kysely'
import { act, type Facts } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { personal } from '#frame/ledger/personal.ts'
import { addAccount } from '../add-account.ts'
import { roles } from '../roles.ts'
import { branchOf } from './facts.ts'
import { inviteForm, type InviteForm } from './forms.ts'
import { writeGrant } from '../grants/grant-role.ts'
import { sendInvitation } from './invitation.ts'
import { otherLoginsOf, strictLogin } from './one-login.ts'
import { granterReasons, oneLoginReasons, scopeReasons } from './rules.ts'
import { accountMove } from './states.ts'
import { mayBeConfirmed } from '../grants/second-person.ts'

interface InviteFacts extends Facts {
  subject: null
  loginTaken: boolean
  otherLogins: number
  oneLoginPerUnit: boolean
  confirmable: boolean
}

/** S2-066, S2-068, S2-069 a person is invited with a sign-in name and a first role; the link goes by mail. */
export const invite = act<InviteFacts, InviteForm, InviteForm>({
  name: 'account.invite',
  move: accountMove('account.invite'),
  input: inviteForm,
  async load(tx, { login, grant }, { actor, today }) {
    const taken = await tx
      .selectFrom('account')
      .select('id')
      .where(sql`lower(login)`, '=', login)
      .executeTakeFirst()
    const { unitId } = grant
    return {
      subject: null,
      owner: { unitId, branchId: unitId ? await branchOf(tx, unitId) : null },
      loginTaken: taken !== undefined,
      otherLogins: unitId ? await otherLoginsOf(tx, unitId, null, today) : 0,
      oneLoginPerUnit: await strictLogin(tx, today),
      confirmable: await mayBeConfirmed(tx, actor, null, today),
    }
  },
  decide(facts, input, { actor }) {
    const reasons: Reason[] = [
      ...granterReasons(actor, input.grant, null),
      ...scopeReasons(input.grant),
      ...oneLoginReasons(facts.oneLoginPerUnit, facts.otherLogins),
    ]
    if (facts.loginTaken)
      reasons.push(
        reason('S2-068', 'login-taken', `登录名“${input.login}”已有人使用，请换一个。`, 'login'),
      )
    return decided(reasons, () => input)
  },
  async save(tx, facts, next, ctx) {
    const id = await addAccount(tx, { ...next, status: 'invited' }, ctx)
    const given = await writeGrant(tx, id, next.grant, next.reason, facts.confirmable, ctx)
    await sendInvitation(tx, { accountId: id, role: roles[next.grant.role] }, ctx)
    ctx.record({
      login: next.login,
      name: personal(next.name),
      mailbox: personal(next.mailbox),
      role: next.grant.role,
      grant: given,
      reason: next.reason,
    })
    return { id, status: 'invited', version: 1 }
  },
})

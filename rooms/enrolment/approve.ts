import { sql } from 'kysely'
import { z } from 'zod'
import { branchChoices, type BranchChoice } from '#frame/catalogue/read-bodies.ts'
import type { Tx } from '#frame/db/connect.ts'
import { act, type DecideContext } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { personal } from '#frame/ledger/personal.ts'
import { loginField } from '#frame/people/accounts/forms.ts'
import { load, onRequest, seen } from './act-parts.ts'
import type { EnrolmentFacts } from './facts.ts'
import { makeAccount } from './make-account.ts'
import { makeUnit } from './make-unit.ts'
import { loginTakenReason, takenReason } from './rules.ts'
import { sendConfirmation } from './send-confirmation.ts'
import { move } from './states.ts'
import { enrolmentNotes } from './step-notes.ts'
import { moveEnrolment } from './write-enrolment.ts'

interface ApproveFacts extends EnrolmentFacts {
  branches: readonly BranchChoice[]
  loginTaken: boolean
}

interface ApproveInput {
  id: string
  version: number
  branchId: string
  login: string
}

interface Approved {
  branch: BranchChoice
  login: string
}

/** What the screen asks of an approval beforehand. */
export const approvable = (facts: EnrolmentFacts): Reason[] => [
  ...accountThere(facts),
  ...(facts.kind === 'person' && facts.identity === null ? [unknownPerson] : []),
]

/**
 * S2-066 the account is granted: unit and account are made, the link goes to the mailbox (S2-069) and a short
 * message to the phone (S2-070).
 */
export const approveAct = act<ApproveFacts, ApproveInput, Approved>({
  name: 'enrolment.approve',
  move: move('approve'),
  input: z.strictObject({
    ...onRequest,
    // S2-067 which branch supervises the unit
    branchId: z.uuid('请选择监管的分支机构'),
    // S2-068 under which name it signs in
    login: loginField,
  }),
  seen,
  load: loadForApproval,
  ready: approvable,
  decide(facts, { branchId, login }) {
    const branch = facts.branches.find((b) => b.id === branchId)
    return decided([...branchReasons(branch), ...loginReasons(facts, login)], () => ({
      branch: branch!,
      login,
    }))
  },
  async save(tx, facts, { branch, login }, ctx) {
    const unitId = await makeUnit(tx, facts, branch.id, ctx)
    const accountId = await makeAccount(tx, facts, { unitId, login }, ctx)
    await sendConfirmation(tx, facts, accountId, ctx, { alsoSms: true })
    const changes = {
      branch_id: branch.id,
      login,
      unit_id: unitId,
      account_id: accountId,
      settled_by: ctx.actor.accountId,
      settled_at: ctx.now,
    }
    const { zh, en } = branch.name
    const note = enrolmentNotes.note('approved', { branchZh: zh, branchEn: en, login })
    const { step: _step, ...reply } = await moveEnrolment(tx, facts, 'approved', changes, note, ctx)
    ctx.record({
      unit: unitId,
      branch: branch.id,
      login,
      account: accountId,
      mailbox: personal(facts.form.mailbox ?? ''),
    })
    return reply
  },
})

async function loadForApproval(
  tx: Tx,
  input: ApproveInput,
  ctx: DecideContext,
): Promise<ApproveFacts> {
  const facts = await load(tx, input, ctx)
  const taken = await tx
    .selectFrom('account')
    .select('id')
    .where(sql`lower(login)`, '=', input.login)
    .executeTakeFirst()
  const branches = await branchChoices(tx, ctx.today)
  return { ...facts, branches, loginTaken: taken !== undefined }
}

/** S2-023 one account for one unit or person. */
function accountThere({ kind, taken }: EnrolmentFacts): Reason[] {
  if (taken?.by !== 'account') return []
  if (kind === 'organisation') return [takenReason(taken)]
  return [
    reason(
      'S2-023',
      'taken',
      '这位自然人已有账号，一人只能有一个账号。请以“已有账号，请用原登录名登录或重设密码”为由不予通过。',
    ),
  ]
}

const unknownPerson = reason(
  'S2-125',
  'document-number',
  '证件号码没有通过核对，不能据此开通账号。请退回修改。',
  'documentNumber',
)

function branchReasons(branch: BranchChoice | undefined): Reason[] {
  if (branch) return []
  return [
    reason(
      'S2-067',
      'no-such-branch',
      '所选的分支机构不在名单中或已停用，请重新选择。',
      'branchId',
    ),
  ]
}

function loginReasons({ loginTaken }: ApproveFacts, login: string): Reason[] {
  return loginTaken ? [loginTakenReason(login)] : []
}

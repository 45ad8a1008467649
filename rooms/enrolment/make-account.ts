import type { Tx } from '#frame/db/connect.ts'
import type { SaveContext } from '#frame/kernel/act.ts'
import { addAccount, addRoleGrant } from '#frame/people/add-account.ts'
import { closeGrant } from '#frame/people/grants/end-role.ts'
import type { EnrolmentFacts } from './facts.ts'
import { loginTakenReason } from './rules.ts'
import { orRefused } from './unique.ts'

/** S2-068 the account of the unit's contact person, or of the natural person; it waits for its confirmation. */
export async function makeAccount(
  tx: Tx,
  { kind, form, number }: EnrolmentFacts,
  { unitId, login }: { unitId: string; login: string },
  ctx: SaveContext,
): Promise<string> {
  const name = (kind === 'person' ? form.nameZh : form.contact) ?? ''
  const account = {
    login,
    name,
    mailbox: form.mailbox ?? '',
    phone: form.mobile ?? null,
    language: form.language ?? 'zh',
    status: 'invited',
  } as const
  const id = await orRefused(addAccount(tx, account, ctx), loginTakenReason(login))
  await addRoleGrant(
    tx,
    id,
    { role: 'unit-operator', unitId, reason: `账号注册 ${number ?? ''}` },
    { now: ctx.now, grantedBy: ctx.actor.accountId, eventId: ctx.eventId },
  )
  return id
}

/** Ends an account that nobody ever confirmed: its role, its links and itself. */
export async function endUnconfirmed(tx: Tx, accountId: string, ctx: SaveContext): Promise<void> {
  const grants = await tx
    .selectFrom('role_grant')
    .select('id')
    .where('account_id', '=', accountId)
    .execute()
  const end = { by: null, at: ctx.now, reason: '账号逾期没有确认' }
  for (const { id } of grants) await closeGrant(tx, id, end)
  await tx
    .deleteFrom('mail_link')
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute()
  await tx
    .updateTable('account')
    .set((e) => ({
      status: 'ended',
      version: e('version', '+', 1),
      audit_event_id: ctx.eventId,
    }))
    .where('id', '=', accountId)
    .where('status', '=', 'invited')
    .execute()
}

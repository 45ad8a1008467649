import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import { act, type Facts, type Subject } from '#frame/kernel/act.ts'
import { absent, decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { notify } from '#frame/notify/notify.ts'
import { loadActor } from '../load-actor.ts'
import type { Actor } from '../actor.ts'
import { taskHandedOver } from '../notices.ts'
import { reachOf, within } from '../policy.ts'
import { isRole, roles, roleCodes, type Role } from '../roles.ts'
import { reasonField } from '../accounts/forms.ts'
import { grantMove } from './states.ts'

const handOverInput = z.strictObject({
  unitId: z.uuid(),
  kind: z.string().min(1).max(60),
  id: z.uuid(),
  role: z.enum(roleCodes as [Role, ...Role[]]),
  toId: z.uuid('请选择接办的同事。'),
  version: z.int().positive(),
  reason: reasonField,
})
type HandOverInput = z.output<typeof handOverInput>

interface TaskFacts extends Facts {
  subject: Subject
  role: Role
  from: string
  /** The colleague with the roles of today; null when the account is not in use. */
  to: Actor | null
}

/** A case or task goes to a colleague who holds the role and reaches it; it is never with two at once. */
export const handOver = act<TaskFacts, HandOverInput, HandOverInput>({
  name: 'task.hand-over',
  move: grantMove('task.hand-over'),
  input: handOverInput,
  seen: (input) => input.version,
  async load(tx, input, { actor, today }) {
    const row = await tx
      .selectFrom('task_holder')
      .selectAll()
      .where('unit_id', '=', input.unitId)
      .where('subject_kind', '=', input.kind)
      .where('subject_id', '=', input.id)
      .where('role', '=', input.role)
      .forUpdate()
      .executeTakeFirst()
    if (!row || !isRole(row.role)) throw absent()
    const owner = {
      unitId: row.unit_id,
      branchId: row.branch_id,
      agencyId: row.agency_id,
      accountId: row.account_id,
    }
    // Colleagues of that role know of the work, others do not learn whether there is any.
    const knowing = [...grantMove('task.hand-over').who, row.role]
    if (!within(reachOf(actor, knowing), owner)) throw absent()
    return {
      subject: {
        kind: 'task',
        id: row.subject_id,
        ...owner,
        status: 'held',
        version: row.version,
      },
      role: row.role,
      from: row.account_id,
      to: await loadActor(tx, input.toId, today),
    }
  },
  decide({ subject, role, from, to }, input) {
    const reasons: Reason[] = []
    const no = (code: string, message: string) => reasons.push(reason(null, code, message, 'toId'))
    if (input.toId === from) no('same-person', '这件业务已在这位同事手中。请另选一位。')
    if (!to) no('not-active', '这位同事的账号不在用。请另选一位。')
    else if (!within(reachOf(to, [role]), { ...subject, accountId: null }))
      no(
        'not-able',
        `这位同事没有办理此件的“${roles[role].zh}”岗位。请另选一位，或请安全管理员授予岗位。`,
      )
    return decided(reasons, () => input)
  },
  async save(tx, facts, next, ctx) {
    const { version } = await tx
      .updateTable('task_holder')
      .set({
        account_id: next.toId,
        since: ctx.now,
        given_by: ctx.actor.accountId,
        reason: next.reason,
        version: sql<number>`version + 1`,
      })
      .where('unit_id', '=', next.unitId)
      .where('subject_kind', '=', next.kind)
      .where('subject_id', '=', next.id)
      .where('role', '=', next.role)
      .returning('version')
      .executeTakeFirstOrThrow()
    await tell(tx, next.toId, ctx.actor.name, ctx.now)
    ctx.record({
      of: next.kind,
      role: next.role,
      from: facts.from,
      to: next.toId,
      reason: next.reason,
    })
    return { id: next.id, status: 'held', version }
  },
})

async function tell(tx: Tx, toId: string, from: string, now: Date): Promise<void> {
  await notify(tx, {
    to: { accountIds: [toId] },
    kind: taskHandedOver,
    params: { from, count: 1 },
    path: '/workbench',
    now,
  })
}

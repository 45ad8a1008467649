import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#frame/db/connect.ts'
import { act, type Facts, type SaveContext, type Subject } from '#frame/kernel/act.ts'
import { absent, decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { notify } from '#frame/notify/notify.ts'
import { loadActor } from '../load-actor.ts'
import type { Actor } from '../actor.ts'
import { heldKind, type HandedOver, type HeldStand } from './held-kinds.ts'
import { taskHandedOver } from '../notices.ts'
import { reachOf, within } from '../policy.ts'
import { isRole, roles, roleCodes, type Role } from '../roles.ts'
import { reasonField } from '../accounts/forms.ts'
import { handOverMove } from './states.ts'

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

/** What the screen knows of a task before a colleague is chosen. */
export interface HeldFacts extends Facts {
  subject: Subject
  role: Role
  from: string
  /** Null for a kind of which no room says more. */
  stand: HeldStand | null
}

interface TaskFacts extends HeldFacts {
  /** The colleague with the roles of today; null when the account is not in use. */
  to: Actor | null
}

/** A case or task goes to a colleague who holds the role and reaches it; it is never with two at once. */
export const handOver = act<TaskFacts, HandOverInput, HandOverInput>({
  name: 'task.hand-over',
  move: handOverMove,
  input: handOverInput,
  seen: (input) => input.version,
  async load(tx, input, { actor, today }) {
    // The case first, as its own acts do, so that the two never wait for each other crosswise.
    const kind = heldKind(input.kind)
    const stand = (await kind?.look(tx, input, true)) ?? null
    if (kind && !stand) throw absent()
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
    const knowing = [...handOverMove.who, row.role]
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
      stand,
      to: await loadActor(tx, input.toId, today),
    }
  },
  ready: nothingAhead,
  decide({ subject, role, from, stand, to }, input) {
    const reasons: Reason[] = []
    const no = (code: string, message: string) => reasons.push(reason(null, code, message, 'toId'))
    if (input.toId === from) no('same-person', '这件业务已在这位同事手中。请另选一位。')
    if (!to) no('not-active', '这位同事的账号不在用。请另选一位。')
    else if (!within(reachOf(to, [role]), { ...subject, accountId: null }))
      no(
        'not-able',
        `这位同事没有办理此件的“${roles[role].zh}”岗位。请另选一位，或请安全管理员授予岗位。`,
      )
    if (stand?.barred(role).includes(input.toId))
      no('four-eyes', '这位同事办理了此件的前一环节，按规定须由另一人办理。请另选一位。')
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
    const { unitId, id, role, toId: to, reason: why } = next
    const handed: HandedOver = { unitId, id, role, from: facts.from, to, reason: why }
    await heldKind(next.kind)?.note(tx, handed, ctx)
    await tell(tx, facts, handed, ctx)
    ctx.record({ of: next.kind, role, from: facts.from, to, reason: why })
    return { id, status: 'held', version }
  },
})

/** What is decided needs nobody any more; the page then offers no hand-over either. */
function nothingAhead({ role, stand }: HeldFacts): Reason[] {
  if (!stand || stand.ahead(role)) return []
  return [
    reason(
      null,
      'nothing-ahead',
      `“${roles[role].zh}”在这件业务中没有要办的步骤了，不必转交。请刷新页面查看现在的状态。`,
    ),
  ]
}

async function tell(tx: Tx, facts: TaskFacts, handed: HandedOver, ctx: SaveContext): Promise<void> {
  const { stand } = facts
  await notify(tx, {
    to: { accountIds: [handed.to] },
    kind: taskHandedOver,
    params: {
      from: ctx.actor.name,
      count: 1,
      ...(stand ? { label: stand.label, reason: handed.reason } : {}),
    },
    path: stand?.path ?? '/workbench',
    now: ctx.now,
  })
}

import type { z } from 'zod'
import type { Database } from '#frame/db/connect.ts'
import type { DecideContext, Subject } from '#frame/kernel/act.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import { accountNames } from '../accounts/names.ts'
import type { HeldStand } from './held-kinds.ts'
import type { Role } from '../roles.ts'
import { isRole, roleWords } from '../roles.ts'
import type { taskLine } from './views.ts'
import { handOver } from './hand-over.ts'
import { taskLife } from './states.ts'

type Task = z.input<typeof taskLine>

/**
 * Who has a subject in hand, per role, for the page of officers who may see it. In: the subject, how it
 * stands, and the roles in the order in which they come up. Out: a line for each role that somebody holds
 * or whose turn it is, with the act that hands it over where this reader may and something is left to do.
 */
export async function tasksOf(
  db: Database,
  subject: Subject,
  stand: HeldStand,
  order: readonly { role: Role; turn: boolean }[],
  ctx: DecideContext,
): Promise<Task[]> {
  const rows = await db
    .selectFrom('task_holder')
    .selectAll()
    .where('unit_id', '=', subject.unitId)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .execute()
  const nameOf = await accountNames(
    db,
    rows.flatMap((r) => [r.account_id, r.given_by]),
  )
  return order.flatMap(({ role, turn }) => {
    const row = rows.find((r) => r.role === role)
    if (!row || !isRole(row.role)) return turn ? [nobodyYet(role)] : []
    const owner = {
      unitId: row.unit_id,
      branchId: row.branch_id,
      agencyId: row.agency_id,
      accountId: row.account_id,
    }
    const task = {
      kind: 'task',
      id: row.subject_id,
      ...owner,
      status: 'held',
      version: row.version,
    }
    const facts = { subject: task, role, from: row.account_id, stand, to: null }
    return [
      {
        role,
        roleWords: roleWords(role),
        holder: { id: row.account_id, name: nameOf(row.account_id) ?? '' },
        since: row.since.toISOString(),
        givenBy: nameOf(row.given_by),
        reason: row.reason,
        version: row.version,
        acts: canDo(taskLife, [handOver], facts, ctx).filter((a) => a.allowed),
      },
    ]
  })
}

function nobodyYet(role: Role): Task {
  const nothing = { holder: null, since: null, givenBy: null, reason: null, version: 0, acts: [] }
  return { role, roleWords: roleWords(role), ...nothing }
}

import { movesAhead } from '#frame/kernel/lifecycle.ts'
import { accountNames } from '#frame/people/accounts/names.ts'
import { defineHeldKind, type HeldStand } from '#frame/people/tasks/held-kinds.ts'
import { grantUsed } from '#frame/people/policy.ts'
import type { Role } from '#frame/people/roles.ts'
import type { LicenceFacts } from './facts.ts'
import { licenceLife, reviewers, type LicenceStatus } from './states.ts'
import { caseNotes } from './step-notes.ts'
import { writeStep } from './write-case.ts'

/** How a case stands for those who have it in hand. */
export function standOf(
  facts: Pick<LicenceFacts, 'number' | 'firstReviewer'> & {
    subject: Pick<LicenceFacts['subject'], 'id' | 'status'>
  },
): HeldStand {
  const { id, status } = facts.subject
  // whoever delivers a decision has not had the case in hand for that
  const ahead = movesAhead(licenceLife, status).filter((move) => move.act !== 'deliver')
  return {
    label: facts.number ?? '',
    path: `/licence/${id}`,
    ahead: (role) => ahead.some((move) => move.who.includes(role)),
    // S2-037 whoever proposed does not decide; a case sent back is proposed anew, by whom is open again
    barred: (role) =>
      role === 'customs-second' && status === 'second-review' && facts.firstReviewer
        ? [facts.firstReviewer]
        : [],
  }
}

/** Which officer has a case in hand in a status; nobody has a draft or a case that is decided. */
export const inHandsOf: Partial<Record<LicenceStatus, Role>> = {
  pending: 'customs-window',
  correcting: 'customs-window',
  accepted: 'customs-first',
  returned: 'customs-window',
  'second-review': 'customs-second',
}

/** The officers of a case in the order in which it comes to them, and whose turn it is. */
export function officersOf(status: LicenceStatus): { role: Role; turn: boolean }[] {
  return reviewers.map((role) => ({ role, turn: inHandsOf[status] === role }))
}

// A case can be handed to a colleague of the same role; its history says so to officers.
defineHeldKind({
  kind: 'licence',
  async look(db, { unitId, id }, lock) {
    let query = db
      .selectFrom('licence_case')
      .select(['number', 'status', 'first_reviewer'])
      .where('unit_id', '=', unitId)
      .where('id', '=', id)
    if (lock) query = query.forUpdate()
    const row = await query.executeTakeFirst()
    if (!row) return null
    const subject = { id, status: row.status as LicenceStatus }
    return standOf({ subject, number: row.number, firstReviewer: row.first_reviewer })
  },
  async note(tx, { unitId, id, role, from, to, reason }, ctx) {
    const row = await tx
      .selectFrom('licence_case')
      .select(['status', 'branch_id'])
      .where('unit_id', '=', unitId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const who: readonly Role[] = [role, ...ctx.act.move.who]
    const grant = grantUsed(ctx.actor, who, { unitId, branchId: row.branch_id })
    const nameOf = await accountNames(tx, [from, to])
    const names = { from: nameOf(from) ?? '', to: nameOf(to) ?? '' }
    await writeStep(
      tx,
      { unitId, caseId: id, from: row.status, to: row.status, role: grant?.role ?? role },
      { inner: caseNotes.note('handed-over', { role, ...names, why: reason }) },
      ctx,
    )
  },
})

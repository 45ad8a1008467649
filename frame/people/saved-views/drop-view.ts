import { z } from 'zod'
import { act, type Facts, type Subject } from '#frame/kernel/act.ts'
import { moveOf } from '#frame/kernel/lifecycle.ts'
import { absent, decided } from '#frame/kernel/reason.ts'
import { savedViewLife } from './states.ts'

interface ViewFacts extends Facts {
  subject: Subject
}

/** Takes one of one's own views away. Errors: absent for somebody else's. */
export const dropViewAct = act<ViewFacts, { id: string }, string>({
  name: 'saved-view.drop',
  move: moveOf(savedViewLife, 'saved-view.drop'),
  input: z.strictObject({ id: z.uuid() }),
  quiet: true,
  async load(tx, { id }, { actor }) {
    const row = await tx
      .selectFrom('saved_view')
      .select('account_id')
      .where('account_id', '=', actor.accountId)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw absent()
    const owner = { unitId: null, branchId: null, accountId: row.account_id }
    return { subject: { kind: 'saved-view', id, status: 'kept', version: 1, ...owner } }
  },
  decide: ({ subject }) => decided([], () => subject.id),
  async save(tx, { subject }, id) {
    await tx
      .deleteFrom('saved_view')
      .where('account_id', '=', subject.accountId!)
      .where('id', '=', id)
      .execute()
    return { id, status: 'dropped', version: 1 }
  },
})

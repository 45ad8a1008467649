import type { z } from 'zod'
import type { Visit } from '#frame/http/open.ts'
import { act, type Facts } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { moveOf } from '#frame/kernel/lifecycle.ts'
import { absent, decided, reason } from '#frame/kernel/reason.ts'
import type { savedViewsDoor } from './doors.ts'
import { savedViewForm } from './forms.ts'
import { savedViewLife } from './states.ts'

/** More views of one register nobody finds his way in. */
const mostViews = 30

type Form = z.output<typeof savedViewForm>

interface ViewFacts extends Facts {
  subject: null
  owner: { unitId: null; branchId: null; accountId: string }
  /** Names of the views one has of this register. */
  names: readonly string[]
}

/** Keeps a view of a register; one of the same name is replaced. */
export const keepViewAct = act<ViewFacts, Form, Form>({
  name: 'saved-view.keep',
  move: moveOf(savedViewLife, 'saved-view.keep'),
  input: savedViewForm,
  // a person's own order on his desk: nothing of legal weight
  quiet: true,
  async load(tx, { register }, { actor }) {
    const { accountId } = actor
    if (accountId === null) throw absent()
    const rows = await tx
      .selectFrom('saved_view')
      .select('name')
      .where('account_id', '=', accountId)
      .where('register', '=', register)
      .execute()
    const owner = { unitId: null, branchId: null, accountId }
    return { subject: null, owner, names: rows.map((r) => r.name) }
  },
  decide: ({ names }, form) =>
    decided(
      names.length >= mostViews && !names.includes(form.name)
        ? [
            reason(
              null,
              'too-many-views',
              `一个名单最多保存 ${mostViews} 个视图，已经满了。请先删除不用的视图。`,
              'name',
            ),
          ]
        : [],
      () => form,
    ),
  async save(tx, { owner }, { register, name, query }, { now }) {
    const { id } = await tx
      .insertInto('saved_view')
      .values({
        account_id: owner.accountId,
        id: newId(),
        register,
        name,
        query,
        created_at: now,
      })
      .onConflict((c) => c.columns(['account_id', 'register', 'name']).doUpdateSet({ query }))
      .returning('id')
      .executeTakeFirstOrThrow()
    return { id, status: 'kept', version: 1 }
  },
})

/** One's own views of a register, by name. */
export async function savedViewsOf(
  { house, actor }: Visit,
  register: string,
): Promise<z.input<typeof savedViewsDoor.reply>> {
  const views = await house.db
    .selectFrom('saved_view')
    .select(['id', 'name', 'query'])
    .where('account_id', '=', actor.accountId)
    .where('register', '=', register)
    .orderBy('name')
    .execute()
  return { views }
}

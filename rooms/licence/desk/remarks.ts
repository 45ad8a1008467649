import { z } from 'zod'
import type { Database } from '#frame/db/connect.ts'
import { act, type Facts, type Subject } from '#frame/kernel/act.ts'
import { newId } from '#frame/kernel/id.ts'
import { moveOf } from '#frame/kernel/lifecycle.ts'
import { absent, decided, reason } from '#frame/kernel/reason.ts'
import { accountNames } from '#frame/people/accounts/names.ts'
import { reachOf, within } from '#frame/people/policy.ts'
import { accountOf, load } from '../act-parts.ts'
import { placeOf } from '../paper-facts.ts'
import { isPlace } from '../place.ts'
import { officerReaders } from '../states.ts'
import { caseRemarkLife } from './states.ts'

const addInput = z.strictObject({
  id: z.uuid(),
  /** Field name, `lines`, or `slot.<code>`. */
  at: z.string().min(1, '请选择意见所指的位置。').max(60),
  text: z.string().trim().min(1, '请写明意见。').max(500, '每条意见最多 500 个字。'),
})
type Added = z.output<typeof addInput>

interface AddFacts extends Facts {
  subject: null
  owner: { unitId: string; branchId: string | null }
}

/** An officer pins a remark to a field or a document of a case, for his colleagues; no applicant reads it. */
export const addRemarkAct = act<AddFacts, Added, Added>({
  name: 'case-remark.add',
  move: moveOf(caseRemarkLife, 'case-remark.add'),
  input: addInput,
  async load(tx, input, ctx) {
    const { subject } = await load(tx, input, ctx)
    return { subject: null, owner: { unitId: subject.unitId!, branchId: subject.branchId } }
  },
  decide: (_facts, said) =>
    decided(
      isPlace(said.at)
        ? []
        : [
            reason(
              null,
              'no-such-place',
              '申请表和材料中没有这个位置。请刷新页面后在字段旁重新提意见。',
              'at',
            ),
          ],
      () => said,
    ),
  async save(tx, { owner }, said, ctx) {
    const id = newId()
    await tx
      .insertInto('licence_remark')
      .values({
        unit_id: owner.unitId,
        case_id: said.id,
        id,
        at: said.at,
        text: said.text,
        by_account: accountOf(ctx),
        created_at: ctx.now,
      })
      .execute()
    // what officers say among themselves stands in no event in clear
    ctx.record({ case: said.id, at: said.at })
    return { id, status: 'open', version: 1 }
  },
})

const settleInput = z.strictObject({ id: z.uuid(), settled: z.boolean() })

interface RemarkFacts extends Facts {
  subject: Subject
}

/** Marks a remark as settled, or as open again. Errors: absent for who may not see the case. */
export const settleRemarkAct = act<RemarkFacts, z.output<typeof settleInput>, boolean>({
  name: 'case-remark.settle',
  move: moveOf(caseRemarkLife, 'case-remark.settle'),
  input: settleInput,
  async load(tx, { id }, ctx) {
    const row = await tx
      .selectFrom('licence_remark')
      .select(['case_id', 'settled_at'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw absent()
    const { subject } = await load(tx, { id: row.case_id }, ctx)
    // an applicant must not even learn that there is a remark
    if (!within(reachOf(ctx.actor, officerReaders), subject)) throw absent()
    const { unitId, branchId } = subject
    const status = row.settled_at ? 'settled' : 'open'
    return { subject: { kind: 'case-remark', id, unitId, branchId, status, version: 1 } }
  },
  decide: (_facts, { settled }) => decided([], () => settled),
  async save(tx, { subject }, settled, ctx) {
    await tx
      .updateTable('licence_remark')
      .set({
        settled_by: settled ? accountOf(ctx) : null,
        settled_at: settled ? ctx.now : null,
      })
      .where('unit_id', '=', subject.unitId)
      .where('id', '=', subject.id)
      .execute()
    return { id: subject.id, status: settled ? 'settled' : 'open', version: 1 }
  },
})

/** The remarks of a case, open ones first, for officers. */
export async function remarksOf(db: Database, { unitId, id }: Pick<Subject, 'unitId' | 'id'>) {
  const rows = await db
    .selectFrom('licence_remark')
    .selectAll()
    .where('unit_id', '=', unitId)
    .where('case_id', '=', id)
    .orderBy('created_at')
    .execute()
  const nameOf = await accountNames(
    db,
    rows.flatMap((r) => [r.by_account, r.settled_by]),
  )
  return rows
    .map((r) => ({
      id: r.id,
      at: r.at,
      where: placeOf(r.at),
      text: r.text,
      who: nameOf(r.by_account) ?? '',
      when: r.created_at.toISOString(),
      settled: r.settled_at !== null,
      settledBy: nameOf(r.settled_by),
    }))
    .toSorted((a, b) => Number(a.settled) - Number(b.settled))
}

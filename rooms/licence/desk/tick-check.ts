import { z } from 'zod'
import type { Database } from '#frame/db/connect.ts'
import { act, type Facts, type Subject } from '#frame/kernel/act.ts'
import { moveOf } from '#frame/kernel/lifecycle.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { accountNames } from '#frame/people/accounts/names.ts'
import { accountOf, load } from '../act-parts.ts'
import type { LicenceFacts } from '../facts.ts'
import type { Day } from '#frame/calendar/day.ts'
import { checksOn } from './review-checks.ts'
import { caseCheckLife } from './states.ts'

const input = z.strictObject({ id: z.uuid(), code: z.string().max(40), done: z.boolean() })
type Said = z.output<typeof input>

/** What ticking must know of a case. */
interface CheckFacts extends Facts {
  subject: Subject
  caseStatus: string
  codes: readonly string[]
}

/** The list of the case: that of its day of acceptance, of today until then. */
export const checksOf = ({ acceptedDay }: Pick<LicenceFacts, 'acceptedDay'>, today: Day) =>
  checksOn(acceptedDay ?? today)

/** S2-035 a point of the check-list was looked at, or was ticked by mistake: who and when is kept. */
export const tickCheckAct = act<CheckFacts, Said, Said>({
  name: 'case-check.tick',
  move: moveOf(caseCheckLife, 'case-check.tick'),
  input,
  // an aid to one's own memory: the opinion that follows is what counts
  quiet: true,
  async load(tx, said, ctx) {
    const facts = await load(tx, said, ctx)
    return checkFacts(facts, ctx.today)
  },
  ready: onlyUnderReview,
  decide: ({ codes }, said) =>
    decided(
      codes.includes(said.code)
        ? []
        : [reason(null, 'no-such-check', '清单中没有这一项。请刷新页面查看现行的清单。', 'code')],
      () => said,
    ),
  async save(tx, { subject }, { code, done }, ctx) {
    const key = { unit_id: subject.unitId!, case_id: subject.id, code }
    if (done)
      await tx
        .insertInto('licence_check')
        .values({ ...key, by_account: accountOf(ctx), at: ctx.now })
        .onConflict((c) => c.columns(['unit_id', 'case_id', 'code']).doNothing())
        .execute()
    else
      await tx
        .deleteFrom('licence_check')
        .where('unit_id', '=', key.unit_id)
        .where('case_id', '=', key.case_id)
        .where('code', '=', code)
        .execute()
    return { id: subject.id, status: 'under', version: subject.version }
  },
})

/** What ticking must know, for the act and the page. */
export const checkFacts = (facts: LicenceFacts, today: Day): CheckFacts => ({
  subject: { ...facts.subject, kind: 'case-check', status: 'under' },
  caseStatus: facts.subject.status,
  codes: checksOf(facts, today).map((item) => item.code),
})

function onlyUnderReview({ caseStatus }: CheckFacts): Reason[] {
  if (caseStatus === 'accepted') return []
  return [
    reason(
      'S2-035',
      'not-in-first-review',
      '检查清单在初审时勾选，这件业务现在不在初审。请等它转到初审后再勾选。',
    ),
  ]
}

/** The check-list of a case with who ticked what and when. */
export async function ticksOf(db: Database, facts: LicenceFacts, today: Day) {
  const rows = await db
    .selectFrom('licence_check')
    .select(['code', 'by_account', 'at'])
    .where('unit_id', '=', facts.subject.unitId)
    .where('case_id', '=', facts.subject.id)
    .execute()
  const nameOf = await accountNames(
    db,
    rows.map((r) => r.by_account),
  )
  return checksOf(facts, today).map((item) => {
    const row = rows.find((r) => r.code === item.code)
    const done = row ? { who: nameOf(row.by_account) ?? '', at: row.at.toISOString() } : null
    return { ...item, done }
  })
}

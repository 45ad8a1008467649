import type { z } from 'zod'
import { todayInBeijing, type Day } from '#frame/calendar/day.ts'
import type { Visit } from '#frame/http/open.ts'
import type { DecideContext } from '#frame/kernel/act.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import { absent } from '#frame/kernel/reason.ts'
import { reachOf, within, withinSql } from '#frame/people/policy.ts'
import { permitRecord } from '#rooms/quota/public.ts'
import { unitLife, type UnitStatus } from '#rooms/registration/public.ts'
import { maySee } from '../act-parts.ts'
import type { LicenceFacts } from '../facts.ts'
import { inHandsOf } from '../held.ts'
import { loadCase } from '../load-case.ts'
import { officerReaders } from '../states.ts'
import type { deskDoor } from './doors.ts'
import { remarksOf } from './remarks.ts'
import { sameArticle } from './same-article.ts'
import { caseCheckLife, caseHandLife } from './states.ts'
import { handFacts, isHeld, takeCaseAct } from './take-case.ts'
import { checkFacts, ticksOf, tickCheckAct } from './tick-check.ts'

type Reply = z.input<typeof deskDoor.reply>

/** What an officer has beside a case. Errors: absent for who may not see the case, and for its applicant. */
export async function showDesk(visit: Visit, id: string): Promise<Reply> {
  const { house, actor } = visit
  const now = house.clock.now()
  const ctx: DecideContext = { actor, now, today: todayInBeijing(now) }
  const facts = await loadCase(house.db, id, ctx.today)
  if (!facts || !maySee(facts, ctx)) throw absent()
  const { subject } = facts
  if (!within(reachOf(actor, officerReaders), subject)) throw absent()
  const held = await isHeld(house.db, subject, inHandsOf[subject.status])
  const take = canDo(caseHandLife, [takeCaseAct], handFacts(facts, held), ctx)
  const tick = canDo(caseCheckLife, [tickCheckAct], checkFacts(facts, ctx.today), ctx)
  return {
    acts: [...take.filter((a) => a.allowed), ...tick.filter((a) => a.allowed)],
    remarks: await remarksOf(house.db, subject),
    checks: await ticksOf(house.db, facts, ctx.today),
    same: await sameArticle(house.db, actor, facts),
    record: await recordOf(visit, facts, ctx.today),
  }
}

/** What is on record of the unit, as far as the reader may see. */
async function recordOf(
  { house, actor }: Visit,
  { unit, subject }: LicenceFacts,
  today: Day,
): Promise<Reply['record']> {
  const past = await house.db
    .selectFrom('licence_case')
    .select((e) => ['status', e.fn.countAll<number>().as('n')])
    .where('unit_id', '=', unit.id)
    .where('id', '!=', subject.id)
    .where('status', 'in', ['granted', 'refused', 'not-accepted', 'lapsed'])
    .where(
      withinSql(reachOf(actor, officerReaders), {
        unit: 'licence_case.unit_id',
        branch: 'licence_case.branch_id',
      }),
    )
    .groupBy('status')
    .execute()
  const count = (status: string) => past.find((row) => row.status === status)?.n ?? 0
  return {
    status: unitLife.statuses[unit.status as UnitStatus],
    granted: count('granted'),
    refused: count('refused'),
    notAccepted: count('not-accepted'),
    lapsed: count('lapsed'),
    ...(await permitRecord(house.db, actor, unit.id, today)),
  }
}

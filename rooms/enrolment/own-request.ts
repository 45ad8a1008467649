import type { z } from 'zod'
import { todayInBeijing } from '#frame/calendar/day.ts'
import type { Visit } from '#frame/http/open.ts'
import { canDo } from '#frame/kernel/can-do.ts'
import { absent } from '#frame/kernel/reason.ts'
import { holdsKey } from './act-parts.ts'
import { requesterActs } from './acts.ts'
import type { ownDoor } from './doors.ts'
import type { EnrolmentFacts } from './facts.ts'
import { loadEnrolment } from './load-enrolment.ts'
import { filingReasons } from './rules.ts'
import { shownRequest } from './shown-request.ts'
import { enrolmentLife, move, openStatuses } from './states.ts'

/** What whoever holds the key sees of his request. Errors: absent. */
export async function showOwn(visit: Visit, id: string): Promise<z.input<typeof ownDoor.reply>> {
  const { house, actor } = visit
  const now = house.clock.now()
  const ctx = { actor, now, today: todayInBeijing(now) }
  const facts = await loadEnrolment(house.db, id, ctx)
  if (!facts || !holdsKey(facts, actor)) throw absent()
  const { status } = facts.subject
  const over = enrolmentLife.statuses[status].end === true
  const editable = openStatuses.includes(status)
  return {
    ...(await shownRequest(house.db, facts, now, false)),
    // A link in an old mail tells how it ended, and nothing of the person any more.
    ...(over ? { form: {}, document: null } : {}),
    acts: canDo(enrolmentLife, requesterActs, facts, ctx),
    editable,
    problems: editable ? filingReasons(facts) : [],
    keptUntil: keptUntil(facts),
  }
}

function keptUntil({ subject, settings, updatedAt }: EnrolmentFacts): string | null {
  if (!move('lapse').from?.includes(subject.status)) return null
  const days = settings('registration.enrolment-keep-days')
  return new Date(updatedAt.getTime() + days * 86_400_000).toISOString()
}

import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { act } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { loadCalendarFacts, saveCalendar, type CalendarFacts } from './calendar-facts.ts'
import { withNotice, type CalendarRow } from './calendar-rows.ts'
import { publishForm } from './forms.ts'
import { saveNotice } from './save-calendar.ts'
import { move } from './states.ts'
import { noticeFaults } from './notice-faults.ts'
import type { YearNotice } from './year-notice.ts'

type Input = z.infer<typeof publishForm>

interface Outcome {
  notice: YearNotice
  reason: string | null
  version: number
  rows: CalendarRow[]
}

/**
 * Puts a year's notice in force, or a corrected one in its place. Own days of the administrator stay.
 * Every open clock is projected again after it.
 */
export const publishYear = act<CalendarFacts, Input, Outcome>({
  name: 'calendar.publish-year',
  move: move('publish-year'),
  input: publishForm,
  seen: (input) => input.seen,
  load: loadCalendarFacts,
  decide(facts, input) {
    const { notice } = input
    const version = (inForce(facts, notice.year)?.version ?? 0) + 1
    return decided(publishReasons(facts, input), () => ({
      notice,
      reason: input.reason,
      version,
      rows: withNotice(facts.rows, notice),
    }))
  },
  async save(tx, facts, next, ctx) {
    const { notice, version } = next
    const by = { now: ctx.now, eventId: ctx.eventId }
    const publishedBy = ctx.actor.accountId
    await saveNotice(tx, notice, version, { ...by, publishedBy, reason: next.reason })
    ctx.record({ notice, noticeVersion: version, reason: next.reason })
    return saveCalendar(tx, facts, next.rows, ctx)
  },
})

/** Why the notice cannot be published, all reasons; the preview asks the same. */
export function publishReasons(
  facts: Pick<CalendarFacts, 'notices'>,
  input: Pick<Input, 'notice' | 'reason'>,
): Reason[] {
  const { notice } = input
  const faults = noticeFaults(notice).map((f) => reason(null, f.code, f.message, `notice.${f.at}`))
  const old = inForce(facts, notice.year)
  if (!old) return faults
  if (isDeepStrictEqual(old.notice, notice)) {
    const message = `${notice.year} 年的放假安排与现行的完全相同，无需重新录入。`
    return [...faults, reason(null, 'calendar.same-notice', message)]
  }
  if (input.reason !== null) return faults
  const message = `${notice.year} 年的放假安排已经录入：如需更正，请写明更正的理由。`
  return [...faults, reason(null, 'calendar.reason-missing', message, 'reason')]
}

const inForce = (facts: Pick<CalendarFacts, 'notices'>, year: number) =>
  facts.notices.find((stored) => stored.notice.year === year)

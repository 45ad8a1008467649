import type { z } from 'zod'
import { newId } from '#frame/kernel/id.ts'
import { act } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { loadCalendarFacts, saveCalendar, type CalendarFacts } from './calendar-facts.ts'
import { withoutOwnDay, type CalendarRow } from './calendar-rows.ts'
import { dayInWords, type Day } from './day.ts'
import { clearDayForm } from './forms.ts'
import { move } from './states.ts'

type Input = z.infer<typeof clearDayForm>

/** Takes an own day back: what the notices in force say of it holds again. */
export const clearDay = act<CalendarFacts, Input, { input: Input; rows: CalendarRow[] }>({
  name: 'calendar.clear-day',
  move: move('clear-day'),
  input: clearDayForm,
  seen: (input) => input.seen,
  load: loadCalendarFacts,
  decide: (facts, input) =>
    decided(clearDayReasons(facts, input.day), () => ({
      input,
      rows: rowsWithout(facts, input.day),
    })),
  async save(tx, facts, { input, rows }, ctx) {
    await tx
      .insertInto('calendar_day_change')
      .values({
        id: newId(),
        day: input.day,
        reason: input.reason,
        changed_by: ctx.actor.accountId ?? '',
        audit_event_id: ctx.eventId,
        created_at: ctx.now,
      })
      .execute()
    ctx.record({ day: input.day, reason: input.reason })
    return saveCalendar(tx, facts, rows, ctx)
  },
})

/** The calendar's days without the own one; the preview asks the same. */
export function rowsWithout(
  facts: Pick<CalendarFacts, 'rows' | 'notices'>,
  day: Day,
): CalendarRow[] {
  const notices = facts.notices.map((stored) => stored.notice)
  return withoutOwnDay(facts.rows, day, notices)
}

/** Why the day cannot be taken back. */
export function clearDayReasons(facts: Pick<CalendarFacts, 'rows'>, day: Day): Reason[] {
  if (facts.rows.some((row) => row.own && row.date === day)) return []
  const message = `${dayInWords(day)}没有单独调整过，无需撤销。放假安排本身有误时，请重新录入该年度的安排。`
  return [reason(null, 'calendar.no-own-day', message, 'day')]
}

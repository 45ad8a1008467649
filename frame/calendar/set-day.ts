import type { z } from 'zod'
import { newId } from '#frame/kernel/id.ts'
import { act } from '#frame/kernel/act.ts'
import { decided, reason, type Reason } from '#frame/kernel/reason.ts'
import { loadCalendarFacts, saveCalendar, type CalendarFacts } from './calendar-facts.ts'
import { withOwnDay, type CalendarRow } from './calendar-rows.ts'
import { dayInWords } from './day.ts'
import { setDayForm } from './forms.ts'
import { move } from './states.ts'
import { createWorkCalendar } from './work-calendar.ts'

type Input = z.infer<typeof setDayForm>

/**
 * Sets a single day as off or worked, against the notice or before it is published. It stays through
 * every import until it is taken back. Every open clock is projected again after it.
 */
export const setDay = act<CalendarFacts, Input, { input: Input; rows: CalendarRow[] }>({
  name: 'calendar.set-day',
  move: move('set-day'),
  input: setDayForm,
  seen: (input) => input.seen,
  load: loadCalendarFacts,
  decide: (facts, input) =>
    decided(setDayReasons(facts, input), () => ({ input, rows: rowsWith(facts, input) })),
  async save(tx, facts, { input, rows }, ctx) {
    await tx
      .insertInto('calendar_day_change')
      .values({
        id: newId(),
        day: input.day,
        kind: input.kind,
        name_zh: input.name,
        name_en: input.nameEn,
        source: input.source,
        reason: input.reason,
        changed_by: ctx.actor.accountId ?? '',
        audit_event_id: ctx.eventId,
        created_at: ctx.now,
      })
      .execute()
    ctx.record({ day: input.day, kind: input.kind, source: input.source, reason: input.reason })
    return saveCalendar(tx, facts, rows, ctx)
  },
})

/** The calendar's days with this one set; the preview asks the same. */
export function rowsWith(
  facts: Pick<CalendarFacts, 'rows'>,
  input: Omit<Input, 'seen' | 'reason'>,
): CalendarRow[] {
  const { day: date, kind, name, nameEn, source } = input
  return withOwnDay(facts.rows, { date, kind, name: { zh: name, en: nameEn }, source })
}

/** Why the day cannot be set so. */
export function setDayReasons(
  facts: Pick<CalendarFacts, 'rows'>,
  input: Pick<Input, 'day' | 'kind'>,
): Reason[] {
  const now = createWorkCalendar(facts.rows).day(input.day)
  if (now.workday !== (input.kind === 'work')) return []
  const what = now.workday ? '上班' : '休息'
  const message = `${dayInWords(input.day)}现在就是${what}（${now.reason.zh}），无需调整。请核对日期。`
  return [reason(null, 'calendar.same-day', message, 'day')]
}

import { addDays, dayInWords, type Day } from '#frame/calendar/day.ts'
import { reason, type Reason } from '#frame/kernel/reason.ts'
import { registrationLife, type RegistrationSubject } from '#rooms/registration/public.ts'
import { mustBeSeen } from './counter-rows.ts'
import type { CheckFacts, CounterRow, OpenVisit, Tick } from './facts.ts'
import type { VisitStatus } from './states.ts'
import { liesAhead, type BeijingMoment, type BookableSlot } from './slots.ts'

/** S2-129, S2-137, S2-143 originals are shown once the information has been submitted. */
export function stillAwaits({ status }: Pick<RegistrationSubject, 'status'>): Reason[] {
  if (status === 'awaiting') return []
  return [
    reason(
      'S2-129',
      'not-awaiting',
      `这件登记现在是“${registrationLife.statuses[status].zh}”，不在等待交验原件。请在登记信息提交之后再预约或到窗口。`,
    ),
  ]
}

/**
 * S2-006 how a visit stands: the booking of a registration that no longer waits for its originals, withdrawn
 * or sent back, is as good as cancelled before the next run gives its place back.
 */
export const standingStatus = (
  status: VisitStatus,
  registration: Pick<RegistrationSubject, 'status'>,
): VisitStatus => (status === 'booked' && registration.status !== 'awaiting' ? 'cancelled' : status)

/** One open visit for each registration: a second booking would only take a place from others. */
export function oneAtATime(open: OpenVisit | null): Reason[] {
  if (!open) return []
  const message =
    open.status === 'booked'
      ? `这件登记已经预约了 ${open.day} ${open.from ?? ''}。需要换时间的请改约，不再需要的请取消。`
      : '这件登记正在窗口办理，请先结束这次交验。'
  return [reason('S2-006', 'open-visit', message)]
}

/** What was asked of the window, and what it has then. */
export interface SlotAsk {
  day: Day
  slot: BookableSlot | null
  /** Calendar days ahead that are still booked. */
  aheadDays: number
}

/** S2-006 a time is booked that the window has, that lies ahead, and not too far. */
export function slotReasons({ day, slot, aheadDays }: SlotAsk, now: BeijingMoment): Reason[] {
  if (!slot)
    return [
      reason(
        'S2-006',
        'no-slot',
        `${dayInWords(day)}的这个时间窗口不接待。窗口只在公布的接待日和时间接待，法定节假日和调休的周末不接待；请从页面列出的时段中选择。`,
        'slot',
      ),
    ]
  if (!liesAhead(slot, now))
    return [
      reason(
        'S2-006',
        'slot-past',
        `${slot.day} ${slot.from} 的时段已经开始或过去。请选择以后的时段；窗口正在接待的，可以直接到窗口。`,
        'slot',
      ),
    ]
  if (slot.day > addDays(now.day, aheadDays))
    return [
      reason(
        'S2-006',
        'slot-far',
        `最多提前 ${aheadDays} 天预约。请选择较近的时段，或者到时再约。`,
        'slot',
      ),
    ]
  return []
}

/** What was ticked on a row, if anything. */
export const tickOf = (ticks: readonly Tick[], row: Pick<CounterRow, 'slot'>) =>
  ticks.find((t) => t.slot === row.slot)

/** The rows on which something is wanting. */
export function wantingRows({ rows, ticks }: Pick<CheckFacts, 'rows' | 'ticks'>) {
  return rows.flatMap((row) => {
    const tick = tickOf(ticks, row)
    return tick?.outcome === 'wanting' ? [{ row, tick }] : []
  })
}

/** S2-025 complete: every row that must be looked at was seen and nothing is wanting. */
export function isComplete(facts: Pick<CheckFacts, 'rows' | 'ticks'>): boolean {
  const seen = facts.rows.every(
    (row) => !mustBeSeen(row) || tickOf(facts.ticks, row)?.outcome === 'seen',
  )
  return seen && wantingRows(facts).length === 0
}

/**
 * S2-025 a visit is finished when every document and what was typed has been looked at, each fault is named, and
 * what was looked at is still what is on file: whoever is sent back is told everything at once.
 */
export function sheetReasons({ rows, ticks }: Pick<CheckFacts, 'rows' | 'ticks'>): Reason[] {
  return rows.flatMap((row) => rowReasons(row, tickOf(ticks, row)))
}

function rowReasons(row: CounterRow, tick: Tick | undefined): Reason[] {
  const at = `row.${row.slot}`
  const title = row.title.zh
  if (!tick)
    return mustBeSeen(row)
      ? [
          reason(
            'S2-025',
            'not-looked-at',
            `“${title}”还没有核对。请标为“原件已见”，或标为“缺或不符”并写明原因。`,
            at,
          ),
        ]
      : []
  if (tick.outcome === 'wanting' && tick.remark.trim() === '')
    return [
      reason(
        'S2-025',
        'remark-missing',
        `“${title}”标为“缺或不符”，但没有写明缺什么或哪里不符。请写明，申请单位凭此一次补齐。`,
        at,
      ),
    ]
  if (tick.fileId !== (row.file?.id ?? null))
    return [
      reason(
        'S2-025',
        'file-changed',
        `“${title}”核对之后，存档文件已经更换。请与现在的文件再核对一次。`,
        at,
      ),
    ]
  return []
}

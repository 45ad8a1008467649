import type { z } from 'zod'
import type { House } from '#frame/house.ts'
import type { Reason } from '#frame/kernel/reason.ts'
import { rowChanges, withNotice, type CalendarRow } from './calendar-rows.ts'
import { clearDayReasons, rowsWithout } from './clear-day.ts'
import { entryOf, termsOfRow } from './clock-rows.ts'
import { clockSubject } from './clock-subjects.ts'
import { projectClock } from './clock.ts'
import { daysBetween, todayInBeijing, type Day } from './day.ts'
import type { previewDoor, previewForm } from './doors.ts'
import { publishReasons } from './publish-year.ts'
import { rowsWith, setDayReasons } from './set-day.ts'
import { calendarRows, noticesInForce, type StoredNotice } from './stored-calendar.ts'
import { clockTitle } from './clock-titles.ts'
import { createWorkCalendar, type CalendarDay, type WorkCalendar } from './work-calendar.ts'

type Asked = z.output<typeof previewForm>
type Preview = z.input<typeof previewDoor.reply>
type Moved = Preview['moved'][number]

const shown = 200
const batch = 500

/** What a change would do to the days and to every open clock. Nothing is written. */
export async function previewChange(house: House, asked: Asked): Promise<Preview> {
  const today = todayInBeijing(house.clock.now())
  const facts = {
    rows: await calendarRows(house.db),
    notices: await noticesInForce(house.db),
  }
  const after = rowsAfter(facts, asked)
  const before = createWorkCalendar(facts.rows)
  const next = createWorkCalendar(after)
  const days = changedDays(facts.rows, after, before, next)
  const openClocks = await countOpen(house)
  const swung = days.filter((d) => d.before.workday !== d.after.workday).map((d) => d.after.day)
  const moved = swung.length === 0 ? [] : await movedClocks(house, swung, { before, next, today })
  moved.sort((a, b) => Math.abs(b.shift ?? 0) - Math.abs(a.shift ?? 0))
  return {
    reasons: reasonsAgainst(facts, asked),
    days,
    past: swung.some((day) => day <= today),
    openClocks,
    movedClocks: moved.length,
    moved: moved.slice(0, shown),
  }
}

interface Known {
  rows: CalendarRow[]
  notices: StoredNotice[]
}

function rowsAfter(facts: Known, asked: Asked): CalendarRow[] {
  if (asked.what === 'publish') return withNotice(facts.rows, asked.notice)
  if (asked.what === 'clear') return rowsWithout(facts, asked.day)
  return rowsWith(facts, { ...asked, source: '' })
}

function reasonsAgainst(facts: Known, asked: Asked): Reason[] {
  if (asked.what === 'publish') return publishReasons(facts, asked)
  if (asked.what === 'clear') return clearDayReasons(facts, asked.day)
  return setDayReasons(facts, asked)
}

function changedDays(
  rows: CalendarRow[],
  after: CalendarRow[],
  before: WorkCalendar,
  next: WorkCalendar,
): { before: CalendarDay; after: CalendarDay }[] {
  const { put, drop } = rowChanges(rows, after)
  return [...new Set([...put.map((row) => row.date), ...drop])]
    .sort()
    .map((day) => ({ before: before.day(day), after: next.day(day) }))
    .filter((d) => d.before.kind !== d.after.kind || d.before.name?.zh !== d.after.name?.zh)
}

async function countOpen(house: House): Promise<number> {
  const { n } = await house.db
    .selectFrom('clock')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('state', '<>', 'ended')
    .executeTakeFirstOrThrow()
  return n
}

interface Calendars {
  before: WorkCalendar
  next: WorkCalendar
  today: Day
}

async function movedClocks(house: House, swung: Day[], calendars: Calendars): Promise<Moved[]> {
  const moved: Moved[] = []
  for (let after: string | null = null; ;) {
    const clocks = await clocksOver(house, swung, after)
    const entries = await entriesOf(house, clocks)
    for (const clock of clocks) {
      const move = moveOf(clock, entries.get(clock.id) ?? [], calendars)
      if (move) moved.push(move)
    }
    after = clocks.at(-1)?.id ?? null
    if (clocks.length < batch) return moved
  }
}

// Only a clock that has begun before the last changed day and is not due before the first can move.
function clocksOver(house: House, swung: Day[], after: string | null) {
  let query = house.db
    .selectFrom('clock')
    .selectAll()
    .where('state', '<>', 'ended')
    .where('start_day', '<', swung.at(-1) ?? '')
    .where('due_day', '>=', swung[0] ?? '')
    .orderBy('id')
    .limit(batch)
  if (after !== null) query = query.where('id', '>', after)
  return query.execute()
}

async function entriesOf(house: House, clocks: { unit_id: string; id: string }[]) {
  if (clocks.length === 0) return new Map<string, never[]>()
  const unitIds = [...new Set(clocks.map((clock) => clock.unit_id))]
  const ids = clocks.map((clock) => clock.id)
  const rows = await house.db
    .selectFrom('clock_entry')
    .selectAll()
    .where('unit_id', 'in', unitIds)
    .where('clock_id', 'in', ids)
    .orderBy('n')
    .execute()
  return Map.groupBy(rows, (row) => row.clock_id)
}

function moveOf(
  clock: Awaited<ReturnType<typeof clocksOver>>[number],
  rows: Parameters<typeof entryOf>[0][],
  { before, next, today }: Calendars,
): Moved | null {
  const terms = termsOfRow(clock)
  const entries = rows.map(entryOf)
  const oldDay = projectClock(before, terms, entries, today).dueDay
  const newDay = projectClock(next, terms, entries, today).dueDay
  if (oldDay === newDay) return null
  const kind = clock.subject_kind
  return {
    label: clock.label,
    subject: clockSubject(kind)?.title ?? { zh: kind, en: kind },
    clock: clockTitle(clock.kind),
    oldDay,
    newDay,
    shift: oldDay === null || newDay === null ? null : daysBetween(oldDay, newDay),
  }
}

import type { z } from 'zod'
import type { House } from '#frame/house.ts'
import { reason, Refused } from '#frame/kernel/reason.ts'
import { daysBetween, monthOf, todayInBeijing, yearOf, type Day } from './day.ts'
import type { daysDoor, historyDoor } from './doors.ts'
import { calendarRows, loadCalendar, noticesInForce } from './stored-calendar.ts'

const longestSpan = 800

/** Days from–to with their reasons; the month of today when nothing is asked. */
export async function readDays(
  house: House,
  asked: { from?: Day | undefined; to?: Day | undefined },
): Promise<z.input<typeof daysDoor.reply>> {
  const today = todayInBeijing(house.clock.now())
  const from = asked.from ?? (asked.to ? monthOf(asked.to).from : monthOf(today).from)
  const to = asked.to ?? monthOf(from).to
  const length = daysBetween(from, to) + 1
  if (length < 1 || length > longestSpan) {
    const message =
      length < 1
        ? '结束日期早于开始日期。请对调后再查询。'
        : `一次最多查询 ${longestSpan} 天（这次是 ${length} 天）。请缩短日期范围。`
    throw new Refused('invalid', [reason(null, 'calendar.span', message, 'to')])
  }
  const { calendar, version } = await loadCalendar(house.db)
  const notices = await noticesInForce(house.db)
  const years: z.input<typeof daysDoor.reply>['years'] = []
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    const notice = notices.find((stored) => stored.notice.year === year)?.notice
    years.push({
      year,
      published: notice !== undefined,
      title: notice?.title ?? null,
      number: notice?.number ?? null,
      issuedOn: notice?.issuedOn ?? null,
      url: notice?.url ?? null,
    })
  }
  return { today, version, years, days: calendar.span({ from, to }) }
}

/** Notices with their versions, own days, and the newest hundred changes of single days. */
export async function readHistory(house: House): Promise<z.input<typeof historyDoor.reply>> {
  const { calendar, version } = await loadCalendar(house.db)
  const notices = await noticesInForce(house.db)
  const names = await namesOf(
    house,
    notices.flatMap((n) => n.publishedBy ?? []),
  )
  const rows = await calendarRows(house.db)
  return {
    version,
    notices: notices
      .map((stored) => ({
        notice: stored.notice,
        version: stored.version,
        by: stored.publishedBy === null ? null : (names.get(stored.publishedBy) ?? null),
        reason: stored.reason,
        at: stored.createdAt.toISOString(),
      }))
      .toReversed(),
    ownDays: rows.filter((row) => row.own).map((row) => calendar.day(row.date)),
    changes: await newestChanges(house),
  }
}

async function namesOf(house: House, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await house.db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

async function newestChanges(house: House) {
  const rows = await house.db
    .selectFrom('calendar_day_change as c')
    .innerJoin('account as a', 'a.id', 'c.changed_by')
    .select(['c.id', 'c.day', 'c.kind', 'c.name_zh', 'c.name_en', 'c.source', 'c.reason'])
    .select(['a.name as by', 'c.created_at'])
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    day: row.day,
    kind: row.kind === null ? null : row.kind === 'work' ? ('work' as const) : ('off' as const),
    name: row.name_zh === null ? null : { zh: row.name_zh, en: row.name_en ?? row.name_zh },
    source: row.source,
    reason: row.reason,
    by: row.by,
    at: row.created_at.toISOString(),
  }))
}
